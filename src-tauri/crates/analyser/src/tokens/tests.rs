//! What the tokeniser makes of what people write.

use super::*;
use crate::vocabulary::Vocabulary;

fn words(text: &str) -> Vec<String> {
    let mut vocabulary = Vocabulary::new();
    let splitter = Splitter::new(&mut |word| vocabulary.intern(word));
    Splitter::mark(&mut vocabulary);
    for word in text.split(|letter: char| !letter.is_ascii_alphabetic()) {
        vocabulary.intern(&word.to_ascii_lowercase());
    }
    let dictionary = vocabulary.finish();
    let known: Vec<&str> = "i am not did do it 's can will were well 'd should have said fine"
        .split(' ')
        .collect();
    let name = |id: usize| {
        known
            .iter()
            .find(|word| dictionary.find(word.as_bytes()) == id)
            .map_or_else(|| "_".to_owned(), |word| (*word).to_owned())
    };
    let tokens = tokenise(text, &dictionary, &splitter);
    tokens.tokens.iter().map(|token| name(token.word)).collect()
}

#[test]
fn takes_contractions_apart() {
    assert_eq!(words("I'm"), ["i", "am"]);
    assert_eq!(words("im i’m"), ["i", "am", "i", "am"]);
    assert_eq!(
        words("didn't didnt didnae"),
        ["did", "not", "did", "not", "did", "not"]
    );
    assert_eq!(words("I'd should of"), ["i", "'d", "should", "have"]);
    assert_eq!(words("were well"), ["were", "well"]);
    assert_eq!(words("can't"), ["can", "not"]);
}

#[test]
fn marks_quotations() {
    let mut vocabulary = Vocabulary::new();
    let splitter = Splitter::new(&mut |word| vocabulary.intern(word));
    Splitter::mark(&mut vocabulary);
    let dictionary = vocabulary.finish();
    let quoted = |text: &str| -> Vec<bool> {
        tokenise(text, &dictionary, &splitter)
            .tokens
            .iter()
            .map(|token| token.quote > 0)
            .collect()
    };
    assert_eq!(quoted("a: \"b c\" d"), [false, true, true, false]);
    assert_eq!(quoted("a, “b” c"), [false, true, false]);
    assert_eq!(
        quoted("the dogs' tea, 'tis"),
        [false; 4],
        "apostrophes quote nothing"
    );
    assert_eq!(
        quoted("he said, 'no way' and"),
        [false, false, true, true, false]
    );
    assert_eq!(
        quoted("a \"b c\nd"),
        [false; 4],
        "an unpaired mark counts for nothing"
    );
}
