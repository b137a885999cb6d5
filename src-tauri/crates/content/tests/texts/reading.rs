//! How hard a text is to read, roughly: sentences, words, syllables, and the grade of
//! Flesch and Kincaid (1975). Only the tests need it.

/// What can be counted in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Sentences.
    pub sentences: u32,
    /// Words.
    pub words: u32,
    /// Years of school, roughly.
    pub grade: f64,
}

impl Reading {
    /// Counts. A text without a word is grade 0.
    pub fn of(text: &str) -> Self {
        let words: Vec<&str> = words(text).collect();
        let count = u32::try_from(words.len()).expect("texts are short");
        let syllables: u32 = words.iter().map(|word| syllables(word)).sum();
        let sentences = sentences(text).max(1);
        let grade = if count == 0 {
            0.0
        } else {
            let (words, sentences) = (f64::from(count), f64::from(sentences));
            0.39 * words / sentences + 11.8 * f64::from(syllables) / words - 15.59
        };
        Self {
            sentences,
            words: count,
            grade,
        }
    }

    /// Words in a sentence, on average.
    pub fn mean_sentence(self) -> f64 {
        f64::from(self.words) / f64::from(self.sentences)
    }
}

/// Words, without what stands around them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Sentences: what ends in `.`, `?`, `:` or with a line, and holds a word.
fn sentences(text: &str) -> u32 {
    let ends = |c: char| matches!(c, '.' | '?' | ':' | '\n');
    let held = text.split(ends).filter(|part| words(part).next().is_some());
    u32::try_from(held.count()).expect("texts are short")
}

/// Groups of vowels, less a silent e. Right for most English words, which is enough for a mean.
fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        if vowel(c) && !before {
            count += 1;
        }
        before = vowel(c);
    }
    let silent = (word.ends_with('e') && !word.ends_with("le"))
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"));
    if silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

#[test]
fn syllables_are_counted() {
    for (word, count) in [
        ("you", 1),
        ("sorry", 2),
        ("named", 1),
        ("wanted", 2),
        ("little", 2),
        ("accountability", 6),
        ("911", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn plain_is_easier_than_stilted() {
    let plain = Reading::of("You went quiet. It was late. You were both tired.");
    let stilted = Reading::of(
        "Emotional unavailability in consequence of physiological overstimulation constitutes \
         a characteristic communicative difficulty in intimate relationships.",
    );
    assert!(plain.grade < 3.0, "{plain:?}");
    assert!(stilted.grade > 20.0, "{stilted:?}");
    assert_eq!(plain.sentences, 3);
    assert_eq!(plain.words, 10);
}
