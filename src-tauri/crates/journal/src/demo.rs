//! A journal of somebody made up, so that anybody can look around. Its entries come from
//! `content/demo/` and are read by the same rules as everybody's.

use crate::clock::{Clock, to_instant};
use crate::dto::{EntryFields, Failure, PersonAddRequest};
use crate::wire::Wire;
use crate::{Unlocked, days};
use chrono::{DateTime, Duration, NaiveTime, Utc};
use chrono_tz::Tz;
use goldseam_content as content;
use goldseam_content::DemoEntry;
use goldseam_vault::table::{follow_up, rupture};
use std::collections::HashMap;
use std::sync::Arc;

/// The time at which an entry is written down.
struct Then {
    at: DateTime<Utc>,
    zone: Tz,
}

impl Clock for Then {
    fn now(&self) -> DateTime<Utc> {
        self.at
    }
    fn zone(&self) -> Tz {
        self.zone
    }
}

impl Unlocked {
    /// Fills an empty journal with the demo entries, each as if written on its day.
    ///
    /// # Errors
    /// The journal is not empty; the disk's refusal.
    pub fn fill_with_demo(&mut self) -> Result<u32, Failure> {
        if goldseam_vault::table::entry::count(&self.vault, false)? > 0 {
            return Err(Failure::input(
                "This journal holds entries already. The demo goes into an empty one only.",
            ));
        }
        let demo = content::content().demo();
        let mut people = HashMap::new();
        for person in &demo.people {
            let added = self.person_add(&PersonAddRequest {
                alias: person.alias.clone(),
                relationship: Wire::of(&person.relationship)?,
                age_band: Wire::maybe(person.age_band.as_deref())?,
            })?;
            people.insert(person.id.as_str(), added.id);
        }
        let clock = Arc::clone(&self.clock);
        let mut ruptures: HashMap<&str, String> = HashMap::new();
        for told in &demo.entries {
            self.clock = Arc::new(then(told, clock.as_ref()));
            let saved = self.write_down(told, &people, &ruptures);
            self.clock = Arc::clone(&clock);
            if let Some(rupture) = saved? {
                ruptures.insert(&told.id, rupture);
            }
        }
        u32::try_from(demo.entries.len()).map_err(|_| Failure::not_found())
    }

    fn write_down(
        &mut self,
        told: &DemoEntry,
        people: &HashMap<&str, String>,
        ruptures: &HashMap<&str, String>,
    ) -> Result<Option<String>, Failure> {
        let earlier = |id: &Option<String>| id.as_deref().and_then(|id| ruptures.get(id)).cloned();
        let saved = self.entry_save_new(&EntryFields {
            text: told.text.trim().to_owned(),
            people: told
                .people
                .iter()
                .filter_map(|id| people.get(id.as_str()).cloned())
                .collect(),
            happened_on: Some(self.clock.today().to_string()),
            happened_part: Some(Wire::of(&told.part)?),
            cause: Wire::maybe(told.cause.as_deref())?,
            size: Wire::maybe(told.size.as_deref())?,
            feelings: told.feelings.clone(),
            distress: told.distress,
            this_again: earlier(&told.this_again),
            continues: earlier(&told.continues),
            tells_rupture: told.tells_rupture,
            keep_only: false,
        })?;
        let Some(rupture_id) = saved.rupture_id else {
            return Ok(None);
        };
        let mut asked = vec![];
        for question in &told.follow_ups {
            let at = self.clock.now() + Duration::days(i64::from(question.days_after));
            asked.push((self.new_follow_up(&rupture_id, at), question));
        }
        let now = self.clock.stamp();
        self.vault.commit(|write| {
            if let Some(state) = &told.state {
                rupture::set_state(write, &rupture_id, state, &now)?;
            }
            for (planned, question) in &asked {
                follow_up::add(write, planned, &now)?;
                let (outcome, note) = (&question.outcome, &question.note);
                follow_up::answer(write, &planned.id, outcome, note, &planned.due_at)?;
            }
            Ok(())
        })?;
        Ok(Some(rupture_id))
    }
}

/// When a demo entry was written: on its day, a little after it happened.
fn then(told: &DemoEntry, clock: &dyn Clock) -> Then {
    let day = days::before(clock.today(), u64::from(told.days_ago));
    let hour = match told.part.as_str() {
        "morning" => 10,
        "afternoon" => 16,
        "evening" => 21,
        _ => 23,
    };
    let local = day.and_time(NaiveTime::from_hms_opt(hour, 12, 0).unwrap_or_default());
    Then {
        at: to_instant(local, clock.zone()),
        zone: clock.zone(),
    }
}
