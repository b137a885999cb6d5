//! Follow-ups: offered, chosen, due, answered.

use crate::diary::*;
use goldseam_journal::dto::*;
use goldseam_journal::reminders::Reminders;

fn choose(saved: &EntrySaved, option: Option<&str>) -> FollowUpChooseRequest {
    FollowUpChooseRequest {
        rupture_id: saved.rupture_id.clone().expect("a rupture"),
        option: option.map(ToOwned::to_owned),
        notifications: true,
        background: false,
    }
}

#[test]
fn from_the_question_to_the_answer() {
    let mut diary = Diary::new();
    let saved = diary.save(text("I shut down and went to bed."));
    let offer = diary
        .open
        .follow_up_offer(&rupture(saved.rupture_id.as_ref()))
        .expect("an offer");
    assert_eq!(offer.suggested.as_deref(), Some("threeDays"));
    assert!(!offer.notifications, "off until chosen");
    assert!(
        offer.options.iter().all(|option| option.id != "minutes"),
        "minutes are for a child"
    );
    let planned = diary
        .open
        .follow_up_choose(&choose(&saved, Some("threeDays")))
        .expect("is planned")
        .expect("one");
    assert_eq!(planned.when_words, "Tuesday 13 October, 18:00");
    assert!(!planned.due);

    let mut reminders = diary.open.reminders(&Reminders::default()).expect("known");
    assert!(reminders.waiting());
    assert_eq!(reminders.show(&diary.clock), None);
    diary.clock.set("2026-10-13T17:00:00Z");
    let shown = reminders.show(&diary.clock).expect("it is time");
    assert_eq!(Some(&shown.rupture_id), saved.rupture_id.as_ref());

    // Shown while locked: noted at the next unlock, so that it is not shown again.
    let mut diary = diary.reopen();
    let mut again = diary.open.reminders(&reminders).expect("known");
    assert_eq!(again.show(&diary.clock), None);
    let mut fresh = diary.open.reminders(&Reminders::default()).expect("known");
    assert_eq!(
        fresh.show(&diary.clock),
        None,
        "it stands in the journal too"
    );

    let due = diary.open.today().expect("today").due;
    assert_eq!(due.len(), 1);
    let page = diary
        .open
        .follow_up_answer(&FollowUpAnswerRequest {
            follow_up_id: due[0].id.clone(),
            outcome: Outcome::Better,
            note: " We talked in the car. ".to_owned(),
            state: Some(RepairState::Repaired),
        })
        .expect("is kept");
    assert_eq!(page.state, RepairState::Repaired);
    assert_eq!(page.follow_ups[0].outcome, Some(Outcome::Better));
    assert_eq!(page.follow_ups[0].note, "We talked in the car.");
    let today = diary.open.today().expect("today");
    assert!(today.due.is_empty() && today.still_open.is_empty());
    assert_eq!(diary.month("2026-10").states.repaired, 1);
}

#[test]
fn never_means_never() {
    let mut diary = Diary::new();
    let saved = diary.save(text("We argued."));
    diary
        .open
        .follow_up_choose(&choose(&saved, Some("week")))
        .expect("is planned");
    assert_eq!(diary.open.follow_up_choose(&choose(&saved, None)), Ok(None));
    diary.clock.set("2026-10-18T12:00:00Z");
    assert!(diary.open.today().expect("today").due.is_empty());
}

#[test]
fn a_closed_rupture_is_asked_about_no_more() {
    let mut diary = Diary::new();
    let saved = diary.save(text("We argued."));
    diary
        .open
        .follow_up_choose(&choose(&saved, Some("day")))
        .expect("is planned");
    let request = RuptureStateRequest {
        rupture_id: saved.rupture_id.clone().expect("a rupture"),
        state: RepairState::LetGo,
    };
    diary.open.rupture_set_state(&request).expect("is set");
    diary.clock.set("2026-10-12T12:00:00Z");
    assert!(diary.open.today().expect("today").due.is_empty());
    let offer = diary
        .open
        .follow_up_offer(&rupture(saved.rupture_id.as_ref()))
        .expect("answers");
    assert!(!offer.offered);
}

#[test]
fn it_can_wait_a_day_or_stop() {
    let mut diary = Diary::new();
    let saved = diary.save(text("We argued."));
    diary
        .open
        .follow_up_choose(&choose(&saved, Some("threeDays")))
        .expect("is planned");
    diary.clock.set("2026-10-13T17:30:00Z");
    let due = diary.open.today().expect("today").due.remove(0);
    let snooze = |stop| FollowUpSnoozeRequest {
        follow_up_id: due.id.clone(),
        stop,
    };
    let later = diary
        .open
        .follow_up_snooze(&snooze(false))
        .expect("moves")
        .expect("one");
    assert_eq!(later.when_words, "Wednesday 14 October, 18:30");
    assert!(diary.open.today().expect("today").due.is_empty());
    assert_eq!(diary.open.follow_up_snooze(&snooze(true)), Ok(None));
    diary.clock.set("2026-10-15T12:00:00Z");
    assert!(diary.open.today().expect("today").due.is_empty());
}

#[test]
fn one_left_for_two_weeks_rests() {
    let mut diary = Diary::new();
    let saved = diary.save(text("We argued."));
    diary
        .open
        .follow_up_choose(&choose(&saved, Some("threeDays")))
        .expect("is planned");
    diary.clock.set("2026-10-27T12:00:00Z");
    assert_eq!(diary.open.today().expect("today").due.len(), 1);
    diary.clock.set("2026-10-28T12:00:00Z");
    assert!(diary.open.today().expect("today").due.is_empty());
    assert!(diary.open.today().expect("today").still_open.is_empty());
}

#[test]
fn strong_feelings_are_asked_about_within_a_day() {
    let mut diary = Diary::new();
    let saved = diary.save(EntryFields {
        distress: Some(8),
        ..text("We argued.")
    });
    assert!(saved.suggest_tomorrow);
    let offer = diary
        .open
        .follow_up_offer(&rupture(saved.rupture_id.as_ref()))
        .expect("answers");
    assert_eq!(offer.suggested.as_deref(), Some("day"));
    assert_eq!(offer.options[0].when_words, "Sunday 11 October, 11:00");
}
