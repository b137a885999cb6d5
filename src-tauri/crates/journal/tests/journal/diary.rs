//! A journal in a temporary folder, and short ways to do what a person does.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use goldseam_journal::clock::{Clock, instant};
use goldseam_journal::dto::*;
use goldseam_journal::{Locked, Unlocked};
use std::sync::{Arc, Mutex};

pub const PASSPHRASE: &str = "lantern orchard velvet nineteen";

/// A clock that tests set.
#[derive(Clone)]
pub struct SetClock(Arc<Mutex<DateTime<Utc>>>);

impl SetClock {
    pub fn at(time: &str) -> Self {
        Self(Arc::new(Mutex::new(instant(time).expect("an instant"))))
    }
    pub fn set(&self, time: &str) {
        *self.0.lock().expect("no test panics while it sets") = instant(time).expect("an instant");
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no test panics while it sets")
    }
    fn zone(&self) -> Tz {
        Tz::Europe__London
    }
}

pub struct Diary {
    pub dir: tempfile::TempDir,
    pub clock: SetClock,
    pub open: Unlocked,
}

impl Diary {
    pub fn new() -> Self {
        Self::with(None).0
    }

    pub fn with(fields: Option<EntryFields>) -> (Self, Option<EntrySaved>) {
        let dir = tempfile::tempdir().expect("a folder");
        let clock = SetClock::at("2026-10-10T19:00:00Z");
        let (open, saved) = locked(&dir, &clock)
            .create_cheaply(CreateRequest {
                passphrase: PASSPHRASE.to_owned(),
                repeat: PASSPHRASE.to_owned(),
                fields,
            })
            .unwrap_or_else(|(_, failure)| panic!("{failure}"));
        (Self { dir, clock, open }, saved)
    }

    /// Locks and unlocks: everything must be there again.
    pub fn reopen(self) -> Self {
        let Self { dir, clock, open } = self;
        let (locked, closed) = open.lock();
        closed.expect("closes");
        let open = locked
            .unlock(PassphraseRequest {
                passphrase: PASSPHRASE.to_owned(),
            })
            .unwrap_or_else(|(_, failure)| panic!("{failure}"));
        Self { dir, clock, open }
    }

    pub fn save(&mut self, fields: EntryFields) -> EntrySaved {
        self.try_save(fields).expect("saves")
    }

    pub fn try_save(&mut self, fields: EntryFields) -> Result<EntrySaved, Failure> {
        self.open.entry_save(&EntrySaveRequest {
            entry_id: None,
            fields,
        })
    }

    pub fn change(&mut self, id: &str, fields: EntryFields) -> EntrySaved {
        self.open
            .entry_save(&EntrySaveRequest {
                entry_id: Some(id.to_owned()),
                fields,
            })
            .expect("saves")
    }

    pub fn page(&self, id: &str) -> EntryPage {
        self.open.entry_open(&entry(id)).expect("opens")
    }

    pub fn person(&mut self, alias: &str, relationship: Relationship) -> String {
        self.open
            .person_add(&PersonAddRequest {
                alias: alias.to_owned(),
                relationship,
                age_band: None,
            })
            .expect("is added")
            .id
    }

    pub fn month(&self, month: &str) -> MonthPage {
        self.open
            .month(&MonthRequest {
                month: Some(month.to_owned()),
            })
            .expect("a month")
    }

    pub fn search(&self, query: &str) -> Vec<String> {
        self.journal(query, false)
            .entries
            .into_iter()
            .map(|line| line.entry_id)
            .collect()
    }

    pub fn journal(&self, query: &str, trash: bool) -> JournalPage {
        self.open
            .journal(&JournalRequest {
                cursor: None,
                query: query.to_owned(),
                trash,
            })
            .expect("a page")
    }

    pub fn say(&mut self, id: &str, kind: &str, verdict: Option<Verdict>) -> EntryPage {
        let finding = self
            .page(id)
            .findings
            .into_iter()
            .find(|finding| finding.kind == kind)
            .expect("such a finding is shown");
        self.open
            .verdict_set(&VerdictRequest {
                entry_id: id.to_owned(),
                finding_id: finding.id,
                verdict,
            })
            .expect("is set")
    }
}

pub fn locked(dir: &tempfile::TempDir, clock: &SetClock) -> Locked {
    Locked::new(dir.path().join("journal"), Arc::new(clock.clone()))
}

pub fn entry(id: &str) -> EntryRequest {
    EntryRequest {
        entry_id: id.to_owned(),
    }
}

pub fn rupture(id: Option<&String>) -> RuptureRequest {
    RuptureRequest {
        rupture_id: id.expect("it tells a rupture").clone(),
    }
}

pub fn text(text: &str) -> EntryFields {
    EntryFields {
        text: text.to_owned(),
        people: vec![],
        happened_on: None,
        happened_part: None,
        cause: None,
        size: None,
        feelings: vec![],
        distress: None,
        this_again: None,
        continues: None,
        tells_rupture: true,
        keep_only: false,
    }
}

pub fn on(day: &str, words: &str) -> EntryFields {
    EntryFields {
        happened_on: Some(day.to_owned()),
        ..text(words)
    }
}
