//! The lists a person chooses from, with a label for the list and a phrase for sentences.
//! The ids are those of the IPC types; their order is the order shown.

use std::collections::HashSet;

use serde::Deserialize;

use crate::files::{check_from, check_ids, check_text, check_unique};
use crate::{ContentError, files};

const FILE: &str = "choices.toml";
const FEELINGS: &str = "feelings.toml";

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// As in the IPC types, camelCase: `exOrCoparent`.
    pub id: String,
    /// For the list: "Ex or co-parent".
    pub label: String,
    /// Within a sentence or a line: "ex or co-parent", "still open".
    pub phrase: String,
}

/// Which articles the lists draw on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    relationships: String,
    age_bands: String,
    causes: String,
    sizes: String,
    states: String,
}

/// All lists but the feelings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    from: Sources,
    /// Kinds of relationship.
    pub relationships: Vec<Choice>,
    /// Ages of a child.
    pub age_bands: Vec<Choice>,
    /// What it was over.
    pub causes: Vec<Choice>,
    /// How big it felt.
    pub sizes: Vec<Choice>,
    /// Parts of a day.
    pub day_parts: Vec<Choice>,
    /// What became of a rupture.
    pub states: Vec<Choice>,
}

impl Choices {
    /// "still open" for `open`.
    pub fn state_phrase(&self, id: &str) -> Option<&str> {
        phrase(&self.states, id)
    }

    /// "partner"; with an age band, "child, 3 to 5".
    pub fn relationship_phrase(&self, id: &str, age_band: Option<&str>) -> Option<String> {
        let relationship = phrase(&self.relationships, id)?;
        Some(
            match age_band.and_then(|band| phrase(&self.age_bands, band)) {
                Some(age) => format!("{relationship}, {age}"),
                None => relationship.to_owned(),
            },
        )
    }

    /// Every list with its name and the ids other crates know.
    fn lists(&self) -> [(&'static str, &[Choice], &'static [&'static str]); 6] {
        [
            (
                "relationships",
                &self.relationships,
                &[
                    "partner",
                    "exOrCoparent",
                    "friend",
                    "parent",
                    "sibling",
                    "family",
                    "child",
                    "colleague",
                    "boss",
                    "neighbour",
                    "myself",
                ],
            ),
            (
                "age_bands",
                &self.age_bands,
                &["infant", "toddler", "preschool", "schoolAge", "teen"],
            ),
            (
                "causes",
                &self.causes,
                &[
                    "miscommunication",
                    "unmetExpectation",
                    "emotionalNeglect",
                    "betrayal",
                ],
            ),
            (
                "sizes",
                &self.sizes,
                &["minor", "moderate", "major", "everyday"],
            ),
            (
                "day_parts",
                &self.day_parts,
                &["morning", "afternoon", "evening", "night"],
            ),
            (
                "states",
                &self.states,
                &[
                    "open", "waiting", "tried", "repaired", "letGo", "apart", "ended",
                ],
            ),
        ]
    }
}

fn phrase<'a>(list: &'a [Choice], id: &str) -> Option<&'a str> {
    list.iter().find(|c| c.id == id).map(|c| c.phrase.as_str())
}

/// Feelings that lie close together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeelingGroup {
    /// Names the group in data.
    pub id: String,
    /// "Hurt".
    pub label: String,
    /// The feelings, all different over all groups.
    pub names: Vec<String>,
    /// The article the idea comes from.
    pub from: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Feelings {
    groups: Vec<FeelingGroup>,
}

pub(crate) fn load(articles: &HashSet<&str>) -> Result<Choices, ContentError> {
    let choices: Choices = files::parse(FILE)?;
    let from = &choices.from;
    for from in [
        &from.relationships,
        &from.age_bands,
        &from.causes,
        &from.sizes,
        &from.states,
    ] {
        check_from(FILE, articles, from)?;
    }
    for (name, list, ids) in choices.lists() {
        check_ids(FILE, name, list.iter().map(|c| c.id.as_str()), ids)?;
        check_unique(FILE, list.iter().map(|c| c.label.as_str()))?;
        for choice in list {
            check_text(FILE, &choice.id, &choice.label)?;
            check_text(FILE, &choice.id, &choice.phrase)?;
        }
    }
    Ok(choices)
}

pub(crate) fn load_feelings(articles: &HashSet<&str>) -> Result<Vec<FeelingGroup>, ContentError> {
    let Feelings { groups } = files::parse(FEELINGS)?;
    check_unique(FEELINGS, groups.iter().map(|g| g.id.as_str()))?;
    let names = groups.iter().flat_map(|g| &g.names);
    check_unique(FEELINGS, names.map(String::as_str))?;
    for group in &groups {
        check_from(FEELINGS, articles, &group.from)?;
        check_text(FEELINGS, &group.id, &group.label)?;
        for name in &group.names {
            check_text(FEELINGS, &group.id, name)?;
        }
    }
    Ok(groups)
}
