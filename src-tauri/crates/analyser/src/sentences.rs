//! Where sentences begin and end, and the key under which a sentence's verdict is kept.
//! Works on bytes of the original text; every offset is a character boundary.

use std::ops::Range;

/// Words before a full stop that end no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "vs", "etc", "e.g", "i.e", "prof", "approx", "no", "sgt", "fr",
];

/// The sentences of a text, trimmed, in order; blank stretches are left out. A line break
/// ends a sentence, because diaries often have no full stops.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    sentences_from(text, 0)
}

fn sentences_from(text: &str, mut from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    std::iter::from_fn(move || {
        while from < text.len() {
            let end = sentence_end(text, from);
            let range = trimmed(text, from..end);
            from = end;
            if !range.is_empty() {
                return Some(range);
            }
        }
        None
    })
}

/// The sentence around a span, trimmed. A span over several sentences gives them all; one
/// beyond the text or inside a character is moved to the nearest boundary before it.
pub fn sentence_at(text: &str, start: usize, end: usize) -> Range<usize> {
    let start = floor_boundary(text, start);
    let end = floor_boundary(text, end).max(start);
    let mut around: Option<Range<usize>> = None;
    // A line break ends every sentence: nothing before the paragraph matters.
    let paragraph = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    for sentence in sentences_from(text, paragraph) {
        let touches = sentence.start < end.max(start + 1) && sentence.end > start;
        if touches {
            let from = around.map_or(sentence.start, |range| range.start);
            around = Some(from..sentence.end);
        } else if sentence.start >= end.max(start + 1) {
            break;
        }
    }
    around.unwrap_or(start..end)
}

/// A form of a sentence that stays the same when only case, white space, quotation marks or
/// punctuation change, so that a verdict survives small corrections.
pub fn sentence_key(sentence: &str) -> String {
    let mut key = String::with_capacity(sentence.len());
    let mut gap = false;
    for letter in sentence.chars() {
        if letter.is_alphanumeric() {
            if gap && !key.is_empty() {
                key.push(' ');
            }
            gap = false;
            key.extend(letter.to_lowercase());
        } else if letter.is_whitespace() || is_dash(letter) || matches!(letter, '/' | '.' | ',') {
            gap = true;
        }
    }
    key
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}')
}

fn floor_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = start + part.trim().len();
    start..end
}

/// One past the end of the sentence that begins at `from`, trailing quotes included.
fn sentence_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' | b'\r' => return at + 1,
            b'.' | b'!' | b'?' => {
                let stop = at;
                while at < bytes.len() && matches!(bytes[at], b'.' | b'!' | b'?') {
                    at += 1;
                }
                let single_dot = at == stop + 1 && bytes[stop] == b'.';
                at = skip_closing(text, at);
                let ends = text[at..].chars().next().is_none_or(char::is_whitespace);
                if ends && !(single_dot && is_abbreviation(text, from, stop)) {
                    return at;
                }
            }
            0xE2 if text[at..].starts_with('…') => {
                at = skip_closing(text, at + '…'.len_utf8());
                // An ellipsis ends a sentence only if a capital follows.
                let mut rest = text[at..].chars();
                if rest.next().is_some_and(char::is_whitespace)
                    && rest.next().is_some_and(char::is_uppercase)
                {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

fn skip_closing(text: &str, mut at: usize) -> usize {
    for letter in text[at..].chars() {
        if matches!(letter, '"' | '\'' | '”' | '’' | ')' | ']' | '*') {
            at += letter.len_utf8();
        } else {
            break;
        }
    }
    at
}

/// Whether the word before the full stop at `stop` is an abbreviation or an initial.
fn is_abbreviation(text: &str, from: usize, stop: usize) -> bool {
    let bytes = text.as_bytes();
    let mut start = stop;
    // No abbreviation is longer than six bytes; never look further back.
    while start > from
        && stop - start <= 6
        && (bytes[start - 1].is_ascii_alphabetic() || bytes[start - 1] == b'.')
    {
        start -= 1;
    }
    let word = &bytes[start..stop];
    if word.len() == 1 {
        return word[0].is_ascii_uppercase() && word[0] != b'I';
    }
    ABBREVIATIONS
        .iter()
        .any(|abbreviation| word.eq_ignore_ascii_case(abbreviation.as_bytes()) && word != b"no")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn splits_on_stops_and_lines() {
        assert_eq!(
            split("He left. I didn't.\r\nWent to bed\n\nWhy? \"I don't know.\" Right!"),
            [
                "He left.",
                "I didn't.",
                "Went to bed",
                "Why?",
                "\"I don't know.\"",
                "Right!"
            ]
        );
    }

    #[test]
    fn keeps_abbreviations_and_numbers_together() {
        assert_eq!(
            split("Mr. Smith was 2.5 hours late. J. R. rang."),
            ["Mr. Smith was 2.5 hours late.", "J. R. rang."]
        );
        assert_eq!(split("He said no. I left."), ["He said no.", "I left."]);
    }

    #[test]
    fn finds_the_sentence_around_a_span() {
        let text = "One here. Two there. Three.";
        assert_eq!(&text[sentence_at(text, 12, 14)], "Two there.");
        assert_eq!(&text[sentence_at(text, 2, 14)], "One here. Two there.");
        assert_eq!(sentence_at(text, 900, 901), text.len()..text.len());
    }

    #[test]
    fn key_survives_case_space_and_quotes() {
        assert_eq!(
            sentence_key("  He said:  “I DON’T know” – really. "),
            sentence_key("he said 'I don't know' - really")
        );
        assert_ne!(sentence_key("I left."), sentence_key("I left him."));
    }
}
