//! Reading: the writer's own responses in their own sentences, and their word on each.

use crate::diary::*;
use goldseam_journal::dto::*;

const QUIET: &str = "She asked where I had been. I shut down and went to bed without a word.";

fn kinds(page: &EntryPage) -> Vec<&str> {
    page.findings
        .iter()
        .map(|finding| finding.kind.as_str())
        .collect()
}

#[test]
fn a_saved_entry_shows_the_writers_response_in_its_sentence() {
    let mut diary = Diary::new();
    let id = diary.save(text(QUIET)).entry_id;
    let page = diary.page(&id);
    assert_eq!(page.reading, ReadingState::Found);
    assert_eq!(kinds(&page), ["stonewalling"]);
    let finding = &page.findings[0];
    assert_eq!(finding.group, "withdraw");
    assert_eq!(
        finding.sentence,
        "I shut down and went to bed without a word."
    );
    assert!(finding.counted && !finding.held_back && !finding.added);
    let marked = page
        .segments
        .iter()
        .find(|segment| !segment.findings.is_empty());
    assert!(marked.is_some_and(|segment| segment.text.contains("shut down")));
}

#[test]
fn the_others_act_is_not_shown_as_the_writers() {
    let mut diary = Diary::new();
    let id = diary.save(text("He shut down and went to bed.")).entry_id;
    let page = diary.page(&id);
    assert_eq!(page.reading, ReadingState::Nothing);
    assert!(page.findings.is_empty());
    assert!(diary.month("2026-10").responses.is_empty());
}

#[test]
fn an_act_held_back_is_shown_and_not_counted() {
    let mut diary = Diary::new();
    let words = "We argued about money, but I didn't shut down this time.";
    let id = diary.save(text(words)).entry_id;
    let finding = diary.page(&id).findings.remove(0);
    assert!(finding.held_back && !finding.counted);
    let month = diary.month("2026-10");
    assert!(month.responses.is_empty());
    assert_eq!(month.held_back.len(), 1);
}

#[test]
fn verdicts_stay_through_locking_and_rewording_elsewhere() {
    let mut diary = Diary::new();
    let id = diary.save(text(QUIET)).entry_id;
    diary.say(&id, "stonewalling", Some(Verdict::NotMe));
    let mut diary = diary.reopen();
    assert_eq!(diary.page(&id).findings[0].verdict, Some(Verdict::NotMe));
    diary.change(&id, text(&format!("It was late. {QUIET}")));
    let finding = diary.page(&id).findings.remove(0);
    assert_eq!(
        finding.verdict,
        Some(Verdict::NotMe),
        "its sentence still stands"
    );
    assert!(!finding.counted);
    diary.say(&id, "stonewalling", None);
    assert!(
        diary.page(&id).findings[0].counted,
        "a word can be taken back"
    );
}

#[test]
fn one_that_was_missed_can_be_added_and_taken_back() {
    let mut diary = Diary::new();
    let words = "We ate. Then we ate again. We ate in the kitchen.";
    let id = diary.save(text(words)).entry_id;
    let add = |kind: &str, quote: &str, occurrence| FindingAddRequest {
        entry_id: id.clone(),
        kind: kind.to_owned(),
        quote: quote.to_owned(),
        occurrence,
    };
    let page = diary
        .open
        .finding_add(&add("avoidance", "We ate", 1))
        .expect("is added");
    let finding = page
        .findings
        .iter()
        .find(|finding| finding.added)
        .expect("it is there");
    assert_eq!(finding.sentence, "We ate in the kitchen.");
    assert!(finding.counted);
    assert_eq!(diary.month("2026-10").responses[0].kind, "avoidance");

    diary.change(&id, text("New words first. We ate in the kitchen."));
    let page = diary.page(&id);
    let finding = page
        .findings
        .iter()
        .find(|finding| finding.added)
        .expect("carried along");
    let request = FindingRequest {
        entry_id: id.clone(),
        finding_id: finding.id.clone(),
    };
    assert!(
        diary
            .open
            .finding_remove(&request)
            .expect("goes")
            .findings
            .is_empty()
    );
    for wrong in [
        add("avoidance", "not there", 0),
        add("avoidance", " ", 0),
        add("sulking", "We ate", 0),
    ] {
        assert!(diary.open.finding_add(&wrong).is_err());
    }
}

#[test]
fn adding_what_was_read_already_confirms_it() {
    let mut diary = Diary::new();
    let id = diary.save(text(QUIET)).entry_id;
    let request = FindingAddRequest {
        entry_id: id,
        kind: "stonewalling".to_owned(),
        quote: "went to bed".to_owned(),
        occurrence: 0,
    };
    let page = diary.open.finding_add(&request).expect("is taken");
    assert_eq!(page.findings.len(), 1);
    assert_eq!(page.findings[0].verdict, Some(Verdict::Yes));
}

#[test]
fn just_keep_it_is_not_read() {
    let mut diary = Diary::new();
    let kept = EntryFields {
        keep_only: true,
        ..text(QUIET)
    };
    let id = diary.save(kept).entry_id;
    let page = diary.page(&id);
    assert_eq!(page.reading, ReadingState::KeptOnly);
    assert!(page.findings.is_empty());
    diary.change(&id, text(QUIET));
    assert_eq!(diary.page(&id).findings.len(), 1, "it may be read later");
}

#[test]
fn each_response_has_its_card() {
    let diary = Diary::new();
    for kind in diary.open.choices().kinds {
        let card = diary
            .open
            .card(&CardRequest { kind: kind.kind })
            .expect("a card");
        assert!(card.reasons.len() >= 3, "several reasons, none asserted");
        assert!(!card.from.is_empty(), "it names its article");
    }
}
