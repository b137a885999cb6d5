//! The gate: what rests because an entry holds a safety sign, or the writer said "I don't feel
//! safe with this person". Nothing that rests is in a finding, count, question or nudge.

use crate::Unlocked;
use crate::dto::{EntryPage, EntryRequest, Failure, HelpLine, NotesPage, NotesSection};
use crate::people;
use goldseam_content::{self as content, Sign};
use goldseam_vault::VaultError;
use goldseam_vault::table::finding::Signal;
use goldseam_vault::table::person::Person;
use goldseam_vault::table::{Write, entry, finding, person, rupture};

/// Whether any sign stands that the writer has not set aside.
pub(crate) fn rests(signals: &[Signal]) -> bool {
    signals.iter().any(|signal| !signal.freed)
}

/// Whether a crisis sign stands that the writer has not set aside.
pub(crate) fn is_crisis(signals: &[Signal]) -> bool {
    signals
        .iter()
        .any(|signal| !signal.freed && signal.concern == "crisis")
}

fn same(one: &Signal, other: &Signal) -> bool {
    one.sign == other.sign && one.sentence_key == other.sentence_key
}

/// The signs of a new reading, those that were set aside before still so.
pub(crate) fn carry_freed(old: &[Signal], mut new: Vec<Signal>) -> Vec<Signal> {
    for signal in &mut new {
        signal.freed = old.iter().any(|known| known.freed && same(known, signal));
    }
    new
}

/// The signs that another version of the analyser sees in the same text. What the writer set aside
/// in a sentence stays aside there, whatever the sign is called now, unless it is plainer now than
/// what they were asked about.
pub(crate) fn carry_freed_sentences(old: &[Signal], mut new: Vec<Signal>) -> Vec<Signal> {
    let plain = |signal: &Signal| signal.level == "certain";
    for signal in &mut new {
        signal.freed = old.iter().any(|known| {
            known.freed
                && known.sentence_key == signal.sentence_key
                && known.concern == signal.concern
                && (plain(known) || !plain(signal))
        });
    }
    new
}

/// Closes the gate over the people of an entry for each certain sign that is new, and over people
/// who are new to an entry with a certain sign. Somebody the writer freed stays free until then.
pub(crate) fn close_over_people(
    write: &Write<'_>,
    entry_id: &str,
    old_signals: &[Signal],
    old_people: &[Person],
    signals: &[Signal],
) -> Result<(), VaultError> {
    let certain = |signal: &&Signal| !signal.freed && signal.level == "certain";
    if !signals.iter().any(|signal| certain(&signal)) {
        return Ok(());
    }
    let any_new = signals
        .iter()
        .filter(certain)
        .any(|signal| !old_signals.iter().any(|known| same(known, signal)));
    for person in person::of_entry(write, entry_id)? {
        let newcomer = !old_people.iter().any(|known| known.id == person.id);
        let open = person.gate == "none" && person.relationship != "myself";
        if open && (any_new || newcomer) {
            person::set_gate(write, &person.id, "sign")?;
        }
    }
    Ok(())
}

impl Unlocked {
    /// Whether an entry rests: by its own signs, by those of its rupture, or by a person in it.
    pub(crate) fn entry_rests(&self, entry: &entry::Entry) -> Result<bool, Failure> {
        if entry.resting
            || person::of_entry(&self.vault, &entry.id)?
                .iter()
                .any(Person::resting)
        {
            return Ok(true);
        }
        match &entry.rupture_id {
            Some(id) => Ok(rupture::told(&self.vault, id)?.is_some_and(|told| told.resting)),
            None => Ok(false),
        }
    }

    /// The quiet page of an entry.
    ///
    /// # Errors
    /// No such entry; the disk's refusal.
    pub fn notes(&self, request: &EntryRequest) -> Result<NotesPage, Failure> {
        let safety = content::content().safety();
        let entry = entry::get(&self.vault, &request.entry_id)?;
        let signals = finding::signals(&self.vault, &entry.id)?;
        let mut signs = signals
            .iter()
            .filter(|signal| !signal.freed)
            .map(
                |signal| match (signal.concern.as_str(), signal.by_whom.as_str()) {
                    ("crisis", _) => Sign::Crisis,
                    (_, "me") => Sign::DidHarm,
                    _ => Sign::Harmed,
                },
            )
            .collect::<Vec<_>>();
        signs.dedup();
        let mut resting_people = vec![];
        for person in person::of_entry(&self.vault, &entry.id)? {
            if person.resting() {
                resting_people.push(people::view(&person)?);
            }
        }
        Ok(NotesPage {
            entry_id: entry.id,
            title: safety.title.clone(),
            sections: safety
                .sections(&signs)
                .into_iter()
                .map(|section| NotesSection {
                    id: section.id,
                    heading: section.heading,
                    paragraphs: section.paragraphs,
                })
                .collect(),
            lines: safety
                .lines
                .iter()
                .map(|line| HelpLine {
                    country: line.country.clone(),
                    name: line.name.clone(),
                    number: line.number.clone(),
                    about: line.about.clone(),
                    checked: line.checked_words(),
                })
                .collect(),
            can_free_entry: entry.resting,
            resting_people,
        })
    }

    /// "This isn't that": the entry rests no more. People it closed the gate over stay behind it
    /// until they are freed by a choice of its own.
    ///
    /// # Errors
    /// No such entry; the disk's refusal.
    pub fn entry_free(&mut self, request: &EntryRequest) -> Result<EntryPage, Failure> {
        let now = self.clock.stamp();
        let known = entry::get(&self.vault, &request.entry_id)?;
        self.vault.commit(|write| {
            finding::free_signals(write, &known.id, &now)?;
            entry::note_reading(write, &known.id, &known.language, known.read_by, false)
        })?;
        self.entry_open(request)
    }
}
