//! The words that people read: in `content/` and in the interface.

use super::{files, objections};

/// The pieces of a line that stand between quotation marks or backticks. Enough for a script: what
/// stands outside of them is code.
fn spoken(line: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut current: Option<(char, String)> = None;
    let mut escaped = false;
    for letter in line.chars() {
        match &mut current {
            Some((mark, text)) => {
                if escaped {
                    escaped = false;
                } else if letter == '\\' {
                    escaped = true;
                } else if letter == *mark {
                    pieces.push(std::mem::take(text));
                    current = None;
                } else {
                    text.push(letter);
                }
            }
            None if matches!(letter, '"' | '\'' | '`') => current = Some((letter, String::new())),
            None => {}
        }
    }
    pieces
}

/// An exclamation mark at the end of a word, as in speech; not `!==` and not `!important`.
fn shouts(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (1..letters.len()).any(|at| {
        letters[at] == '!'
            && letters[at - 1].is_alphabetic()
            && letters.get(at + 1).is_none_or(|next| *next != '=')
    })
}

/// Words that judge, count out or give us away.
const JUDGING: [&str; 6] = [
    "toxic",
    "incident",
    "streak",
    "score",
    "failed",
    "narcissis",
];

#[test]
fn nobody_is_shouted_at() {
    assert!(shouts("Well done!") && !shouts("a !== b") && !shouts("!important"));
    // The lexicon holds sentences as people write them, and people do shout.
    let content: Vec<_> = files("content", &[".toml", ".md"])
        .into_iter()
        .filter(|path| {
            !super::named(path).contains("/lexicon/") && !super::named(path).contains("/demo/")
        })
        .collect();
    assert!(!content.is_empty(), "content/ is gone");
    let mut found = objections(&content, shouts);
    found.extend(objections(&files("ui/js", &[".js"]), |line| {
        spoken(line).iter().any(|piece| shouts(piece))
    }));
    assert!(
        found.is_empty(),
        "who opens this is upset or tired; no exclamation marks:\n{}",
        found.join("\n")
    );
}

#[test]
fn the_interface_does_not_judge() {
    let judges = |line: &str| {
        spoken(line)
            .iter()
            .filter(|piece| piece.contains(' '))
            .any(|piece| {
                let piece = piece.to_lowercase();
                JUDGING.iter().any(|word| piece.contains(word))
            })
    };
    assert!(judges("el(\"p\", \"Your streak is over.\")"));
    let found = objections(&files("ui/js", &[".js"]), judges);
    assert!(
        found.is_empty(),
        "responses, not traits; no scores and no guilt:\n{}",
        found.join("\n")
    );
}
