//! A labelled passage and what was found in it, in one shape for every source.

use crate::Outcome;
use serde::Deserialize;
use std::path::Path;

/// The ten responses.
pub const RESPONSES: [&str; 10] = [
    "stonewalling",
    "defensiveness",
    "avoidance",
    "minimizing",
    "over_apologizing",
    "self_blame",
    "quick_fix",
    "criticism",
    "contempt",
    "unresolved_emotion",
];

/// The nine repair moves.
pub const REPAIRS: [&str; 9] = [
    "acknowledge_impact",
    "take_responsibility",
    "sincere_apology",
    "conditional_apology",
    "curiosity",
    "break_with_return",
    "reassurance",
    "amends",
    "forgiveness",
];

/// An act, labelled or found. Offsets are UTF-8 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub kind: String,
    pub who: String,
    pub status: String,
    pub start: usize,
    pub end: usize,
    /// Careful readers differ: neither demanded nor held against a finding.
    pub ambiguous: bool,
}

impl Act {
    /// It happened, once or often.
    pub fn enacted(&self) -> bool {
        matches!(self.status.as_str(), "did" | "habitual")
    }

    /// The writer's, and it happened.
    pub fn mine(&self) -> bool {
        self.who == "me" && self.enacted()
    }
}

/// A sign of danger, labelled or found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// `abuse` or `crisis`; empty where a set does not say.
    pub concern: String,
    pub level: String,
    pub by: String,
    pub start: usize,
    pub end: usize,
}

/// One labelled passage.
#[derive(Debug, Clone)]
pub struct Passage {
    pub id: String,
    pub text: String,
    pub acts: Vec<Act>,
    pub signs: Vec<Sign>,
    /// The more urgent concern.
    pub safety: Option<String>,
    /// Readers differ about safety: left out of its figures.
    pub safety_ambiguous: bool,
}

/// What was found in one passage.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub acts: Vec<Act>,
    pub signs: Vec<Sign>,
    pub safety: Option<String>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
    labels: Vec<Label>,
    safety: Option<String>,
    #[serde(default)]
    safety_ambiguous: bool,
}

#[derive(Deserialize)]
struct Label {
    kind: String,
    who: String,
    status: String,
    quote: String,
    #[serde(default)]
    ambiguous: bool,
}

/// Reads a set of JSON lines: `{"id","text","labels":[{"kind","who","status","quote"}],"safety"}`.
pub fn load(path: &Path) -> Outcome<Vec<Passage>> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read ({error}).", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let row: Row = serde_json::from_str(line)
                .map_err(|error| format!("{}, line {}: {error}", path.display(), number + 1))?;
            passage(row)
        })
        .collect()
}

fn passage(row: Row) -> Outcome<Passage> {
    let acts =
        row.labels
            .into_iter()
            .map(|label| {
                let start = row.text.find(&label.quote).ok_or_else(|| {
                    format!("{}: the quote {:?} is not in it.", row.id, label.quote)
                })?;
                Ok(Act {
                    kind: label.kind,
                    who: label.who,
                    status: label.status,
                    start,
                    end: start + label.quote.len(),
                    ambiguous: label.ambiguous,
                })
            })
            .collect::<Outcome<Vec<Act>>>()?;
    Ok(Passage {
        id: row.id,
        text: row.text,
        acts,
        signs: Vec::new(),
        safety: row.safety,
        safety_ambiguous: row.safety_ambiguous,
    })
}
