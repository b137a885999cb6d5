//! Any text at all: no panic, every span on character boundaries of the text, in order.

#![no_main]

use std::sync::OnceLock;

use goldseam_analyser::{Lexicon, read, sentence_at, sentence_key};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/lexicon/mod.rs"]
mod lexicon;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(lexicon::lexicon)
}

fuzz_target!(|data: &[u8]| {
    // Bytes that are no text never reach the analyser; their readable part does.
    let text = String::from_utf8_lossy(data);
    let reading = read(&text, lexicon());
    for finding in &reading.findings {
        assert!(finding.start < finding.end);
        assert!(text.get(finding.start..finding.end).is_some());
        let around = sentence_at(&text, finding.start, finding.end);
        assert!(around.start <= finding.start && finding.end <= around.end);
        let _ = sentence_key(&text[around]);
    }
    for signal in &reading.signals {
        assert!(text.get(signal.start..signal.end).is_some());
    }
    for range in &reading.unread {
        assert!(text.get(range.clone()).is_some());
    }
});
