//! The month: every figure is right, and every figure has its sentences.

use crate::diary::*;
use goldseam_journal::dto::*;

fn quiet(day: &str, person: &str) -> EntryFields {
    EntryFields {
        people: vec![person.to_owned()],
        ..on(
            day,
            "She asked why. I shut down and went to bed without a word.",
        )
    }
}

fn plain(day: &str, person: &str) -> EntryFields {
    EntryFields {
        people: vec![person.to_owned()],
        ..on(day, "We argued about the bins.")
    }
}

fn response<'a>(month: &'a MonthPage, kind: &str) -> &'a MonthResponse {
    month
        .responses
        .iter()
        .find(|response| response.kind == kind)
        .expect("it is counted")
}

/// Five ruptures over three weeks, three of them quiet: two with Sam, one with Mum.
fn five() -> (Diary, Vec<EntrySaved>) {
    let mut diary = Diary::new();
    diary.clock.set("2026-10-28T19:00:00Z");
    let sam = diary.person("Sam", Relationship::Partner);
    let mum = diary.person("Mum", Relationship::Parent);
    let saved = [
        quiet("2026-10-02", &sam),
        plain("2026-10-06", &sam),
        quiet("2026-10-12", &mum),
        plain("2026-10-15", &sam),
        quiet("2026-10-20", &sam),
    ]
    .into_iter()
    .map(|fields| diary.save(fields))
    .collect();
    (diary, saved)
}

#[test]
fn k_of_n_with_whom_and_with_its_sentences() {
    let (diary, saved) = five();
    let month = diary.month("2026-10");
    assert_eq!((month.title.as_str(), month.n), ("October 2026", 5));
    let quiet = response(&month, "stonewalling");
    assert_eq!(
        (quiet.k, quiet.n, quiet.early, quiet.confirmed),
        (3, 5, false, 0)
    );
    assert_eq!(quiet.words, "You went quiet in 3 of 5.");
    let with = quiet
        .with
        .iter()
        .map(|share| (share.alias.as_str(), share.k, share.n));
    let mut with = with.collect::<Vec<_>>();
    with.sort_unstable();
    assert_eq!(with, [("Mum", 1, 1), ("Sam", 2, 4)]);
    let days = quiet
        .sentences
        .iter()
        .map(|sentence| sentence.day_words.as_str());
    assert_eq!(
        days.collect::<Vec<_>>(),
        ["Friday 2", "Monday 12", "Tuesday 20"]
    );
    assert_eq!(quiet.sentences[0].entry_id, saved[0].entry_id);
    assert_eq!(month.ruptures.len(), 5);
    assert_eq!(month.people[0].alias, "Sam");
    assert_eq!(month.people[0].words, "0 of 4 mended, 4 still open");
    assert_eq!(month.footnote.findings, 3);
    assert_eq!(month.footnote.entries_read, 5);
    assert_eq!(month.footnote.not_placed, 2);
}

#[test]
fn every_verdict_changes_the_count() {
    let (mut diary, saved) = five();
    let count = |diary: &Diary| {
        let month = diary.month("2026-10");
        month
            .responses
            .iter()
            .find(|response| response.kind == "stonewalling")
            .map(|quiet| (quiet.k, quiet.confirmed, quiet.no_words, quiet.early))
    };
    diary.say(&saved[0].entry_id, "stonewalling", Some(Verdict::Yes));
    assert_eq!(count(&diary), Some((3, 1, 0, false)));
    diary.say(&saved[2].entry_id, "stonewalling", Some(Verdict::NotMe));
    assert_eq!(count(&diary), Some((2, 1, 0, true)));
    diary.say(&saved[4].entry_id, "stonewalling", Some(Verdict::NoWords));
    assert_eq!(count(&diary), Some((1, 1, 1, true)));
    diary.say(&saved[0].entry_id, "stonewalling", Some(Verdict::Safest));
    assert_eq!(count(&diary), Some((0, 0, 1, true)));
    diary.say(&saved[4].entry_id, "stonewalling", Some(Verdict::NotMe));
    assert_eq!(count(&diary), None);
}

#[test]
fn below_the_minimum_it_says_so() {
    let mut diary = Diary::new();
    let sam = diary.person("Sam", Relationship::Partner);
    diary.save(quiet("2026-10-02", &sam));
    let month = diary.month("2026-10");
    let quiet = response(&month, "stonewalling");
    assert!(quiet.early);
    assert_eq!(
        quiet.words,
        "Seen once so far; too early to call a pattern."
    );
}

#[test]
fn what_became_of_them_adds_up() {
    let (mut diary, saved) = five();
    let states = [
        RepairState::Repaired,
        RepairState::Tried,
        RepairState::LetGo,
        RepairState::Waiting,
    ];
    for (saved, state) in saved.iter().zip(states) {
        let request = RuptureStateRequest {
            rupture_id: saved.rupture_id.clone().expect("a rupture"),
            state,
        };
        diary.open.rupture_set_state(&request).expect("is set");
    }
    let MonthStates {
        open,
        tried,
        repaired,
        closed,
    } = diary.month("2026-10").states;
    assert_eq!((open, tried, repaired, closed), (2, 1, 1, 1));
    assert!(
        diary
            .month("2026-10")
            .sentences
            .contains(&"1 of 5 mended.".to_owned())
    );
}

#[test]
fn months_begin_and_end_where_the_calendar_does() {
    let mut diary = Diary::new();
    diary.clock.set("2026-11-01T12:00:00Z");
    diary.save(on("2026-09-30", "The last of September."));
    diary.save(on("2026-10-01", "The first of October."));
    diary.save(on("2026-10-31", "The last of October."));
    diary.save(on("2026-11-01", "The first of November."));
    let month = diary.month("2026-10");
    assert_eq!(month.n, 2);
    assert_eq!(month.previous.as_deref(), Some("2026-09"));
    assert_eq!(month.next.as_deref(), Some("2026-11"));
    assert_eq!(
        diary.month("2026-09").previous,
        None,
        "nothing before the first"
    );
    assert_eq!(diary.month("2026-11").next, None, "nothing after this one");
    let this = diary
        .open
        .month(&MonthRequest { month: None })
        .expect("a month");
    assert_eq!(this.month, "2026-11");
    for wrong in ["2026-13", "october", "2026-1", ""] {
        let request = MonthRequest {
            month: Some(wrong.to_owned()),
        };
        assert!(
            diary
                .open
                .month(&request)
                .is_err_and(|failure| failure.code == Code::Input)
        );
    }
}

#[test]
fn a_rupture_told_over_two_months_is_one_of_the_first() {
    let mut diary = Diary::new();
    diary.clock.set("2026-11-02T12:00:00Z");
    let first = diary.save(on("2026-10-31", "We argued."));
    let more = EntryFields {
        continues: first.rupture_id.clone(),
        ..on(
            "2026-11-01",
            "She asked again. I shut down and went to bed.",
        )
    };
    diary.save(more);
    assert_eq!(diary.month("2026-11").n, 0);
    let october = diary.month("2026-10");
    assert_eq!((october.n, response(&october, "stonewalling").k), (1, 1));
    assert_eq!(
        response(&october, "stonewalling").sentences[0].day_words,
        "Sunday 1 November"
    );
}

#[test]
fn a_hard_month_is_called_that() {
    let mut diary = Diary::new();
    diary.clock.set("2026-10-28T19:00:00Z");
    for day in [
        "2026-10-02",
        "2026-10-09",
        "2026-10-16",
        "2026-10-23",
        "2026-10-27",
    ] {
        diary.save(EntryFields {
            distress: Some(8),
            ..on(day, "We argued.")
        });
    }
    let month = diary.month("2026-10");
    assert_eq!(
        month.sentences[0],
        "A hard month. You wrote it down five times."
    );
    assert!(month.sentences.len() <= 3);
}

#[test]
fn an_empty_month_says_so_and_asks_nothing() {
    let diary = Diary::new();
    let month = diary.month("2026-10");
    assert_eq!(month.n, 0);
    assert_eq!(month.sentences.len(), 1);
    assert!(month.question.is_empty() && month.responses.is_empty());
}

#[test]
fn the_summary_for_programs_says_the_same() {
    let (mut diary, saved) = five();
    diary.say(&saved[2].entry_id, "stonewalling", Some(Verdict::NotMe));
    let summary = diary.open.summary(Some("2026-10")).expect("a summary");
    let page = diary.month("2026-10");
    assert_eq!(summary.n, 5);
    let quiet = &summary.statements[0];
    assert_eq!((quiet.kind.as_str(), quiet.k), ("stonewalling", 2));
    assert_eq!(
        quiet.entry_ids,
        [saved[0].entry_id.clone(), saved[4].entry_id.clone()]
    );
    assert_eq!(response(&page, "stonewalling").k, 2);
}

#[test]
fn the_demo_journal_can_be_looked_around_in() {
    let mut diary = Diary::new();
    diary.clock.set("2026-11-21T20:00:00Z");
    assert_eq!(diary.open.fill_with_demo(), Ok(18));
    assert_eq!(diary.journal("", false).total, 18);
    let resting = diary
        .journal("", false)
        .entries
        .into_iter()
        .filter(|line| diary.page(&line.entry_id).reading == ReadingState::Resting);
    assert!(resting.count() >= 1, "one entry rests");
    let months = ["2026-08", "2026-09", "2026-10", "2026-11"].map(|month| diary.month(month));
    assert!(
        months.iter().all(|month| month.n > 0),
        "each month has something in it"
    );
    assert!(months.iter().any(|month| !month.responses.is_empty()));
    assert!(
        diary.open.fill_with_demo().is_err(),
        "never into a journal in use"
    );
}
