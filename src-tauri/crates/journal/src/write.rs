//! Writing: drafts, saving, changing, trash.

use crate::clock;
use crate::dto::{
    Draft, DraftRequest, DraftSaveRequest, DraftSaved, EntryFields, EntryRequest, EntrySaveRequest,
    EntrySaved, Failure,
};
use crate::opening::new_id;
use crate::reader::{self, Read};
use crate::wire::Wire;
use crate::{LONGEST_TEXT, Unlocked, days, gate};
use chrono::NaiveDate;
use goldseam_analyser::VERSION;
use goldseam_vault::table::entry::{Entry, Sort};
use goldseam_vault::table::{draft, entry, finding, person, rupture};
use std::str::FromStr;

/// Most feelings that one entry names.
const MOST_FEELINGS: usize = 40;

/// What the editor sends, cleaned and checked.
pub(crate) struct Checked {
    text: String,
    day: NaiveDate,
    feelings: Vec<String>,
}

/// Checks what the editor holds. `known` is the day of the entry before the change: it may stay,
/// even if the clock was set back since.
pub(crate) fn check(
    fields: &EntryFields,
    today: NaiveDate,
    known: Option<NaiveDate>,
) -> Result<Checked, Failure> {
    // NUL is no text: it ends strings in half the programs an export may meet.
    let text = fields
        .text
        .replace('\0', "")
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(Failure::input(
            "There is nothing to keep yet. A few words are enough.",
        ));
    }
    if text.len() > LONGEST_TEXT {
        return Err(Failure::input(
            "That is more than one entry can hold (about four million letters). Nothing is lost; keep it as two entries.",
        ));
    }
    let day = match &fields.happened_on {
        None => today,
        Some(day) => NaiveDate::from_str(day)
            .map_err(|_| Failure::input("That day is not in the calendar."))?,
    };
    if day > today && known != Some(day) {
        return Err(Failure::input(
            "That day is still to come. Choose today or an earlier one.",
        ));
    }
    if day < NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default() {
        return Err(Failure::input(
            "That day is before 1900. Is the year right?",
        ));
    }
    if fields.distress.is_some_and(|distress| distress > 10) {
        return Err(Failure::input("Distress runs from 0 to 10."));
    }
    let feelings = fields
        .feelings
        .iter()
        .map(|name| name.trim().replace('\0', ""))
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>();
    if feelings.len() > MOST_FEELINGS {
        return Err(Failure::input("Up to forty feelings fit in one entry."));
    }
    if feelings.iter().any(|name| name.chars().count() > 60) {
        return Err(Failure::input(
            "The name of a feeling can be up to 60 letters long.",
        ));
    }
    Ok(Checked {
        text,
        day,
        feelings,
    })
}

/// How an entry is to be stored: what it was before, if it is being changed.
struct Plan {
    entry: Entry,
    text: String,
    read: Read,
    feelings: Vec<String>,
}

impl Unlocked {
    /// Keeps what stands in the editor.
    ///
    /// # Errors
    /// A text beyond the limit; the disk's refusal. The earlier draft stays.
    pub fn draft_save(&mut self, request: &DraftSaveRequest) -> Result<DraftSaved, Failure> {
        if request.fields.text.len() > LONGEST_TEXT * 2 {
            return Err(Failure::input(
                "That is more than one entry can hold, so it is not kept yet. Keep a part of it first.",
            ));
        }
        let body = serde_json::to_string(&request.fields)
            .map_err(|_| Failure::input("What stands in the editor could not be kept as it is."))?;
        let slot = request.entry_id.as_deref().unwrap_or(draft::NEW);
        let kept = draft::Draft {
            body,
            saved_at: self.clock.stamp(),
        };
        self.vault.commit(|write| draft::put(write, slot, &kept))?;
        Ok(DraftSaved {
            words: format!("Saved {}", self.clock.local().format("%H:%M")),
        })
    }

    /// The draft of a new entry, or of a change to one, if there is one.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn draft_load(&self, request: &DraftRequest) -> Result<Option<Draft>, Failure> {
        let slot = request.entry_id.as_deref().unwrap_or(draft::NEW);
        let Some(kept) = draft::get(&self.vault, slot)? else {
            return Ok(None);
        };
        let fields = serde_json::from_str(&kept.body).map_err(|_| {
            Failure::new(
                crate::dto::Code::Other,
                "A draft is there but cannot be read by this Goldseam. It was left as it is.",
            )
        })?;
        Ok(Some(Draft {
            fields,
            saved_words: self.near_words(&kept.saved_at),
        }))
    }

    /// Lets a draft go.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn draft_discard(&mut self, request: &DraftRequest) -> Result<(), Failure> {
        let slot = request.entry_id.as_deref().unwrap_or(draft::NEW);
        Ok(self.vault.commit(|write| draft::clear(write, slot))?)
    }

    /// Saves a new entry or a change, reads it, and lets the matching draft go; all or nothing.
    ///
    /// # Errors
    /// What cannot be taken, in words; the disk's refusal. The draft stays then.
    pub fn entry_save(&mut self, request: &EntrySaveRequest) -> Result<EntrySaved, Failure> {
        match &request.entry_id {
            None => self.entry_save_new(&request.fields),
            Some(id) => self.entry_change(id, &request.fields),
        }
    }

    pub(crate) fn entry_save_new(&mut self, fields: &EntryFields) -> Result<EntrySaved, Failure> {
        let checked = check(fields, self.clock.today(), None)?;
        self.check_links(fields, None)?;
        let id = new_id();
        let read = read_unless(fields.keep_only, &id, &checked.text);
        let plan = Plan {
            entry: self.entry_of(&id, fields, &checked, &read, None),
            text: checked.text,
            read,
            feelings: checked.feelings,
        };
        self.store(plan, fields, None)
    }

    fn entry_change(&mut self, id: &str, fields: &EntryFields) -> Result<EntrySaved, Failure> {
        let before = entry::get(&self.vault, id)?;
        let known = NaiveDate::from_str(&before.happened_on).ok();
        let checked = check(fields, self.clock.today(), known)?;
        self.check_links(fields, before.rupture_id.as_deref())?;
        let mut read = read_unless(fields.keep_only, id, &checked.text);
        let added = finding::of_entry(&self.vault, id)?
            .into_iter()
            .filter(|finding| finding.added)
            .collect::<Vec<_>>();
        read.findings
            .extend(reader::carry_added(&added, &checked.text));
        let plan = Plan {
            entry: self.entry_of(id, fields, &checked, &read, Some(&before)),
            text: checked.text,
            read,
            feelings: checked.feelings,
        };
        self.store(plan, fields, Some(&before))
    }

    /// People, the earlier rupture and the one gone on telling must exist.
    fn check_links(&self, fields: &EntryFields, own: Option<&str>) -> Result<(), Failure> {
        for id in &fields.people {
            person::get(&self.vault, id)?;
        }
        if let Some(id) = &fields.this_again {
            rupture::get(&self.vault, id)?;
            if own == Some(id) || fields.continues.as_ref() == Some(id) {
                return Err(Failure::input("A conflict can't be its own earlier one."));
            }
        }
        if let Some(id) = &fields.continues {
            rupture::get(&self.vault, id)?;
        }
        Ok(())
    }

    fn entry_of(
        &self,
        id: &str,
        fields: &EntryFields,
        checked: &Checked,
        read: &Read,
        before: Option<&Entry>,
    ) -> Entry {
        let part = fields.happened_part.map(Wire::id);
        let written = before
            .and_then(|entry| clock::instant(&entry.written_at))
            .unwrap_or_else(|| self.clock.now())
            .with_timezone(&self.clock.zone())
            .naive_local();
        Entry {
            seq: days::place_in_time(checked.day, part, written),
            id: id.to_owned(),
            rupture_id: before.and_then(|entry| entry.rupture_id.clone()),
            happened_on: checked.day.to_string(),
            happened_part: part.map(ToOwned::to_owned),
            zone: self.clock.zone().name().to_owned(),
            written_at: before.map_or_else(|| self.clock.stamp(), |entry| entry.written_at.clone()),
            edited_at: before.map(|_| self.clock.stamp()),
            revision: before.map_or(1, |entry| entry.revision),
            opening: reader::opening(&checked.text),
            keep_only: fields.keep_only,
            distress: fields.distress,
            language: read.language.clone(),
            read_by: if fields.keep_only { 0 } else { VERSION },
            resting: false,
            trashed_at: before.and_then(|entry| entry.trashed_at.clone()),
        }
    }

    /// Writes everything about an entry in one transaction.
    fn store(
        &mut self,
        plan: Plan,
        fields: &EntryFields,
        before: Option<&Entry>,
    ) -> Result<EntrySaved, Failure> {
        let Plan {
            mut entry,
            text,
            read,
            feelings,
        } = plan;
        let now = self.clock.stamp();
        let new_rupture = new_id();
        let (rupture_id, crisis, resting) = self.vault.commit(|write| {
            let left = before.and_then(|entry| entry.rupture_id.clone());
            entry.rupture_id = match (fields.tells_rupture, &left, &fields.continues) {
                (false, _, _) => None,
                (true, Some(known), None) => Some(known.clone()),
                (true, _, Some(continued)) => Some(continued.clone()),
                (true, None, None) => {
                    rupture::add(write, &new(&new_rupture, &now))?;
                    Some(new_rupture.clone())
                }
            };
            if let Some(id) = &entry.rupture_id {
                describe(write, id, fields)?;
            }

            let old_signals = finding::signals(write, &entry.id)?;
            let old_people = person::of_entry(write, &entry.id)?;
            let signals = gate::carry_freed(&old_signals, read.signals);
            entry.resting = gate::rests(&signals);
            if before.is_some() {
                entry::change(write, &entry, &text)?;
            } else {
                entry::add(write, &entry, &text)?;
            }
            let revision = entry::get(write, &entry.id)?.revision;
            person::set_of_entry(write, &entry.id, &fields.people)?;
            entry::set_labels(write, &entry.id, Sort::Feeling, &feelings)?;
            finding::replace(
                write,
                &entry.id,
                revision,
                entry.read_by,
                &read.findings,
                &signals,
            )?;
            gate::close_over_people(write, &entry.id, &old_signals, &old_people, &signals)?;
            if let Some(left) = left.filter(|left| Some(left) != entry.rupture_id.as_ref()) {
                rupture::remove_if_untold(write, &left)?;
            }
            draft::clear(write, before.map_or(draft::NEW, |entry| &entry.id))?;
            Ok((
                entry.rupture_id.clone(),
                gate::is_crisis(&signals),
                entry.resting,
            ))
        })?;
        Ok(EntrySaved {
            entry_id: entry.id,
            rupture_id,
            suggest_tomorrow: resting || fields.distress.is_some_and(|distress| distress >= 7),
            open_notes: crisis,
        })
    }

    /// Puts an entry into the trash.
    ///
    /// # Errors
    /// No such entry; the disk's refusal.
    pub fn entry_trash(&mut self, request: &EntryRequest) -> Result<(), Failure> {
        let now = self.clock.stamp();
        let id = &request.entry_id;
        Ok(self
            .vault
            .commit(|write| entry::set_trashed(write, id, Some(&now)))?)
    }

    /// Takes an entry out of the trash.
    ///
    /// # Errors
    /// No such entry; the disk's refusal.
    pub fn entry_restore(&mut self, request: &EntryRequest) -> Result<(), Failure> {
        let id = &request.entry_id;
        Ok(self
            .vault
            .commit(|write| entry::set_trashed(write, id, None))?)
    }

    /// A stored instant as "today, 21:04".
    pub(crate) fn near_words(&self, stored: &str) -> String {
        clock::instant(stored).map_or_else(String::new, |at| {
            let local = at.with_timezone(&self.clock.zone()).naive_local();
            days::near_with_time(local, self.clock.today())
        })
    }
}

/// Reads a text, unless the writer asked to have it only kept.
fn read_unless(keep_only: bool, id: &str, text: &str) -> Read {
    if keep_only {
        Read {
            findings: vec![],
            signals: vec![],
            language: "und".to_owned(),
        }
    } else {
        reader::read(id, text)
    }
}

fn new(id: &str, now: &str) -> rupture::Rupture {
    rupture::Rupture {
        id: id.to_owned(),
        cause: None,
        size: None,
        state: "open".to_owned(),
        state_at: now.to_owned(),
        repeats: None,
    }
}

/// Writes what the editor says of the rupture. An entry that goes on telling one adds what it
/// knows and takes nothing away; the entry that first tells it has the last word.
fn describe(
    write: &goldseam_vault::table::Write<'_>,
    id: &str,
    fields: &EntryFields,
) -> Result<(), goldseam_vault::VaultError> {
    let known = rupture::get(write, id)?;
    let adds = fields.continues.is_some();
    let pick = |said: Option<&str>, known: &Option<String>| match said {
        None if adds => known.clone(),
        said => said.map(ToOwned::to_owned),
    };
    rupture::describe(
        write,
        id,
        pick(fields.cause.map(Wire::id), &known.cause).as_deref(),
        pick(fields.size.map(Wire::id), &known.size).as_deref(),
        pick(fields.this_again.as_deref(), &known.repeats).as_deref(),
    )
}
