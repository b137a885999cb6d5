//! The gate: nothing that rests is found, counted, asked or suggested.

use crate::diary::*;
use goldseam_journal::dto::*;

const HIT: &str = "He asked about the money. I shut down. Then he hit me in the face.";

fn assert_rests(diary: &Diary, saved: &EntrySaved) {
    let page = diary.page(&saved.entry_id);
    assert_eq!(page.reading, ReadingState::Resting);
    assert!(page.findings.is_empty() && page.follow_ups.is_empty());
    assert!(
        page.segments
            .iter()
            .all(|segment| segment.findings.is_empty())
    );
    assert!(page.notes_line.is_some());
    let offer = diary
        .open
        .follow_up_offer(&rupture(saved.rupture_id.as_ref()))
        .expect("answers");
    assert!(!offer.offered && offer.options.is_empty());
    let month = diary.month("2026-10");
    let told = serde_json::to_string(&month).expect("serialises");
    assert!(
        !told.contains(&saved.entry_id),
        "the month says nothing of it"
    );
    let today = diary.open.today().expect("today");
    assert!(
        today
            .still_open
            .iter()
            .all(|line| line.entry_id != saved.entry_id)
    );
}

#[test]
fn an_entry_with_a_certain_sign_rests_and_so_does_the_person() {
    let mut diary = Diary::new();
    let him = diary.person("Mark", Relationship::Partner);
    let with = |words: &str| EntryFields {
        people: vec![him.clone()],
        ..text(words)
    };
    let harmless = diary.save(with("I shut down when he asked about dinner."));
    assert_eq!(diary.month("2026-10").n, 1);
    let saved = diary.save(with(HIT));
    assert!(
        saved.suggest_tomorrow && !saved.open_notes,
        "never opened by itself for this"
    );
    assert_rests(&diary, &saved);
    assert_rests(&diary, &harmless);
    let notes = diary.open.notes(&entry(&saved.entry_id)).expect("a page");
    assert_eq!(notes.title, "Notes");
    assert_eq!(notes.resting_people.len(), 1);
    assert!(
        notes
            .lines
            .iter()
            .any(|line| line.number == "1-800-799-7233")
    );

    // "This isn't that" frees the entry; freeing the person is a choice of its own.
    let page = diary
        .open
        .entry_free(&entry(&saved.entry_id))
        .expect("is freed");
    assert_eq!(
        page.reading,
        ReadingState::Resting,
        "the person still rests"
    );
    diary
        .open
        .person_free(&PersonRequest {
            person_id: him.clone(),
        })
        .expect("is freed");
    assert_eq!(diary.page(&saved.entry_id).reading, ReadingState::Found);
    assert_eq!(diary.month("2026-10").n, 2);

    // The same words again close nothing; a new sign does.
    let fields = diary.page(&saved.entry_id).fields;
    diary.change(
        &saved.entry_id,
        EntryFields {
            distress: Some(3),
            ..fields.clone()
        },
    );
    assert_eq!(diary.month("2026-10").n, 2);
    let worse = format!("{} He grabbed me by the throat.", fields.text);
    diary.change(
        &saved.entry_id,
        EntryFields {
            text: worse,
            ..fields
        },
    );
    assert_rests(&diary, &saved);
    assert_rests(&diary, &harmless);
}

#[test]
fn other_peoples_pages_stay_as_they_are() {
    let mut diary = Diary::new();
    let mum = diary.person("Mum", Relationship::Parent);
    let him = diary.person("Mark", Relationship::ExOrCoparent);
    let with = |person: &String, words: &str| EntryFields {
        people: vec![person.clone()],
        ..text(words)
    };
    diary.save(with(&mum, "She asked why. I shut down and went to bed."));
    diary.save(with(&him, HIT));
    let month = diary.month("2026-10");
    assert_eq!(month.n, 1);
    assert_eq!(month.people.len(), 1);
    assert_eq!(month.people[0].alias, "Mum");
}

#[test]
fn i_dont_feel_safe_is_always_one_word_away() {
    let mut diary = Diary::new();
    let her = diary.person("Ana", Relationship::Friend);
    let saved = diary.save(EntryFields {
        people: vec![her.clone()],
        ..text("I shut down and went to bed.")
    });
    let choose = FollowUpChooseRequest {
        rupture_id: saved.rupture_id.clone().expect("a rupture"),
        option: Some("threeDays".to_owned()),
        notifications: true,
        background: false,
    };
    diary.open.follow_up_choose(&choose).expect("is planned");
    diary
        .open
        .person_unsafe(&PersonRequest {
            person_id: her.clone(),
        })
        .expect("is noted");
    assert_rests(&diary, &saved);
    diary.clock.set("2026-10-14T12:00:00Z");
    assert!(
        diary.open.today().expect("today").due.is_empty(),
        "nothing is asked"
    );
    assert!(
        !diary
            .open
            .reminders(&goldseam_journal::reminders::Reminders::default())
            .expect("known")
            .waiting()
    );
    let refused = diary
        .open
        .follow_up_choose(&choose)
        .expect_err("nothing may be asked");
    assert_eq!(refused.code, Code::Input);
}

#[test]
fn a_crisis_comes_first() {
    let mut diary = Diary::new();
    let saved = diary.save(text("After the row I wanted to kill myself."));
    assert!(saved.open_notes);
    let notes = diary.open.notes(&entry(&saved.entry_id)).expect("a page");
    assert_eq!(notes.sections[0].id, "crisis");
    assert!(notes.lines.iter().any(|line| line.number == "988"));
    assert_rests(&diary, &saved);
}

#[test]
fn harmless_words_close_nothing() {
    let mut diary = Diary::new();
    let words =
        "This deadline is killing me and I could have murdered him over the dishes. I shut down.";
    let saved = diary.save(text(words));
    assert_ne!(diary.page(&saved.entry_id).reading, ReadingState::Resting);
}
