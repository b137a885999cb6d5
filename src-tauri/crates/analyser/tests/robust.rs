//! Bad and long input: no panic, spans on character boundaries, time in proportion to length.

mod lexicon;

use std::sync::OnceLock;

use goldseam_analyser::{Lexicon, read, sentence_at, sentence_key, sentences};
use proptest::prelude::*;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(lexicon::lexicon)
}

/// Reads a text and checks every span it is given.
fn check(text: &str) {
    let reading = read(text, lexicon());
    let spans = reading
        .findings
        .iter()
        .map(|finding| (finding.start, finding.end))
        .chain(
            reading
                .signals
                .iter()
                .map(|signal| (signal.start, signal.end)),
        );
    for (start, end) in spans {
        assert!(start < end, "an empty span shows nothing");
        assert!(
            text.get(start..end).is_some(),
            "{start}..{end} cuts a character"
        );
        let around = sentence_at(text, start, end);
        assert!(
            around.start <= start && end <= around.end,
            "the sentence holds the span"
        );
    }
    for sentence in sentences(text) {
        assert!(
            !text[sentence].trim().is_empty(),
            "a blank stretch is no sentence"
        );
    }
}

#[test]
fn odd_texts_are_read_without_harm() {
    let long_word = "a".repeat(100_000);
    let quotes = "\"'“‘".repeat(20_000);
    let marks = "e\u{301}\u{302}".repeat(20_000);
    for text in [
        "",
        " \r\n \t",
        "\0I hung up on her\0",
        "😀🎉",
        "I hung up on her 😀. 🎉 I yelled at him.",
        "I hung\u{200b} up on her",
        "أغلقت الهاتف. I hung up on her. שלום",
        "I hung up on her.\r\nShe hung up on me.\r\n",
        "I did\u{301}n't yell at him",
        "\u{feff}I hung up on her",
        "…",
        "'''''",
        "I said \"",
        "I said",
        "said",
        "and",
        &long_word,
        &quotes,
        &marks,
        &". ".repeat(20_000),
        &"I ".repeat(20_000),
        &"sorry ".repeat(20_000),
        &"said I ".repeat(10_000),
        &"not ".repeat(20_000),
    ] {
        check(text);
    }
}

/// Reading takes time in proportion to the length: anything worse would not come to an end here.
#[test]
fn five_megabytes_are_read_to_their_end() {
    let piece = "She asked where I had been. I shut down and went to bed without a word. \
                 He said I never listen, so I yelled at him and walked out, and then I said \
                 I was sorry for shouting. We fed the cat, paid the gas and talked about Spain. ";
    let text = piece.repeat(24_000);
    assert!(text.len() > 5_000_000);
    assert!(
        read(&text, lexicon()).findings.len() >= 24_000,
        "every copy is read"
    );
}

#[test]
fn one_endless_sentence_is_read_to_its_end() {
    let piece = "I said he never listens and I yelled at her because she was late so I left, ";
    let text = piece.repeat(3000);
    let findings = read(&text, lexicon()).findings;
    assert!(
        findings
            .iter()
            .any(|finding| finding.start > text.len() / 2),
        "its second half is read, too"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn anything_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn rows_of_known_words_are_read(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "I", "he", "she", "we", "you", "said", "told", "me", "him", "mum", "Tom",
                "not", "n't", "did", "was", "going", "to", "and", "but", "that", "if",
                "when", "who", "shut", "down", "sorry", "yelled", "at", "hung", "up",
                "on", "hit", "never", "always", "want", "die", "\"", "“", "”", "'", ",",
                ".", "?", "\n", "’s", "😀", "\u{301}", "should", "have", "of", "the",
            ]),
            0..60,
        ),
        gap in prop::sample::select(vec![" ", ""]),
    ) {
        check(&words.join(gap));
    }

    #[test]
    fn keys_do_not_change_by_keying(text in any::<String>()) {
        let key = sentence_key(&text);
        prop_assert_eq!(sentence_key(&key), key);
    }

    #[test]
    fn any_place_has_a_sentence(text in any::<String>(), start in 0..99_usize, end in 0..99_usize) {
        let around = sentence_at(&text, start, end);
        prop_assert!(text.get(around).is_some());
    }
}
