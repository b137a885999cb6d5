//! The journal as a list: newest first, search, trash.

use crate::Unlocked;
use crate::days;
use crate::dto::{EntryLine, Failure, JournalPage, JournalRequest, RepairState};
use crate::wire::Wire;
use chrono::NaiveDate;
use goldseam_content as content;
use goldseam_vault::table::entry::{self, Line};
use std::collections::BTreeMap;
use std::str::FromStr;

/// Entries on a page.
const PAGE: u32 = 50;

impl Unlocked {
    /// A page of the journal.
    ///
    /// # Errors
    /// A cursor of another journal; the disk's refusal.
    pub fn journal(&self, request: &JournalRequest) -> Result<JournalPage, Failure> {
        let before = match &request.cursor {
            None => i64::MAX,
            Some(cursor) => cursor.parse().map_err(|_| Failure::not_found())?,
        };
        // What the index calls a word: anything else would match nothing.
        let query = request.query.replace('\0', "");
        let words = query
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>();
        let lines = if words.is_empty() && !query.trim().is_empty() {
            vec![]
        } else if words.is_empty() {
            entry::page(&self.vault, before, request.trash, PAGE)?
        } else {
            entry::search(&self.vault, &words, before, request.trash, PAGE)?
        };
        let cursor = (lines.len() == PAGE as usize)
            .then(|| lines.last().map(|line| line.entry.seq.to_string()))
            .flatten();
        Ok(JournalPage {
            entries: self.entry_lines(lines)?,
            cursor,
            total: entry::count(&self.vault, request.trash)?,
        })
    }

    /// Stored entries as a list shows them.
    pub(crate) fn entry_lines(&self, lines: Vec<Line>) -> Result<Vec<EntryLine>, Failure> {
        let ids = lines.iter().map(|line| line.entry.id.as_str());
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (id, name) in entry::names_in(&self.vault, &ids.collect::<Vec<_>>())? {
            names.entry(id).or_default().push(name);
        }
        let today = self.clock.today();
        lines
            .into_iter()
            .map(|Line { entry, state }| {
                let day = NaiveDate::from_str(&entry.happened_on).unwrap_or(today);
                let part = entry.happened_part.as_deref();
                Ok(EntryLine {
                    when_words: days::near_with_part(day, part, today),
                    state_words: state
                        .as_deref()
                        .filter(|_| !entry.resting)
                        .map(state_words)
                        .unwrap_or_default(),
                    state: RepairState::maybe(state.as_deref().filter(|_| !entry.resting))?,
                    people: names.remove(&entry.id).unwrap_or_default(),
                    entry_id: entry.id,
                    rupture_id: entry.rupture_id,
                    happened_on: entry.happened_on,
                    opening: entry.opening,
                })
            })
            .collect()
    }
}

/// "still open".
pub(crate) fn state_words(state: &str) -> String {
    content::content()
        .choices()
        .state_phrase(state)
        .unwrap_or_default()
        .to_owned()
}
