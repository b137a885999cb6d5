//! Reads the lexicon of `content/lexicon` for tests and the example; the app has its own
//! reader in the content crate.

// A fault in the lexicon's files is a failed test.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;

use goldseam_analyser::{Expression, Lexicon, Shape, Sign, WordList};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Option<String>,
    #[serde(default)]
    expression: Vec<Entry>,
    #[serde(default)]
    sign: Vec<Entry>,
    #[serde(default)]
    lists: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    concern: Option<String>,
    level: Option<String>,
    pattern: String,
    mode: Option<String>,
    actor: Option<String>,
    context: Option<String>,
    status: Option<String>,
    before_not: Option<String>,
    after_not: Option<String>,
    sentence_has: Option<String>,
    sentence_not: Option<String>,
    fires: String,
    silent: String,
}

impl Entry {
    fn shape(&self) -> Shape {
        fn value<T: std::str::FromStr + Default>(text: Option<&String>) -> T
        where
            T::Err: std::fmt::Debug,
        {
            text.map_or_else(T::default, |text| text.parse().unwrap())
        }
        Shape {
            pattern: self.pattern.clone(),
            mode: value(self.mode.as_ref()),
            actor: value(self.actor.as_ref()),
            context: value(self.context.as_ref()),
            before_not: self.before_not.clone(),
            after_not: self.after_not.clone(),
            sentence_has: self.sentence_has.clone(),
            sentence_not: self.sentence_not.clone(),
        }
    }
}

/// The whole lexicon as values.
#[derive(Default)]
pub struct Entries {
    pub expressions: Vec<Expression>,
    pub signs: Vec<Sign>,
    pub lists: Vec<WordList>,
}

/// Reads every file of the lexicon.
pub fn entries() -> Entries {
    // Some folders up, from whichever crate this is compiled into.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("content/lexicon"))
        .find(|folder| folder.is_dir())
        .unwrap();
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    let mut out = Entries::default();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let file: File =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for entry in file.expression {
            out.expressions.push(Expression {
                kind: file.kind.as_ref().unwrap().parse().unwrap(),
                shape: entry.shape(),
                status: entry.status.as_ref().map(|status| status.parse().unwrap()),
                id: entry.id,
                fires: entry.fires,
                silent: entry.silent,
            });
        }
        for entry in file.sign {
            out.signs.push(Sign {
                concern: entry.concern.as_ref().unwrap().parse().unwrap(),
                level: entry.level.as_ref().unwrap().parse().unwrap(),
                shape: entry.shape(),
                id: entry.id,
                fires: entry.fires,
                silent: entry.silent,
            });
        }
        out.lists.extend(
            file.lists
                .into_iter()
                .map(|(name, words)| WordList { name, words }),
        );
    }
    out
}

/// The compiled lexicon.
pub fn lexicon() -> Lexicon {
    let entries = entries();
    Lexicon::compile(entries.expressions, entries.signs, entries.lists)
        .unwrap_or_else(|error| panic!("{error}"))
}
