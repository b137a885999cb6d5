//! Walks every text a person reads and holds it to the rules of `content/README.md`.
//! What a file must hold to be read at all is checked where it is read, in the crate.

mod reading;

use std::collections::HashSet;

use goldseam_content::{Content, Group, KINDS, content};
use reading::Reading;

/// A text and where it stands.
type Text = (String, String);

/// Texts of ours, without the demo, which is written in the voice of a person.
fn ours() -> Vec<Text> {
    let content = content();
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: &str, text: &str| texts.push((place.to_owned(), text.to_owned()));
    for article in content.articles() {
        add(&format!("articles/{}", article.id), &article.about);
    }
    for card in content.cards() {
        for (field, text) in card.texts() {
            add(&format!("responses/{}.{field}", card.kind), text);
        }
    }
    for (field, text) in content.safety().texts() {
        add(&format!("safety/{field}"), text);
    }
    let words = content.words();
    for (field, text) in words.plain() {
        add(&format!("words/{field}"), text);
    }
    for (field, template, _) in words.templates() {
        add(&format!("words/{field}"), template.as_str());
    }
    let choices = content.choices();
    for list in [
        &choices.relationships,
        &choices.age_bands,
        &choices.causes,
        &choices.sizes,
        &choices.day_parts,
        &choices.states,
    ] {
        for choice in list {
            add(&format!("choices/{}", choice.id), &choice.label);
            add(&format!("choices/{}", choice.id), &choice.phrase);
        }
    }
    for group in content.feelings() {
        add(&format!("feelings/{}", group.id), &group.label);
        for name in &group.names {
            add(&format!("feelings/{}", group.id), name);
        }
    }
    texts
}

/// Texts of the made-up writer.
fn demo() -> Vec<Text> {
    let entries = content().demo().entries.iter();
    entries
        .flat_map(|entry| {
            let notes = entry.follow_ups.iter().map(|asked| asked.note.clone());
            let texts = std::iter::once(entry.text.clone()).chain(notes);
            texts.map(|text| (format!("demo/{}", entry.id), text))
        })
        .collect()
}

#[test]
fn everything_loads() {
    if let Err(fault) = Content::load() {
        panic!("{fault}");
    }
}

#[test]
fn no_text_raises_its_voice_or_judges() {
    // Words that judge a person, keep a tally, or turn a life into a case.
    const BANNED: [&str; 8] = [
        "toxic", "narciss", "score", "streak", "incident", "failed", "abuser", "victim",
    ];
    for (place, text) in ours().into_iter().chain(demo()) {
        assert!(!text.contains('!'), "{place} raises its voice: {text}");
        for word in reading::words(&text.to_lowercase()) {
            let banned = BANNED.iter().find(|banned| word.starts_with(**banned));
            assert!(banned.is_none(), "{place} says {word:?}: {text}");
        }
    }
}

#[test]
fn no_text_of_ours_diagnoses_or_promises() {
    // "You are avoidant", and claims about brains and lasting harm that nobody can keep.
    const BANNED: [&str; 10] = [
        "you are avoidant",
        "you are anxious",
        "attachment style",
        "your pattern is",
        "it protects you",
        "you always",
        "you never",
        "rewir",
        "your brain",
        "stronger than before",
    ];
    for (place, text) in ours() {
        let lower = text.to_lowercase();
        let banned = BANNED.iter().find(|banned| lower.contains(**banned));
        assert!(banned.is_none(), "{place} says {banned:?}: {text}");
    }
}

#[test]
fn texts_are_typed_with_care() {
    for (place, text) in ours().into_iter().chain(demo()) {
        for slip in ["  ", " ,", " .", "..", "\t", "“", "’", "—", " - "] {
            assert!(!text.contains(slip), "{place} holds {slip:?}: {text}");
        }
    }
}

/// Holds a block of text to short sentences and plain words.
fn easy(place: &str, text: &str) {
    let reading = Reading::of(text);
    let (mean, grade) = (reading.mean_sentence(), reading.grade);
    assert!(mean <= 14.0, "{place}: {mean:.1} words in a sentence");
    assert!(grade <= 8.0, "{place}: grade {grade:.1}");
}

#[test]
fn cards_are_easy_to_read() {
    for card in content().cards() {
        easy(&card.kind, &card.looks_like);
        easy(&card.kind, &card.cost);
        easy(&card.kind, &card.instead);
        easy(&card.kind, &card.reasons.join("\n"));
        easy(&card.kind, &card.sayings.join("\n"));
    }
}

#[test]
fn the_quiet_page_is_easy_to_read_in_tears() {
    let signs = [
        goldseam_content::Sign::Crisis,
        goldseam_content::Sign::Harmed,
        goldseam_content::Sign::DidHarm,
    ];
    for section in content().safety().sections(&signs) {
        for paragraph in &section.paragraphs {
            let reading = Reading::of(paragraph);
            assert!(reading.mean_sentence() <= 14.0, "{paragraph}");
        }
        let whole = Reading::of(&section.paragraphs.join("\n"));
        assert!(whole.grade <= 6.0, "{}: {whole:?}", section.id);
    }
}

#[test]
fn words_are_easy_to_read() {
    for (field, text) in content().words().plain() {
        let reading = Reading::of(text);
        assert!(reading.mean_sentence() <= 20.0, "words/{field}: {text}");
        if reading.words >= 30 {
            easy(field, text);
        }
    }
}

#[test]
fn headings_of_the_quiet_page_give_nothing_away() {
    let safety = content().safety();
    let signs = [
        goldseam_content::Sign::Crisis,
        goldseam_content::Sign::DidHarm,
    ];
    for section in safety.sections(&signs) {
        let heading = section.heading.to_lowercase();
        for word in [
            "safe", "harm", "hurt", "danger", "help", "abuse", "violen", "crisis",
        ] {
            assert!(
                !heading.contains(word),
                "{} over somebody's shoulder",
                section.heading
            );
        }
        let text = section.paragraphs.join(" ").to_lowercase();
        assert!(
            !text.contains("you both"),
            "{}: never \"you both\"",
            section.id
        );
    }
    assert_eq!(safety.title, "Notes");
}

#[test]
fn somebody_in_crisis_is_told_what_to_do_first() {
    let sections = content()
        .safety()
        .sections(&[goldseam_content::Sign::Crisis]);
    let text = sections[0].paragraphs.join(" ");
    for words in [
        "emergency number",
        "someone near you",
        "distance",
        "keep writing",
    ] {
        assert!(
            text.contains(words),
            "the page for a crisis does not say {words:?}"
        );
    }
}

#[test]
fn who_did_harm_is_sent_to_stop_and_not_to_mend() {
    let sections = content()
        .safety()
        .sections(&[goldseam_content::Sign::DidHarm]);
    let text = sections[0].paragraphs.join(" ");
    for words in [
        "What you did is yours",
        "give them space",
        "Don't press them",
        "Stopping usually takes help",
        "baby",
        "Were you defending yourself or getting away?",
    ] {
        assert!(
            text.contains(words),
            "the page for harm done does not say {words:?}"
        );
    }
}

#[test]
fn there_is_a_number_for_harm_and_for_crisis_in_the_us() {
    let lines = &content().safety().lines;
    for number in ["1-800-799-7233", "988"] {
        let found = lines
            .iter()
            .any(|line| line.number == number && line.country == "United States");
        assert!(found, "{number}");
    }
    let words = lines[0].checked_words();
    assert!(words.starts_with("checked 2026-11-21, from "), "{words}");
}

#[test]
fn a_cost_is_never_certain() {
    for card in content().cards() {
        assert!(card.cost.contains(" may "), "{}: {}", card.kind, card.cost);
        let certain = ["will feel", "always", "never stop"];
        assert!(
            !certain.iter().any(|words| card.cost.contains(words)),
            "{}",
            card.kind
        );
    }
}

#[test]
fn titles_are_sentences_about_an_act() {
    for card in content().cards() {
        let titles = &card.titles;
        for title in [
            &titles.did,
            &titles.habitual,
            &titles.resisted,
            &titles.considered,
        ] {
            assert!(title.ends_with('.'), "{}: {title}", card.kind);
            assert!(
                !title.contains("You are"),
                "{}: a trait: {title}",
                card.kind
            );
        }
        let spread: HashSet<&String> = [
            &titles.did,
            &titles.habitual,
            &titles.resisted,
            &titles.considered,
        ]
        .into();
        assert_eq!(spread.len(), 4, "{}: two statuses read the same", card.kind);
        assert!(
            card.label.starts_with("I ") || card.label.starts_with("An "),
            "{}",
            card.label
        );
    }
    let labels: HashSet<&str> = content().cards().iter().map(|c| c.label.as_str()).collect();
    assert_eq!(labels.len(), KINDS.len(), "two kinds have the same label");
}

#[test]
fn sentences_read_as_they_should_once_filled() {
    let words = content().words();
    let card = content()
        .card("stonewalling")
        .expect("there is a card for it");
    let counted = words
        .counts
        .k_of_n
        .fill(&[("past", &card.past), ("k", &3), ("n", &5)]);
    assert_eq!(counted, "You went quiet in 3 of 5.");
    assert_eq!(card.past_sentence(), "You went quiet.");
    assert_eq!(card.held_back_sentence(), "You held back from going quiet.");
    assert_eq!(card.titles.did, "You went quiet here.");
    let hard = words.month.hard.fill(&[("times", &words.times(5))]);
    assert_eq!(hard, "A hard month. You wrote it down five times.");
    assert_eq!(
        words.counts.early.fill(1),
        "Seen once so far; too early to call a pattern."
    );
    assert_eq!(
        words.counts.early.fill(4),
        "Seen 4 times so far; too early to call a pattern."
    );
}

#[test]
fn each_group_has_its_own_question() {
    let words = content().words();
    let groups = [
        None,
        Some(Group::Attack),
        Some(Group::Withdraw),
        Some(Group::SelfSilencing),
        Some(Group::Unresolved),
        Some(Group::Repair),
    ];
    let questions: HashSet<&str> = groups.map(|group| words.question(group)).into();
    assert_eq!(questions.len(), groups.len());
    assert!(questions.iter().all(|question| question.ends_with('?')));
}

#[test]
fn lists_say_what_they_hold() {
    let choices = content().choices();
    let phrase = |id, age| choices.relationship_phrase(id, age);
    assert_eq!(
        phrase("child", Some("preschool")).as_deref(),
        Some("child, 3 to 5")
    );
    assert_eq!(phrase("partner", None).as_deref(), Some("partner"));
    assert_eq!(phrase("cousin", None), None);
    assert_eq!(choices.state_phrase("letGo"), Some("let go"));
    assert_eq!(choices.state_phrase("repaired"), Some("mended"));
    let names: usize = content()
        .feelings()
        .iter()
        .map(|group| group.names.len())
        .sum();
    assert_eq!(content().feelings().len(), 8);
    assert!((55..=65).contains(&names), "{names} feelings");
}

#[test]
fn the_demo_shows_what_there_is_to_see() {
    let demo = content().demo();
    let entries = &demo.entries;
    assert_eq!(entries.len(), 18);
    for entry in entries {
        let words = reading::words(&entry.text).count();
        assert!((60..=180).contains(&words), "{}: {words} words", entry.id);
    }
    let oldest = entries.first().map_or(0, |entry| entry.days_ago);
    assert!((100..=125).contains(&oldest), "about four months");
    assert!(
        entries.iter().any(|entry| entry.days_ago <= 3),
        "something recent"
    );
    assert_eq!(
        entries.iter().filter(|entry| !entry.tells_rupture).count(),
        1
    );
    assert!(
        entries
            .iter()
            .filter(|entry| entry.continues.is_some())
            .count()
            >= 2
    );
    assert!(
        entries
            .iter()
            .filter(|entry| entry.this_again.is_some())
            .count()
            >= 2
    );
    let outcomes: HashSet<&str> = entries
        .iter()
        .flat_map(|e| &e.follow_ups)
        .map(|f| f.outcome.as_str())
        .collect();
    assert!(outcomes.len() >= 2, "not everything goes well");
    for state in ["open", "waiting", "repaired", "tried", "letGo"] {
        assert!(
            entries.iter().any(|e| e.state.as_deref() == Some(state)),
            "{state}"
        );
    }
}

#[test]
fn the_person_who_rests_in_the_demo_is_in_no_other_entry() {
    let entries = &content().demo().entries;
    let gated: Vec<_> = entries.iter().filter(|entry| entry.gated).collect();
    assert_eq!(gated.len(), 1);
    let person = &gated[0].people[0];
    let others = entries
        .iter()
        .filter(|e| !e.gated && e.people.contains(person));
    assert_eq!(
        others.count(),
        0,
        "resting would empty the pages of a main figure"
    );
}
