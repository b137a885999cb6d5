//! What everybody else does: a list of words for each kind. Wherever one stands, the writer did
//! it. Shown beside the analyser's figures, so that they mean something.

use crate::Outcome;
use crate::gold::{Act, Found, Passage, Sign};
use std::path::Path;

/// Words and phrases by kind, and by concern for `abuse` and `crisis`.
pub struct Keywords(Vec<(String, Vec<String>)>);

impl Keywords {
    /// Reads lines of `kind: word, several words, …`; `#` begins a comment.
    pub fn load(path: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{} cannot be read ({error}).", path.display()))?;
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                let (kind, words) = line
                    .split_once(':')
                    .ok_or_else(|| format!("{}: {line:?} names no kind.", path.display()))?;
                let words = words.split(',').map(|word| word.trim().to_lowercase());
                Ok((kind.to_owned(), words.collect()))
            })
            .collect::<Outcome<Vec<_>>>()
            .map(Self)
    }

    /// Finds the words in a passage.
    pub fn find(&self, passage: &Passage) -> Found {
        let text = passage.text.to_ascii_lowercase().replace('’', "'");
        let shorter = text.len() != passage.text.len();
        let mut found = Found::default();
        for (kind, words) in &self.0 {
            for word in words {
                for (at, _) in text.match_indices(word.as_str()) {
                    let end = at + word.len();
                    let edge = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
                    if !edge(text[..at].chars().next_back()) || !edge(text[end..].chars().next()) {
                        continue;
                    }
                    // A curly apostrophe before it moved the place; the sentence is the same.
                    let (start, end) = if shorter {
                        moved(&passage.text, at, end)
                    } else {
                        (at, end)
                    };
                    if kind == "abuse" || kind == "crisis" {
                        found.safety = found.safety.max(Some(kind.clone()));
                        found.signs.push(Sign {
                            concern: kind.clone(),
                            level: "certain".to_owned(),
                            by: "other".to_owned(),
                            start,
                            end,
                        });
                    } else {
                        found.acts.push(Act {
                            kind: kind.clone(),
                            who: "me".to_owned(),
                            status: "did".to_owned(),
                            start,
                            end,
                            ambiguous: false,
                        });
                    }
                }
            }
        }
        found
    }
}

/// Where a span stands in the text before its curly apostrophes became straight.
fn moved(text: &str, start: usize, end: usize) -> (usize, usize) {
    let place = |straight: usize| {
        let mut at = 0;
        for (place, letter) in text.char_indices() {
            if at >= straight {
                return place;
            }
            at += if letter == '’' {
                1
            } else {
                letter.len_utf8()
            };
        }
        text.len()
    };
    (place(start), place(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_where_they_stand() {
        let keywords = Keywords(vec![(
            "stonewalling".to_owned(),
            vec!["shut down".to_owned()],
        )]);
        let passage = |text: &str| Passage {
            id: String::new(),
            text: text.to_owned(),
            acts: Vec::new(),
            signs: Vec::new(),
            safety: None,
            safety_ambiguous: false,
        };
        let text = "It’s late. I Shut down.";
        let found = keywords.find(&passage(text));
        assert_eq!(found.acts.len(), 1);
        assert_eq!(&text[found.acts[0].start..found.acts[0].end], "Shut down");
        assert!(keywords.find(&passage("shut downs")).acts.is_empty());
    }
}
