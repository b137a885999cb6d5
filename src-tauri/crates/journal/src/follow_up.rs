//! "When shall I ask how it went?": the offer, the choice, the answer.
//!
//! Times: within minutes only where a child is in it and the act was clearly the writer's; within
//! a day when feelings ran high; else about three days, then a week. How long to wait follows
//! the articles "Rupture and repair for parents" (minutes for a child, a day for strong feelings)
//! and the product's own ladder.

use crate::clock::{self, to_instant};
use crate::dto::{
    Failure, FollowUpAnswerRequest, FollowUpChooseRequest, FollowUpOffer, FollowUpOption,
    FollowUpSnoozeRequest, FollowUpView, Outcome, RupturePage, RuptureRequest,
};
use crate::opening::new_id;
use crate::wire::Wire;
use crate::{Unlocked, days};
use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, Utc};
use goldseam_content as content;
use goldseam_vault::table::follow_up::FollowUp;
use goldseam_vault::table::{entry, finding, follow_up, person, rupture, setting};

/// Minutes after which a child may be gone to.
const MINUTES: i64 = 20;
/// Hour of the day at which questions of a later day come.
const HOUR: u32 = 18;
/// Days after which a question that was not answered is listed no more.
const LISTED_FOR: i64 = 14;
/// Longest note, in characters.
const LONGEST_NOTE: usize = 2000;

/// The times on offer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Minutes,
    Day,
    ThreeDays,
    Week,
}

impl Choice {
    const ALL: [Self; 4] = [Self::Minutes, Self::Day, Self::ThreeDays, Self::Week];

    fn id(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Day => "day",
            Self::ThreeDays => "threeDays",
            Self::Week => "week",
        }
    }

    fn label(self) -> String {
        let options = &content::content().words().follow_up.options;
        match self {
            Self::Minutes => &options.minutes,
            Self::Day => &options.day,
            Self::ThreeDays => &options.three_days,
            Self::Week => &options.week,
        }
        .clone()
    }

    /// Local time of the question, seen from now.
    fn at(self, now: NaiveDateTime) -> NaiveDateTime {
        let evening = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
        let later = |days| (now.date() + Duration::days(days)).and_time(evening);
        match self {
            Self::Minutes => now + Duration::minutes(MINUTES),
            // Within 24 hours: at eleven, or at this time of day if that is earlier.
            Self::Day => {
                let eleven = NaiveTime::from_hms_opt(11, 0, 0).unwrap_or_default();
                (now.date() + Duration::days(1)).and_time(now.time().min(eleven))
            }
            Self::ThreeDays => later(3),
            Self::Week => later(7),
        }
    }
}

/// What the suggestion is made from: four independent facts.
#[allow(clippy::struct_excessive_bools)]
struct Ground {
    child: bool,
    mine: bool,
    strong: bool,
    asked_before: bool,
}

impl Ground {
    fn suggest(&self, quiet: bool) -> (Choice, &'static str) {
        let reasons = &content::content().words().follow_up.reasons;
        if self.child && self.mine && !self.asked_before && !quiet {
            (Choice::Minutes, &reasons.minutes)
        } else if self.strong && !self.asked_before {
            (Choice::Day, &reasons.day)
        } else if self.asked_before {
            (Choice::Week, &reasons.week)
        } else {
            (Choice::ThreeDays, &reasons.three_days)
        }
    }
}

impl Unlocked {
    /// Offers times for a follow-up. Where anything of the rupture rests, or it is closed,
    /// nothing is offered.
    ///
    /// # Errors
    /// No such rupture; the disk's refusal.
    pub fn follow_up_offer(&self, request: &RuptureRequest) -> Result<FollowUpOffer, Failure> {
        let settings = self.settings()?;
        let told = rupture::told(&self.vault, &request.rupture_id)?;
        let open = match &told {
            Some(told) => {
                !told.resting && !crate::dto::RepairState::of(&told.rupture.state)?.closed()
            }
            None => false,
        };
        if !open {
            return Ok(FollowUpOffer {
                offered: false,
                options: vec![],
                suggested: None,
                reason: String::new(),
                notifications: settings.notifications,
                background: settings.background,
            });
        }
        let ground = self.ground(&request.rupture_id)?;
        let now = self.clock.local();
        let hours = Hours(settings.quiet_from, settings.quiet_to);
        let quiet = hours.cover(now + Duration::minutes(MINUTES));
        let (suggested, reason) = ground.suggest(quiet);
        let options = Choice::ALL
            .into_iter()
            .filter(|choice| *choice != Choice::Minutes || ground.child)
            .map(|choice| FollowUpOption {
                id: choice.id().to_owned(),
                label: choice.label(),
                when_words: days::long_with_time(hours.after(choice.at(now), choice), now.date()),
            })
            .collect();
        Ok(FollowUpOffer {
            offered: true,
            options,
            suggested: Some(suggested.id().to_owned()),
            reason: reason.to_owned(),
            notifications: settings.notifications,
            background: settings.background,
        })
    }

    fn ground(&self, rupture_id: &str) -> Result<Ground, Failure> {
        let entries = entry::of_rupture(&self.vault, rupture_id)?;
        let ids = entries.iter().map(|entry| entry.id.as_str());
        let mine = finding::mine_in(&self.vault, &ids.collect::<Vec<_>>())?
            .iter()
            .any(|found| {
                matches!(found.status.as_str(), "did" | "habitual")
                    && matches!(found.verdict.as_deref(), None | Some("yes"))
                    && content::Group::of(&found.kind) != Some(content::Group::Repair)
            });
        let size = rupture::get(&self.vault, rupture_id)?.size;
        Ok(Ground {
            child: person::of_rupture(&self.vault, rupture_id)?
                .iter()
                .any(|person| person.relationship == "child"),
            mine,
            strong: entries.iter().any(|entry| entry.distress >= Some(7))
                || size.as_deref() == Some("major"),
            asked_before: follow_up::of_rupture(&self.vault, rupture_id)?
                .iter()
                .any(|asked| asked.state == "answered"),
        })
    }

    /// Plans a follow-up in place of the one planned before, or none ("never").
    ///
    /// # Errors
    /// Nothing may be asked about this rupture; no such time; the disk's refusal.
    pub fn follow_up_choose(
        &mut self,
        request: &FollowUpChooseRequest,
    ) -> Result<Option<FollowUpView>, Failure> {
        let offer = self.follow_up_offer(&RuptureRequest {
            rupture_id: request.rupture_id.clone(),
        })?;
        let settings = self.settings()?;
        let now = self.clock.local();
        let planned = match &request.option {
            None => None,
            Some(id) => {
                let choice = Choice::ALL
                    .into_iter()
                    .find(|choice| choice.id() == id)
                    .filter(|_| offer.options.iter().any(|option| option.id == *id))
                    .ok_or_else(|| {
                        Failure::input("That time is not on offer for this conflict.")
                    })?;
                let hours = Hours(settings.quiet_from, settings.quiet_to);
                let due = to_instant(hours.after(choice.at(now), choice), self.clock.zone());
                Some(self.new_follow_up(&request.rupture_id, due))
            }
        };
        let stamp = self.clock.stamp();
        let yes_no = |on| if on { "yes" } else { "no" };
        self.vault.commit(|write| {
            setting::set(write, "notifications", yes_no(request.notifications))?;
            setting::set(write, "background", yes_no(request.background))?;
            follow_up::stop_of(write, &request.rupture_id)?;
            match &planned {
                Some(planned) => follow_up::add(write, planned, &stamp),
                None => Ok(()),
            }
        })?;
        planned
            .map(|planned| self.follow_up_view(&planned))
            .transpose()
    }

    pub(crate) fn new_follow_up(&self, rupture_id: &str, due: DateTime<Utc>) -> FollowUp {
        FollowUp {
            id: new_id(),
            rupture_id: rupture_id.to_owned(),
            due_at: clock::stamp(due),
            zone: self.clock.zone().name().to_owned(),
            state: "planned".to_owned(),
            shown: 0,
            shown_at: None,
            answered_at: None,
            outcome: None,
            note: String::new(),
        }
    }

    /// Notes how it went.
    ///
    /// # Errors
    /// A note that is too long; no such follow-up; the disk's refusal.
    pub fn follow_up_answer(
        &mut self,
        request: &FollowUpAnswerRequest,
    ) -> Result<RupturePage, Failure> {
        let note = request.note.replace('\0', "").trim().to_owned();
        if note.chars().count() > LONGEST_NOTE {
            return Err(Failure::input(
                "That is more than a line holds. Write it as an entry, and keep the gist here.",
            ));
        }
        let asked = follow_up::get(&self.vault, &request.follow_up_id)?;
        let now = self.clock.stamp();
        self.vault.commit(|write| {
            follow_up::answer(write, &asked.id, request.outcome.id(), &note, &now)?;
            if let Some(state) = request.state {
                rupture::set_state(write, &asked.rupture_id, state.id(), &now)?;
                if state.closed() {
                    follow_up::stop_of(write, &asked.rupture_id)?;
                }
            }
            Ok(())
        })?;
        self.rupture_open(&RuptureRequest {
            rupture_id: asked.rupture_id,
        })
    }

    /// Asks a day later, or not again.
    ///
    /// # Errors
    /// No such follow-up, or it is answered already; the disk's refusal.
    pub fn follow_up_snooze(
        &mut self,
        request: &FollowUpSnoozeRequest,
    ) -> Result<Option<FollowUpView>, Failure> {
        let asked = follow_up::get(&self.vault, &request.follow_up_id)?;
        if request.stop {
            self.vault
                .commit(|write| follow_up::stop_of(write, &asked.rupture_id))?;
            return Ok(None);
        }
        let settings = self.settings()?;
        let hours = Hours(settings.quiet_from, settings.quiet_to);
        let local = hours.after(self.clock.local() + Duration::days(1), Choice::Day);
        let due = clock::stamp(to_instant(local, self.clock.zone()));
        self.vault
            .commit(|write| follow_up::move_to(write, &asked.id, &due))?;
        let moved = follow_up::get(&self.vault, &asked.id)?;
        self.follow_up_view(&moved).map(Some)
    }

    /// Questions whose time has come, soonest first; those left for two weeks rest.
    pub(crate) fn due(&self) -> Result<Vec<FollowUpView>, Failure> {
        let now = self.clock.now();
        let mut due = vec![];
        for planned in follow_up::planned(&self.vault)? {
            let listed = clock::instant(&planned.due_at)
                .is_some_and(|at| at <= now && now - at <= Duration::days(LISTED_FOR));
            if listed
                && rupture::told(&self.vault, &planned.rupture_id)?
                    .is_some_and(|told| !told.resting)
            {
                due.push(self.follow_up_view(&planned)?);
            }
        }
        Ok(due)
    }

    /// A stored follow-up as the frontend shows it.
    pub(crate) fn follow_up_view(&self, asked: &FollowUp) -> Result<FollowUpView, Failure> {
        let at = clock::instant(&asked.due_at);
        let when_words = at.map_or_else(String::new, |at| {
            let local = at.with_timezone(&self.clock.zone()).naive_local();
            days::long_with_time(local, self.clock.today())
        });
        Ok(FollowUpView {
            id: asked.id.clone(),
            rupture_id: asked.rupture_id.clone(),
            when_words,
            due: asked.state == "planned" && at.is_some_and(|at| at <= self.clock.now()),
            outcome: Outcome::maybe(asked.outcome.as_deref())?,
            note: asked.note.clone(),
            opening: rupture::told(&self.vault, &asked.rupture_id)?
                .map(|told| told.opening)
                .unwrap_or_default(),
        })
    }
}

/// Quiet hours: from this hour until that one, over midnight if need be; none if they are equal.
#[derive(Clone, Copy)]
pub(crate) struct Hours(pub u8, pub u8);

impl Hours {
    /// Whether a local time lies in them.
    pub fn cover(self, at: NaiveDateTime) -> bool {
        use chrono::Timelike;
        let hour = u8::try_from(at.hour()).unwrap_or(0);
        if self.0 <= self.1 {
            (self.0..self.1).contains(&hour)
        } else {
            hour >= self.0 || hour < self.1
        }
    }

    /// The first time at or after `at` that is not quiet. Minutes are never moved: who chooses
    /// them is up and means them.
    fn after(self, at: NaiveDateTime, choice: Choice) -> NaiveDateTime {
        if choice == Choice::Minutes || !self.cover(at) {
            return at;
        }
        let end = NaiveTime::from_hms_opt(u32::from(self.1), 0, 0).unwrap_or_default();
        let same_day = at.date().and_time(end);
        if same_day >= at {
            same_day
        } else {
            same_day + Duration::days(1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn at(day: u32, hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 10, day)
            .and_then(|day| day.and_hms_opt(hour, 0, 0))
            .expect("a time")
    }

    #[test]
    fn within_a_day_is_within_a_day() {
        for hour in 0..24 {
            let now = at(3, hour);
            let asked = Choice::Day.at(now);
            assert!(asked > now && asked - now <= Duration::hours(24), "{hour}");
        }
    }

    #[test]
    fn quiet_hours_go_over_midnight_and_push_on() {
        let hours = Hours(21, 8);
        assert!(hours.cover(at(3, 23)) && hours.cover(at(3, 7)) && !hours.cover(at(3, 8)));
        assert_eq!(hours.after(at(3, 23), Choice::Day), at(4, 8));
        assert_eq!(hours.after(at(3, 2), Choice::Day), at(3, 8));
        assert_eq!(hours.after(at(3, 12), Choice::Day), at(3, 12));
        assert!(!Hours(8, 8).cover(at(3, 8)), "equal hours are none");
    }

    #[test]
    fn minutes_are_for_a_child_and_an_act_of_ones_own() {
        let ground = |child, mine, strong, asked_before| Ground {
            child,
            mine,
            strong,
            asked_before,
        };
        let pick = |ground: Ground, quiet| ground.suggest(quiet).0.id();
        assert_eq!(pick(ground(true, true, true, false), false), "minutes");
        assert_eq!(pick(ground(true, true, true, false), true), "day");
        assert_eq!(pick(ground(true, false, true, false), false), "day");
        assert_eq!(pick(ground(false, true, true, false), false), "day");
        assert_eq!(pick(ground(false, true, false, false), false), "threeDays");
        assert_eq!(pick(ground(true, true, true, true), false), "week");
    }
}
