//! The journal of a made-up writer, so that anybody can look around without writing anything.
//! Days are counted back from the day it is made. Not here: putting it into a vault.

use std::collections::HashMap;

use serde::Deserialize;

use crate::files::{check_ids, check_text, check_unique};
use crate::{Choice, Choices, ContentError, FeelingGroup, files};

const FILE: &str = "demo/entries.toml";

/// Somebody in the made-up journal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPerson {
    /// Names them in this file.
    pub id: String,
    /// As the writer calls them.
    pub alias: String,
    /// A relationship id.
    pub relationship: String,
    /// An age band id, for a child.
    pub age_band: Option<String>,
}

/// A question that was asked later, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoFollowUp {
    /// Days after the entry, not beyond the day the journal is made.
    pub days_after: u16,
    /// `better`, `same` or `worse`.
    pub outcome: String,
    /// The line of text; may be empty.
    #[serde(default)]
    pub note: String,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoEntry {
    /// Names it in this file.
    pub id: String,
    /// Days before the day the journal is made; 0 is that day.
    pub days_ago: u16,
    /// A part of the day.
    pub part: String,
    /// Ids of people.
    pub people: Vec<String>,
    /// What it was over.
    pub cause: Option<String>,
    /// How big it felt.
    pub size: Option<String>,
    /// Feelings, from the list.
    pub feelings: Vec<String>,
    /// 0 to 10.
    pub distress: Option<u8>,
    /// Whether it tells of a rupture.
    #[serde(default = "yes")]
    pub tells_rupture: bool,
    /// The earlier entry whose rupture this one goes on telling.
    pub continues: Option<String>,
    /// The earlier entry whose rupture came up again, as a new one.
    pub this_again: Option<String>,
    /// What became of the rupture in the end; on the entry that first tells it, and only there.
    pub state: Option<String>,
    /// It holds a safety sign and has to rest.
    #[serde(default)]
    pub gated: bool,
    /// What was asked later.
    #[serde(default)]
    pub follow_ups: Vec<DemoFollowUp>,
    /// What was written.
    pub text: String,
}

fn yes() -> bool {
    true
}

/// The whole of it: entries from the oldest to the newest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// Everybody in it.
    pub people: Vec<DemoPerson>,
    /// What was written.
    pub entries: Vec<DemoEntry>,
}

impl Demo {
    fn check(&self, choices: &Choices, feelings: &[FeelingGroup]) -> Result<(), ContentError> {
        check_unique(FILE, self.people.iter().map(|p| p.id.as_str()))?;
        check_unique(FILE, self.people.iter().map(|p| p.alias.as_str()))?;
        check_unique(FILE, self.entries.iter().map(|e| e.id.as_str()))?;
        for person in &self.people {
            one_of(&person.id, &choices.relationships, &person.relationship)?;
            if let Some(age) = &person.age_band {
                one_of(&person.id, &choices.age_bands, age)?;
            }
        }
        let mut earlier: HashMap<&str, &DemoEntry> = HashMap::new();
        let mut last = u16::MAX;
        for entry in &self.entries {
            if entry.days_ago > last {
                return fault(&entry.id, "stands after a later one");
            }
            last = entry.days_ago;
            self.check_entry(entry, choices, feelings)?;
            check_links(entry, &earlier)?;
            earlier.insert(&entry.id, entry);
        }
        Ok(())
    }

    fn check_entry(
        &self,
        entry: &DemoEntry,
        choices: &Choices,
        feelings: &[FeelingGroup],
    ) -> Result<(), ContentError> {
        let id = entry.id.as_str();
        check_text(FILE, id, &entry.text)?;
        one_of(id, &choices.day_parts, &entry.part)?;
        for person in &entry.people {
            if !self.people.iter().any(|known| known.id == *person) {
                return fault(id, &format!("nobody is called `{person}`"));
            }
        }
        for feeling in &entry.feelings {
            if !feelings.iter().any(|group| group.names.contains(feeling)) {
                return fault(id, &format!("`{feeling}` is not in the list of feelings"));
            }
        }
        if entry.distress.is_some_and(|distress| distress > 10) {
            return fault(id, "distress goes from 0 to 10");
        }
        for (list, value) in [
            (&choices.causes, &entry.cause),
            (&choices.sizes, &entry.size),
        ] {
            if let Some(value) = value {
                one_of(id, list, value)?;
            }
        }
        if let Some(state) = &entry.state {
            one_of(id, &choices.states, state)?;
        }
        let first_told = entry.tells_rupture && entry.continues.is_none();
        if entry.state.is_some() != first_told {
            return fault(
                id,
                "`state` stands where a rupture is first told, and only there",
            );
        }
        for asked in &entry.follow_ups {
            if !["better", "same", "worse"].contains(&asked.outcome.as_str()) {
                return fault(id, "`outcome` is better, same or worse");
            }
            if asked.days_after > entry.days_ago {
                return fault(id, "was asked about after the journal was made");
            }
        }
        if !first_told && !entry.follow_ups.is_empty()
            || entry.gated && !entry.follow_ups.is_empty()
        {
            return fault(id, "nothing is asked about an entry like this");
        }
        Ok(())
    }
}

/// Links lead back to an entry that first tells a rupture.
fn check_links(entry: &DemoEntry, earlier: &HashMap<&str, &DemoEntry>) -> Result<(), ContentError> {
    for link in [&entry.continues, &entry.this_again].into_iter().flatten() {
        match earlier.get(link.as_str()) {
            Some(linked) if linked.state.is_some() => {}
            _ => return fault(&entry.id, &format!("no earlier rupture is called `{link}`")),
        }
    }
    Ok(())
}

fn one_of(id: &str, list: &[Choice], value: &str) -> Result<(), ContentError> {
    let known: Vec<&str> = list.iter().map(|choice| choice.id.as_str()).collect();
    if known.contains(&value) {
        return Ok(());
    }
    // Says what is allowed, in the words every list uses.
    check_ids(FILE, id, [value], &known)
}

fn fault(id: &str, words: &str) -> Result<(), ContentError> {
    Err(ContentError::new(FILE, format!("`{id}`: {words}")))
}

pub(crate) fn load(choices: &Choices, feelings: &[FeelingGroup]) -> Result<Demo, ContentError> {
    let mut demo: Demo = files::parse(FILE)?;
    for entry in &mut demo.entries {
        // A block of text in TOML ends with the line it is closed on.
        entry.text = entry.text.trim().to_owned();
    }
    demo.check(choices, feelings)?;
    Ok(demo)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fault after a change to the demo, or nothing.
    fn fault_after(change: impl FnOnce(&mut Demo)) -> Option<String> {
        let content = crate::content();
        let mut demo = content.demo().clone();
        change(&mut demo);
        let checked = demo.check(content.choices(), content.feelings());
        checked.err().map(|fault| fault.fault)
    }

    #[test]
    fn unchanged_it_passes() {
        assert_eq!(fault_after(|_| {}), None);
    }

    #[test]
    fn faults_are_found() {
        let changes: [fn(&mut Demo); 8] = [
            |demo| demo.entries.reverse(),
            |demo| demo.entries[0].people.push("nobody".to_owned()),
            |demo| demo.entries[0].feelings.push("purple".to_owned()),
            |demo| demo.entries[0].distress = Some(11),
            |demo| demo.entries[0].cause = Some("weather".to_owned()),
            |demo| demo.entries[0].state = None,
            |demo| demo.entries[0].this_again = Some(demo.entries[1].id.clone()),
            |demo| demo.entries[1].id = demo.entries[0].id.clone(),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            assert!(fault_after(change).is_some(), "change {number} went unseen");
        }
    }

    #[test]
    fn nothing_is_asked_about_an_entry_that_rests() {
        let fault = fault_after(|demo| {
            let gated = demo
                .entries
                .iter_mut()
                .find(|e| e.gated)
                .expect("one rests");
            gated.follow_ups.push(DemoFollowUp {
                days_after: 0,
                outcome: "same".to_owned(),
                note: String::new(),
            });
        });
        assert!(fault.is_some());
    }
}
