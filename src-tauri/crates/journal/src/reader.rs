//! The analyser at work on an entry: its findings and signs as the vault stores them.

use goldseam_analyser as analyser;
use goldseam_lexicon::lexicon;
use goldseam_vault::table::finding::{Finding, Signal};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

/// What a reading of an entry gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Read {
    pub findings: Vec<Finding>,
    pub signals: Vec<Signal>,
    /// Its code; with a `+` and another code if parts are in that language and were not read.
    pub language: String,
}

/// Reads a text.
pub(crate) fn read(entry_id: &str, text: &str) -> Read {
    let reading = analyser::read(text, lexicon());
    let sentences = Sentences::new(text);
    let findings = reading
        .findings
        .iter()
        .map(|found| {
            let sentence = sentences.around(found.start, found.end);
            Finding {
                entry_id: entry_id.to_owned(),
                start: offset(found.start),
                end: offset(found.end),
                kind: found.kind.as_str().to_owned(),
                who: found.who.as_str().to_owned(),
                status: found.status.as_str().to_owned(),
                rule: found.rule.to_string(),
                why: found.why.as_str().to_owned(),
                added: false,
                sentence_key: key(&text[sentence.clone()]),
                sentence: shorten(&text[sentence]),
                verdict: None,
            }
        })
        .collect();
    let signals = reading
        .signals
        .iter()
        .map(|signal| Signal {
            sign: signal.sign.clone(),
            concern: signal.concern.as_str().to_owned(),
            level: signal.level.as_str().to_owned(),
            by_whom: signal.by.as_str().to_owned(),
            sentence_key: key(&text[sentences.around(signal.start, signal.end)]),
            freed: false,
        })
        .collect();
    Read {
        findings,
        signals,
        language: match reading.other_language {
            Some(other) => format!("{}+{}", reading.language.code(), other.code()),
            None => reading.language.code().to_owned(),
        },
    }
}

/// The sentences of a text, found once: a long entry may hold thousands of findings.
struct Sentences(Vec<Range<usize>>);

impl Sentences {
    fn new(text: &str) -> Self {
        Self(analyser::sentences(text).collect())
    }

    /// The sentence or sentences that a span touches; the span itself where it touches none.
    fn around(&self, start: usize, end: usize) -> Range<usize> {
        let first = self.0.partition_point(|sentence| sentence.end <= start);
        let after = self.0.partition_point(|sentence| sentence.start < end);
        match self.0.get(first..after) {
            Some([only]) => only.clone(),
            Some([from, .., to]) => from.start..to.end,
            _ => start..end,
        }
    }
}

/// Findings that were added by hand, put where their sentence stands in the new text. One whose
/// sentence is gone is left out: the writer took those words back.
pub(crate) fn carry_added(added: &[Finding], text: &str) -> Vec<Finding> {
    let mut at: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for sentence in analyser::sentences(text) {
        at.entry(key(&text[sentence.clone()])).or_insert(sentence);
    }
    added
        .iter()
        .filter_map(|finding| {
            let sentence = at.get(&finding.sentence_key)?;
            Some(Finding {
                start: offset(sentence.start),
                end: offset(sentence.end),
                ..finding.clone()
            })
        })
        .collect()
}

/// What ties a verdict to a sentence: 64 bits of SHA-256 over its normalised form, in hex.
pub(crate) fn key(sentence: &str) -> String {
    let digest = Sha256::digest(analyser::sentence_key(sentence).as_bytes());
    digest[..8].iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A sentence as lists show it: at most 400 characters.
pub(crate) fn shorten(sentence: &str) -> String {
    cut(sentence.trim(), 400)
}

/// The first words of an entry as lists show them: at most 140 characters of its first line.
pub(crate) fn opening(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    cut(line, 140)
}

/// Cut at a word if one ends in the last third, with an ellipsis.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..end];
    let at_word = kept
        .rfind(char::is_whitespace)
        .filter(|at| at * 3 > end * 2);
    format!("{}…", kept[..at_word.unwrap_or(end)].trim_end())
}

/// Entries hold at most 4 MiB.
fn offset(byte: usize) -> u32 {
    u32::try_from(byte).expect("an entry is far shorter than 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_openings_end_at_a_word() {
        let text = format!("\n\n  {}\nsecond line", "word ".repeat(60));
        let opening = opening(&text);
        assert!(opening.ends_with("word…") && opening.chars().count() <= 141);
        assert_eq!(super::opening("  Short. \n more"), "Short.");
        assert_eq!(super::opening(&"🥣".repeat(200)).chars().count(), 141);
    }

    #[test]
    fn a_verdict_holds_on_to_its_sentence_through_small_changes() {
        assert_eq!(key("I shut down."), key("  I shut  down"));
        assert_ne!(key("I shut down."), key("He shut down."));
    }
}
