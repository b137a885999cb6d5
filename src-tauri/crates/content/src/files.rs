//! The embedded folder, and the checks that every file shares.
//! Not here: what any one file means.

use std::collections::HashSet;

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

use crate::ContentError;

static ROOT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../content");

/// Parses one embedded file, named relative to `content/`.
pub(crate) fn parse<T: DeserializeOwned>(file: &str) -> Result<T, ContentError> {
    let text = ROOT
        .get_file(file)
        .ok_or_else(|| ContentError::new(file, "there is no such file"))?
        .contents_utf8()
        .ok_or_else(|| ContentError::new(file, "not UTF-8"))?;
    toml::from_str(text).map_err(|fault| ContentError::new(file, fault.to_string()))
}

/// The names of the TOML files of a folder, sorted, relative to `content/`.
pub(crate) fn names(folder: &str) -> Result<Vec<String>, ContentError> {
    let dir = ROOT
        .get_dir(folder)
        .ok_or_else(|| ContentError::new(folder, "there is no such folder"))?;
    let mut names: Vec<String> = dir
        .files()
        .filter(|file| file.path().extension().is_some_and(|ext| ext == "toml"))
        .map(|file| file.path().to_string_lossy().replace('\\', "/"))
        .collect();
    names.sort();
    Ok(names)
}

/// Refuses a source that is none of the articles.
pub(crate) fn check_from(
    file: &str,
    articles: &HashSet<&str>,
    from: &str,
) -> Result<(), ContentError> {
    if articles.contains(from) {
        Ok(())
    } else {
        let fault = format!("`from = \"{from}\"` names no article in articles.toml");
        Err(ContentError::new(file, fault))
    }
}

/// Refuses an empty text.
pub(crate) fn check_text(file: &str, what: &str, text: &str) -> Result<(), ContentError> {
    if text.trim().is_empty() {
        return Err(ContentError::new(file, format!("`{what}` is empty")));
    }
    if text.trim() != text {
        let fault = format!("`{what}` begins or ends with white space");
        return Err(ContentError::new(file, fault));
    }
    Ok(())
}

/// Refuses a list that is not exactly `expected`, in that order: other crates know these ids.
pub(crate) fn check_ids<'a>(
    file: &str,
    what: &str,
    found: impl IntoIterator<Item = &'a str>,
    expected: &[&str],
) -> Result<(), ContentError> {
    let found: Vec<&str> = found.into_iter().collect();
    if found == expected {
        Ok(())
    } else {
        let fault = format!("`{what}` holds {found:?}, not {expected:?}");
        Err(ContentError::new(file, fault))
    }
}

/// Refuses an id that comes twice.
pub(crate) fn check_unique<'a>(
    file: &str,
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<(), ContentError> {
    let mut seen = HashSet::new();
    for id in ids {
        if id.is_empty() || !seen.insert(id) {
            return Err(ContentError::new(
                file,
                format!("id `{id}` is empty or comes twice"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}

    #[test]
    fn a_missing_file_is_named() {
        let fault = parse::<Nothing>("no/such.toml").expect_err("there is none");
        assert_eq!(
            fault.to_string(),
            "content/no/such.toml: there is no such file"
        );
    }

    #[test]
    fn an_unknown_field_is_refused_rather_than_dropped() {
        let fault = parse::<Nothing>("articles.toml").expect_err("it has fields");
        assert!(fault.fault.contains("unknown field"), "{fault}");
    }

    #[test]
    fn faults_are_found() {
        let known = HashSet::from(["a"]);
        assert!(check_from("f", &known, "b").is_err());
        assert!(check_text("f", "x", "  ").is_err());
        assert!(check_text("f", "x", "word ").is_err());
        assert!(check_ids("f", "x", ["a", "c"], &["a", "b"]).is_err());
        assert!(check_unique("f", ["a", "b", "a"]).is_err());
        assert!(check_unique("f", [""]).is_err());
    }

    #[test]
    fn what_is_right_passes() {
        let known = HashSet::from(["a"]);
        assert!(check_from("f", &known, "a").is_ok());
        assert!(check_text("f", "x", "word").is_ok());
        assert!(check_ids("f", "x", ["a", "b"], &["a", "b"]).is_ok());
        assert!(check_unique("f", ["a", "b"]).is_ok());
    }
}
