//! When to show a notification. Plain times only, so that they can be kept in memory while the
//! journal is locked; whose conflict it is and what was written stay in the vault.

use crate::Unlocked;
use crate::clock::{self, Clock};
use crate::dto::Failure;
use crate::follow_up::Hours;
use chrono::{DateTime, Duration, Utc};
use goldseam_content as content;
use goldseam_vault::table::{follow_up, rupture};

/// A follow-up is shown at most this often.
const MOST_SHOWN: u32 = 2;
/// Hours between the first time and the second.
const AGAIN_AFTER: i64 = 24;
/// Days after which a question that was never shown (the app was not running) is listed only.
const TOO_OLD: i64 = 14;

/// The constant title and text of every notification.
pub fn notification() -> (&'static str, &'static str) {
    let words = &content::content().words().notification;
    (&words.title, &words.body)
}

/// One follow-up as the scheduler knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Follow-up id.
    pub id: String,
    /// Where opening it leads.
    pub rupture_id: String,
    due: DateTime<Utc>,
    shown: u32,
    shown_at: Option<DateTime<Utc>>,
}

/// What the scheduler knows of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminders {
    /// Whether the writer wants notifications. Off until chosen.
    pub wanted: bool,
    /// Whether the app may wait, locked, after its window is closed.
    pub background: bool,
    quiet: (u8, u8),
    planned: Vec<Reminder>,
}

impl Reminders {
    /// Whether anything is still to be shown.
    pub fn waiting(&self) -> bool {
        self.wanted && self.planned.iter().any(|one| one.shown < MOST_SHOWN)
    }

    /// How many questions are due, whether or not a notification may be shown for them.
    pub fn due(&self, clock: &dyn Clock) -> usize {
        let now = clock.now();
        self.planned.iter().filter(|one| one.due <= now).count()
    }

    /// What to show now: one notification stands for all that are due. Marks them as shown.
    ///
    /// None in quiet hours, with notifications off, or with nothing due. A clock that was set
    /// back makes nothing due twice.
    pub fn show(&mut self, clock: &dyn Clock) -> Option<Reminder> {
        let now = clock.now();
        if !self.wanted || Hours(self.quiet.0, self.quiet.1).cover(clock.local()) {
            return None;
        }
        let due = |one: &Reminder| {
            let age = now - one.due;
            let rested = match one.shown_at {
                None => true,
                Some(at) => now - at >= Duration::hours(AGAIN_AFTER),
            };
            age >= Duration::zero()
                && age <= Duration::days(TOO_OLD)
                && one.shown < MOST_SHOWN
                && rested
        };
        let first = self.planned.iter().find(|one| due(one)).cloned()?;
        for one in &mut self.planned {
            if due(one) {
                one.shown += 1;
                one.shown_at = Some(now);
            }
        }
        Some(first)
    }
}

impl Unlocked {
    /// What the scheduler needs to know. Nothing that rests is in it.
    ///
    /// `before` is what it knew so far: what it showed while the journal was locked is noted.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn reminders(&mut self, before: &Reminders) -> Result<Reminders, Failure> {
        let settings = self.settings()?;
        let mut planned = vec![];
        let mut shown_since = vec![];
        for stored in follow_up::planned(&self.vault)? {
            let Some(due) = clock::instant(&stored.due_at) else {
                continue;
            };
            if rupture::told(&self.vault, &stored.rupture_id)?.is_none_or(|told| told.resting) {
                continue;
            }
            let mut reminder = Reminder {
                id: stored.id,
                rupture_id: stored.rupture_id,
                due,
                shown: stored.shown,
                shown_at: stored.shown_at.as_deref().and_then(clock::instant),
            };
            if let Some(known) = before
                .planned
                .iter()
                .find(|known| known.id == reminder.id && known.due == due)
                && known.shown > reminder.shown
            {
                reminder = known.clone();
                shown_since.push(known.clone());
            }
            planned.push(reminder);
        }
        if !shown_since.is_empty() {
            self.vault.commit(|write| {
                for one in &shown_since {
                    let at = clock::stamp(one.shown_at.unwrap_or(one.due));
                    follow_up::note_shown(write, &one.id, one.shown, &at)?;
                }
                Ok(())
            })?;
        }
        Ok(Reminders {
            wanted: settings.notifications,
            background: settings.background,
            quiet: (settings.quiet_from, settings.quiet_to),
            planned,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Tz;

    struct At(DateTime<Utc>);
    impl Clock for At {
        fn now(&self) -> DateTime<Utc> {
            self.0
        }
        fn zone(&self) -> Tz {
            Tz::UTC
        }
    }

    fn at(stored: &str) -> At {
        At(clock::instant(stored).expect("an instant"))
    }

    fn one(due: &str) -> Reminders {
        Reminders {
            wanted: true,
            background: false,
            quiet: (21, 8),
            planned: vec![Reminder {
                id: "f".to_owned(),
                rupture_id: "r".to_owned(),
                due: at(due).0,
                shown: 0,
                shown_at: None,
            }],
        }
    }

    #[test]
    fn shown_when_due_then_once_more_and_never_again() {
        let mut reminders = one("2026-10-06T18:00:00Z");
        assert_eq!(reminders.show(&at("2026-10-06T17:59:59Z")), None);
        assert!(reminders.show(&at("2026-10-06T18:00:00Z")).is_some());
        assert_eq!(reminders.show(&at("2026-10-06T18:00:01Z")), None);
        assert_eq!(reminders.show(&at("2026-10-07T17:00:00Z")), None);
        assert!(reminders.show(&at("2026-10-07T18:00:00Z")).is_some());
        assert!(!reminders.waiting(), "it stops by itself after two");
        assert_eq!(reminders.show(&at("2026-10-09T18:00:00Z")), None);
    }

    #[test]
    fn quiet_hours_wait_for_morning() {
        let mut reminders = one("2026-10-06T20:30:00Z");
        assert_eq!(reminders.show(&at("2026-10-06T22:00:00Z")), None);
        assert!(reminders.show(&at("2026-10-07T08:00:00Z")).is_some());
    }

    #[test]
    fn a_clock_set_back_shows_nothing_twice() {
        let mut reminders = one("2026-10-06T18:00:00Z");
        assert!(reminders.show(&at("2026-10-06T18:05:00Z")).is_some());
        assert_eq!(reminders.show(&at("2026-10-06T12:00:00Z")), None);
        assert_eq!(reminders.show(&at("2026-10-06T18:06:00Z")), None);
    }

    #[test]
    fn off_means_off_and_old_ones_rest() {
        let mut off = one("2026-10-06T18:00:00Z");
        off.wanted = false;
        assert_eq!(off.show(&at("2026-10-06T18:05:00Z")), None);
        let mut old = one("2026-10-06T18:00:00Z");
        assert_eq!(old.show(&at("2026-10-21T18:05:00Z")), None);
    }

    #[test]
    fn a_question_is_due_also_where_no_notification_may_be_shown() {
        let mut off = one("2026-10-06T18:00:00Z");
        off.wanted = false;
        assert_eq!(off.due(&at("2026-10-06T17:59:59Z")), 0);
        assert_eq!(off.due(&at("2026-10-06T18:00:00Z")), 1);
    }

    #[test]
    fn several_due_are_one_notification() {
        let mut reminders = one("2026-10-06T18:00:00Z");
        let mut second = reminders.planned[0].clone();
        second.id = "g".to_owned();
        reminders.planned.push(second);
        assert!(reminders.show(&at("2026-10-06T18:05:00Z")).is_some());
        assert_eq!(reminders.show(&at("2026-10-06T18:05:01Z")), None);
    }
}
