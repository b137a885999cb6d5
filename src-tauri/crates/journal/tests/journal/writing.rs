//! Writing: what is typed is kept, found again, and refused only in words.

use crate::diary::*;
use goldseam_journal::dto::*;

#[test]
fn what_was_written_before_the_passphrase_is_the_first_entry() {
    let (diary, saved) = Diary::with(Some(text("We argued about the boiler.")));
    let saved = saved.expect("it was kept");
    let diary = diary.reopen();
    let page = diary.page(&saved.entry_id);
    assert_eq!(page.fields.text, "We argued about the boiler.");
    assert!(page.rupture_id.is_some(), "a conflict tells a rupture");
}

#[test]
fn refused_passphrases_leave_nothing_behind() {
    let dir = tempfile::tempdir().expect("a folder");
    let clock = SetClock::at("2026-10-10T19:00:00Z");
    for (passphrase, repeat) in [("password1", "password1"), (PASSPHRASE, "another one")] {
        let request = CreateRequest {
            passphrase: passphrase.to_owned(),
            repeat: repeat.to_owned(),
            fields: Some(text("Words.")),
        };
        let Err((_, failure)) = locked(&dir, &clock).create_cheaply(request) else {
            panic!("{passphrase} was taken");
        };
        assert_eq!(failure.code, Code::Passphrase);
    }
    assert_eq!(locked(&dir, &clock).status().state, VaultState::None);
    assert!(
        std::fs::read_dir(dir.path())
            .expect("readable")
            .next()
            .is_none()
    );
}

#[test]
fn a_draft_is_found_again_and_goes_with_the_save() {
    let mut diary = Diary::new();
    let fields = EntryFields {
        distress: Some(6),
        feelings: vec!["hurt".to_owned()],
        ..text("He said he would call and")
    };
    let request = DraftSaveRequest {
        entry_id: None,
        fields: fields.clone(),
    };
    assert_eq!(
        diary.open.draft_save(&request).expect("kept").words,
        "Saved 20:00"
    );
    let mut diary = diary.reopen();
    let draft = diary.open.today().expect("today").draft.expect("a draft");
    assert_eq!(draft.fields, fields);
    assert_eq!(draft.saved_words, "today, 20:00");
    diary.save(fields);
    assert_eq!(diary.open.today().expect("today").draft, None);
}

#[test]
fn a_draft_of_a_change_is_its_own() {
    let mut diary = Diary::new();
    let id = diary.save(text("First words.")).entry_id;
    let request = DraftSaveRequest {
        entry_id: Some(id.clone()),
        fields: text("First words, and more."),
    };
    diary.open.draft_save(&request).expect("kept");
    assert_eq!(diary.open.today().expect("today").draft, None);
    let of_change = DraftRequest {
        entry_id: Some(id.clone()),
    };
    assert!(diary.open.draft_load(&of_change).expect("loads").is_some());
    diary.change(&id, text("First words, and more."));
    assert_eq!(diary.open.draft_load(&of_change).expect("loads"), None);
}

#[test]
fn a_change_keeps_the_earlier_wording() {
    let mut diary = Diary::new();
    let sam = diary.person("Sam", Relationship::Partner);
    let id = diary.save(text("I left.")).entry_id;
    diary.clock.set("2026-10-11T08:00:00Z");
    let fields = EntryFields {
        people: vec![sam],
        happened_part: Some(DayPart::Evening),
        ..on("2026-10-08", "I left, and came back.")
    };
    diary.change(&id, fields.clone());
    diary.change(&id, fields);
    let page = diary.page(&id);
    assert_eq!(page.happened_words, "Thursday 8 October, evening");
    assert_eq!(page.written_words, "written 2 days later, 20:00");
    assert_eq!(page.people[0].alias, "Sam");
    assert_eq!(
        page.revisions.len(),
        1,
        "saving the same words is no change"
    );
    assert_eq!(page.revisions[0].text, "I left.");
    assert_eq!(page.revisions[0].until_words, "until today, 09:00");
    assert!(diary.search("left").contains(&id));
    assert_eq!(diary.open.verify().expect("sound").entries, 1);
}

#[test]
fn search_follows_a_change_of_words_and_of_day() {
    let mut diary = Diary::new();
    let id = diary.save(text("About the marmalade.")).entry_id;
    let other = diary.save(text("About the boiler.")).entry_id;
    diary.change(&id, on("2026-10-01", "About the café on the corner."));
    assert!(diary.search("marmalade").is_empty());
    assert_eq!(diary.search("cafe"), [id.as_str()], "accents do not matter");
    assert_eq!(
        diary.search("caf"),
        [id.as_str()],
        "the last word as a beginning"
    );
    assert_eq!(diary.search("about"), [other, id], "newest day first");
    for operator in [
        "\"",
        "AND",
        "* OR",
        "NEAR(",
        "-x",
        "text:",
        "'; DROP TABLE entry;",
    ] {
        diary.journal(operator, false);
    }
    diary.open.verify().expect("the index fits the entries");
}

#[test]
fn the_trash_gives_back() {
    let mut diary = Diary::new();
    let saved = diary.save(text("Gone and back."));
    diary
        .open
        .entry_trash(&entry(&saved.entry_id))
        .expect("goes");
    assert_eq!(diary.journal("", false).total, 0);
    assert!(diary.search("gone").is_empty());
    assert_eq!(diary.journal("", true).entries.len(), 1);
    assert_eq!(diary.month("2026-10").n, 0);
    assert!(diary.open.today().expect("today").still_open.is_empty());
    diary
        .open
        .entry_restore(&entry(&saved.entry_id))
        .expect("comes back");
    assert_eq!(diary.month("2026-10").n, 1);
    assert_eq!(diary.search("gone"), [saved.entry_id]);
}

#[test]
fn several_entries_a_day_stand_in_the_order_told() {
    let mut diary = Diary::new();
    let part = |part, words| EntryFields {
        happened_part: Some(part),
        ..on("2026-10-09", words)
    };
    let evening = diary.save(part(DayPart::Evening, "evening")).entry_id;
    let morning = diary.save(part(DayPart::Morning, "morning")).entry_id;
    let same = diary.save(part(DayPart::Evening, "evening again")).entry_id;
    assert_eq!(diary.search(""), [same, evening, morning]);
}

#[test]
fn one_rupture_may_be_told_by_two_entries() {
    let mut diary = Diary::new();
    let first = diary.save(EntryFields {
        cause: Some(Cause::Betrayal),
        ..text("It began with the letter.")
    });
    let second = diary.save(EntryFields {
        continues: first.rupture_id.clone(),
        ..text("And then she called.")
    });
    assert_eq!(first.rupture_id, second.rupture_id);
    let page = diary
        .open
        .rupture_open(&rupture(first.rupture_id.as_ref()))
        .expect("opens");
    assert_eq!(page.entries.len(), 2);
    assert_eq!(diary.month("2026-10").n, 1, "it is one rupture");
    let fields = diary.page(&first.entry_id).fields;
    assert_eq!(
        fields.cause,
        Some(Cause::Betrayal),
        "going on takes nothing away"
    );
}

#[test]
fn this_again_links_to_the_earlier_one() {
    let mut diary = Diary::new();
    let first = diary.save(on("2026-09-01", "The dishes."));
    let again = diary.save(EntryFields {
        this_again: first.rupture_id.clone(),
        ..text("The dishes again.")
    });
    let earlier = diary.page(&again.entry_id).earlier.expect("a link");
    assert_eq!(earlier.entry_id, first.entry_id);
    let page = diary
        .open
        .rupture_open(&rupture(first.rupture_id.as_ref()))
        .expect("opens");
    assert_eq!(page.later[0].entry_id, again.entry_id);
    let own = EntryFields {
        this_again: again.rupture_id.clone(),
        ..text("The dishes again.")
    };
    let request = EntrySaveRequest {
        entry_id: Some(again.entry_id),
        fields: own,
    };
    assert_eq!(
        diary
            .open
            .entry_save(&request)
            .map_err(|failure| failure.code),
        Err(Code::Input),
        "a conflict is not its own earlier one"
    );
}

#[test]
fn an_entry_need_not_tell_a_rupture() {
    let mut diary = Diary::new();
    let good = EntryFields {
        tells_rupture: false,
        ..text("A good walk by the canal.")
    };
    let saved = diary.save(good.clone());
    assert_eq!(saved.rupture_id, None);
    assert_eq!(diary.month("2026-10").n, 0);
    let now = diary.change(
        &saved.entry_id,
        EntryFields {
            tells_rupture: true,
            ..good.clone()
        },
    );
    assert!(now.rupture_id.is_some());
    assert_eq!(diary.month("2026-10").n, 1);
    diary.change(&saved.entry_id, good);
    assert_eq!(diary.month("2026-10").n, 0);
}

#[test]
fn bad_input_is_refused_in_words_and_the_draft_stays() {
    let mut diary = Diary::new();
    let request = DraftSaveRequest {
        entry_id: None,
        fields: on("2026-10-11", "Tomorrow."),
    };
    diary.open.draft_save(&request).expect("kept");
    let too_long = "a".repeat(goldseam_journal::LONGEST_TEXT + 1);
    let many = (0..41).map(|number| format!("feeling {number}")).collect();
    for fields in [
        text(""),
        text(" \n\u{0}\t "),
        text(&too_long),
        on("2026-10-11", "A day to come."),
        on("2026-02-30", "No such day."),
        on("yesterday", "No day at all."),
        on("1850-01-01", "Long ago."),
        EntryFields {
            distress: Some(11),
            ..text("Eleven.")
        },
        EntryFields {
            feelings: many,
            ..text("All at once.")
        },
        EntryFields {
            feelings: vec!["x".repeat(61)],
            ..text("Long name.")
        },
    ] {
        let failure = diary.try_save(fields).expect_err("is refused");
        assert_eq!(failure.code, Code::Input);
        assert!(failure.message.ends_with(['.', '?']), "{}", failure.message);
    }
    assert_eq!(diary.journal("", false).total, 0);
    assert!(diary.open.today().expect("today").draft.is_some());
}

#[test]
fn odd_text_is_kept_as_it_was_typed() {
    let mut diary = Diary::new();
    let megabyte = "I shut down. ".repeat(80_000);
    for odd in [
        "🥣🙃👩‍👩‍👧",
        "أغلق الباب ولم أقل شيئا",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "e\u{301} and \u{200b}zero\u{200d}width",
        "trailing spaces   \n\n\ttabs",
        &megabyte,
    ] {
        let id = diary.save(text(odd)).entry_id;
        let page = diary.page(&id);
        assert_eq!(page.fields.text, odd);
        let joined = page.segments.iter().map(|segment| segment.text.as_str());
        assert_eq!(joined.collect::<String>(), odd);
    }
    let id = diary
        .save(text("a NUL \0 and\r\nlines\rof others"))
        .entry_id;
    assert_eq!(diary.page(&id).fields.text, "a NUL  and\nlines\nof others");
    diary.open.verify().expect("sound");
}

#[test]
fn a_clock_set_back_loses_and_blocks_nothing() {
    let mut diary = Diary::new();
    let id = diary.save(text("Written today.")).entry_id;
    diary.clock.set("2026-10-01T10:00:00Z");
    let mut diary = diary.reopen();
    let fields = diary.page(&id).fields;
    diary.change(
        &id,
        EntryFields {
            text: "Written today, and more.".to_owned(),
            ..fields
        },
    );
    assert_eq!(diary.journal("", false).total, 1);
    assert_eq!(diary.month("2026-10").n, 1);
}

#[test]
fn people_are_told_apart_by_name() {
    let mut diary = Diary::new();
    diary.person("Sam", Relationship::Partner);
    for alias in ["", "   ", " sam ", &"x".repeat(61)] {
        let request = PersonAddRequest {
            alias: alias.to_owned(),
            relationship: Relationship::Friend,
            age_band: None,
        };
        let refused = diary.open.person_add(&request).expect_err("is refused");
        assert_eq!(refused.code, Code::Input);
    }
    let child = PersonAddRequest {
        alias: "Leo".to_owned(),
        relationship: Relationship::Child,
        age_band: Some(AgeBand::Toddler),
    };
    let leo = diary.open.person_add(&child).expect("is added");
    assert_eq!(leo.age_band, Some(AgeBand::Toddler));
    assert!(leo.relationship_words.starts_with("child, "));
}
