//! Reading again with an analyser that has learned: the writer's word stays where it was given.

use crate::diary::*;
use goldseam_journal::dto::*;

const QUIET: &str = "She asked where I had been. I shut down and went to bed without a word.";

/// Reads everything again, as the app does after an unlock.
fn read_again(diary: &mut Diary) -> usize {
    let waiting = diary.open.to_read_again().expect("lists");
    for id in &waiting {
        diary.open.read_again(id).expect("reads");
    }
    waiting.len()
}

#[test]
fn entries_of_an_earlier_analyser_are_read_again_once() {
    let mut diary = Diary::new();
    let id = diary.save(text(QUIET)).entry_id;
    assert_eq!(read_again(&mut diary), 0, "it was read by this version");
    let before = diary.page(&id);

    diary.open.pretend_read_before().expect("pretends");
    let mut diary = diary.reopen();
    assert_eq!(read_again(&mut diary), 1);
    assert_eq!(diary.page(&id), before, "the same rules find the same");
    assert_eq!(read_again(&mut diary), 0);
}

#[test]
fn verdicts_and_findings_by_hand_stay_with_their_sentences() {
    let mut diary = Diary::new();
    let id = diary.save(text(QUIET)).entry_id;
    diary
        .open
        .verdict_set(&VerdictRequest {
            entry_id: id.clone(),
            finding_id: diary.page(&id).findings[0].id.clone(),
            verdict: Some(Verdict::NotMe),
        })
        .expect("takes the word");
    diary
        .open
        .finding_add(&FindingAddRequest {
            entry_id: id.clone(),
            kind: "avoidance".to_owned(),
            quote: "She asked where I had been.".to_owned(),
            occurrence: 0,
        })
        .expect("is added");
    let before = diary.page(&id);

    diary.open.pretend_read_before().expect("pretends");
    assert_eq!(read_again(&mut diary), 1);
    let after = diary.page(&id);
    assert_eq!(after, before);
    assert!(after.findings.iter().any(|finding| finding.added));
    assert!(
        diary
            .month("2026-10")
            .responses
            .iter()
            .all(|line| line.kind != "stonewalling"),
        "not me is not me after a new reading too"
    );
}

#[test]
fn kept_entries_stay_unread_and_freed_ones_free() {
    let mut diary = Diary::new();
    let kept = EntryFields {
        keep_only: true,
        ..text(QUIET)
    };
    let kept = diary.save(kept).entry_id;
    let freed = diary
        .save(text("We rowed. He threatened to hit me."))
        .entry_id;
    diary.open.entry_free(&entry(&freed)).expect("is freed");

    diary.open.pretend_read_before().expect("pretends");
    assert_eq!(read_again(&mut diary), 1, "only the one that was read");
    assert_eq!(diary.page(&kept).reading, ReadingState::KeptOnly);
    assert_ne!(diary.page(&freed).reading, ReadingState::Resting);
}
