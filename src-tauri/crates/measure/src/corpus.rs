//! Our own corpus: running text with marks in it, as `tests/corpus/README.md` describes.

use crate::Outcome;
use crate::gold::{Act, Passage, REPAIRS, RESPONSES, Sign};
use std::path::Path;

/// Put before a sentence that is read as part of a row.
const ROW: &str = "We had a row. ";

/// One part of the corpus, its sentences and its entries apart.
pub struct Part {
    pub sentences: Vec<Passage>,
    pub entries: Vec<Passage>,
}

/// Reads every file of a folder: `*sentences.txt` and `*entries.txt`, in order of their names.
pub fn load(folder: &Path) -> Outcome<Part> {
    let listed = std::fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read ({error}).", folder.display()))?;
    let mut files: Vec<_> = listed
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut part = Part {
        sentences: Vec::new(),
        entries: Vec::new(),
    };
    for path in files {
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read ({error}).", path.display()))?;
        if name.ends_with("entries") {
            part.entries.extend(entries(&name, &text)?);
        } else {
            part.sentences.extend(sentences(&name, &text)?);
        }
    }
    Ok(part)
}

/// One item a line under `## after a row` or `## alone`.
fn sentences(name: &str, text: &str) -> Outcome<Vec<Passage>> {
    let mut before = None;
    let mut out = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let id = format!("{name}:{}", number + 1);
        match line.trim() {
            "" => {}
            "## after a row" => before = Some(ROW),
            "## alone" => before = Some(""),
            item => {
                let before = before.ok_or_else(|| format!("{id} stands under no heading."))?;
                out.push(marked(id, before, item)?);
            }
        }
    }
    Ok(out)
}

/// Entries between lines of `---`, each with a line `relationship: …` first.
fn entries(name: &str, text: &str) -> Outcome<Vec<Passage>> {
    text.split("\n---\n")
        .map(|entry| entry.trim_matches('\n'))
        .filter(|entry| !entry.trim().is_empty())
        .enumerate()
        .map(|(number, entry)| {
            let id = format!("{name}#{}", number + 1);
            let entry = entry.strip_prefix("---\n").unwrap_or(entry);
            let Some((first, text)) = entry.split_once('\n') else {
                return Err(format!("{id} has one line only."));
            };
            if !first.starts_with("relationship: ") {
                return Err(format!("{id} does not name the relationship."));
            }
            marked(id, "", text.trim_end())
        })
        .collect()
}

/// Takes the marks out of a text: `{words|kind who status}`, `{words|!concern by level}`.
fn marked(id: String, before: &str, text: &str) -> Outcome<Passage> {
    let mut passage = Passage {
        id,
        text: before.to_owned(),
        acts: Vec::new(),
        signs: Vec::new(),
        safety: None,
        safety_ambiguous: false,
    };
    let mut rest = text;
    while let Some((plain, after)) = rest.split_once('{') {
        passage.text.push_str(plain);
        let (words, labels, tail) = after
            .split_once('}')
            .and_then(|(mark, tail)| mark.split_once('|').map(|(w, l)| (w, l, tail)))
            .ok_or_else(|| format!("{}: a mark is not closed.", passage.id))?;
        let start = passage.text.len();
        passage.text.push_str(words);
        let end = passage.text.len();
        for label in labels.split(',') {
            add(&mut passage, label, start, end)?;
        }
        rest = tail;
    }
    passage.text.push_str(rest);
    if passage.text.contains(['{', '}', '|']) {
        return Err(format!("{}: a mark is not opened.", passage.id));
    }
    passage.safety = passage.signs.iter().map(|sign| sign.concern.clone()).max();
    Ok(passage)
}

fn add(passage: &mut Passage, label: &str, start: usize, end: usize) -> Outcome {
    let words: Vec<&str> = label.split_whitespace().collect();
    let known = |kind: &str| RESPONSES.contains(&kind) || REPAIRS.contains(&kind);
    match words[..] {
        [
            concern @ ("!abuse" | "!crisis"),
            by @ ("me" | "other"),
            level @ ("certain" | "possible"),
        ] => {
            passage.signs.push(Sign {
                concern: concern[1..].to_owned(),
                level: level.to_owned(),
                by: by.to_owned(),
                start,
                end,
            });
        }
        [kind, who @ ("me" | "other"), status]
            if known(kind)
                && matches!(
                    status.trim_end_matches('?'),
                    "did" | "habitual" | "considered" | "resisted"
                ) =>
        {
            passage.acts.push(Act {
                kind: kind.to_owned(),
                who: who.to_owned(),
                status: status.trim_end_matches('?').to_owned(),
                start,
                end,
                ambiguous: status.ends_with('?'),
            });
        }
        _ => return Err(format!("{}: {label:?} is no label.", passage.id)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_labels_where_they_stood() {
        let text = "## after a row\nI {left him on read|stonewalling me did?} till {he hit me|criticism other did, !abuse other certain}.\n## alone\nI shut down the laptop.\n";
        let read = sentences("s", text).expect("well formed");
        let first = &read[0];
        assert_eq!(
            first.text,
            "We had a row. I left him on read till he hit me."
        );
        assert_eq!(
            &first.text[first.acts[0].start..first.acts[0].end],
            "left him on read"
        );
        assert!(first.acts[0].ambiguous && !first.acts[1].ambiguous);
        assert_eq!(first.safety.as_deref(), Some("abuse"));
        assert_eq!(read[1].text, "I shut down the laptop.");
    }

    #[test]
    fn faults_are_told() {
        for text in [
            "I left",
            "## alone\n{I left|leaving me did}",
            "## alone\n{I left",
            "## alone\nI} left",
        ] {
            assert!(sentences("s", text).is_err(), "{text:?} went unseen");
        }
        assert!(entries("e", "I left.\nAnd went.").is_err());
    }
}
