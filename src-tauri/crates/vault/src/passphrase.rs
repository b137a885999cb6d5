//! The passphrase as a person typed it, and how hard it would be to guess. What is derived from
//! it lives in `envelope`.

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use zeroize::Zeroize;
use zxcvbn::feedback::{Suggestion, Warning};

/// A passphrase, wiped from memory when dropped. It cannot be printed, cloned or serialised.
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Takes what was typed and wipes it. The same passphrase opens the vault whether a keyboard
    /// composes its accents or not (Unicode NFC); nothing else about it is changed.
    pub fn new(mut typed: String) -> Self {
        let secret = if is_nfc(&typed) {
            SecretString::from(typed.as_str())
        } else {
            // NFC grows UTF-8 at most threefold: one allocation, so that no half-written copy
            // of the passphrase stays behind in freed memory.
            let mut composed = String::with_capacity(typed.len() * 3);
            composed.extend(typed.nfc());
            let secret = SecretString::from(composed.as_str());
            composed.zeroize();
            secret
        };
        typed.zeroize();
        Self(secret)
    }

    /// How hard this passphrase is to guess (zxcvbn, which looks at its first 100 characters).
    pub fn strength(&self) -> Strength {
        let estimate = zxcvbn::zxcvbn(self.0.expose_secret(), &["goldseam", "journal", "diary"]);
        let score = u8::from(estimate.score());
        let feedback = estimate.feedback();
        Strength {
            score,
            accepted: score >= Strength::ACCEPTED_FROM,
            warning: feedback
                .and_then(zxcvbn::feedback::Feedback::warning)
                .map(|warning| in_our_words(warning).to_owned()),
            suggestion: feedback
                .and_then(|feedback| feedback.suggestions().first().copied())
                .map(|suggestion| advice(suggestion).to_owned()),
        }
    }

    /// Whether both are the same passphrase, as when it is typed twice.
    pub fn same_as(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }

    /// A second secret with the same text, for the key derivation.
    pub(crate) fn for_key_derivation(&self) -> SecretString {
        self.0.clone()
    }
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (very hard to guess).
    pub score: u8,
    /// Whether a vault may be made with it: score 2 or more.
    pub accepted: bool,
    /// What makes it easy to guess, where there is something to say.
    pub warning: Option<String>,
    /// What would make it harder to guess, where there is something to say.
    pub suggestion: Option<String>,
}

impl Strength {
    /// The lowest score with which a vault may be made.
    pub const ACCEPTED_FROM: u8 = 2;
}

fn in_our_words(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "Keys that lie side by side are tried early."
        }
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "Repeating the same thing adds very little."
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword => "Many people use this one, so it is tried first.",
        Warning::ThisIsSimilarToACommonlyUsedPassword => {
            "This is close to one that many people use."
        }
        Warning::SequencesLikeAbcAreEasyToGuess => "Runs like abc or 6543 are tried early.",
        Warning::RecentYearsAreEasyToGuess => "Years of our time are tried early.",
        Warning::AWordByItselfIsEasyToGuess => "A single word is found quickly.",
        Warning::DatesAreOftenEasyToGuess => {
            "Dates are tried early, most of all by people who know you."
        }
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => {
            "Names are tried early, most of all by people who know you."
        }
    }
}

fn advice(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases
        | Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters
        | Suggestion::UseALongerKeyboardPatternWithMoreTurns => {
            "Four or five words that have nothing to do with each other work well."
        }
        Suggestion::AddAnotherWordOrTwo => "Add another word or two, the less usual the better.",
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => {
            "Capital letters help little. Another word helps more."
        }
        Suggestion::ReversedWordsArentMuchHarderToGuess => {
            "A word spelled backwards helps little. Another word helps more."
        }
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => {
            "Swapping letters for signs helps little. Another word helps more."
        }
        Suggestion::AvoidRepeatedWordsAndCharacters => "Use each word only once.",
        Suggestion::AvoidSequences => "Leave out runs of letters or digits.",
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => {
            "Leave out years and dates, most of all your own."
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;
    use std::marker::PhantomData;

    use super::*;
    use crate::key::DataKey;

    /// Whether a type has a trait: the constant of the bounded `impl` hides the trait's own.
    macro_rules! has {
        ($type:ty, $bound:path) => {{
            #[allow(dead_code)] // unused whenever the answer is yes
            trait Lacks {
                const HAS: bool = false;
            }
            impl<T> Lacks for PhantomData<T> {}
            struct Probe<T>(PhantomData<T>);
            impl<T> Lacks for Probe<T> {}
            #[allow(dead_code)] // unused whenever the answer is no
            impl<T: $bound> Probe<T> {
                const HAS: bool = true;
            }
            <Probe<$type>>::HAS
        }};
    }

    #[test]
    fn secrets_cannot_be_printed_cloned_or_serialised() {
        assert!(
            has!(String, Clone) && has!(String, fmt::Debug),
            "the probe sees"
        );
        assert!(has!(String, serde::Serialize));
        assert!(!has!(Passphrase, fmt::Debug) && !has!(Passphrase, fmt::Display));
        assert!(!has!(Passphrase, Clone) && !has!(Passphrase, serde::Serialize));
        assert!(!has!(DataKey, fmt::Debug) && !has!(DataKey, fmt::Display));
        assert!(!has!(DataKey, Clone) && !has!(DataKey, serde::Serialize));
        assert!(!has!(crate::Vault, fmt::Debug));
    }

    #[test]
    fn typed_twice_is_the_same_or_not() {
        let typed = |text: &str| Passphrase::new(text.to_owned());
        assert!(typed("a b").same_as(&typed("a b")));
        assert!(!typed("a b").same_as(&typed("a  b")));
        assert!(!typed("a b").same_as(&typed("A b")));
        assert!(typed("\u{1e9b}\u{323}").same_as(&typed("\u{17f}\u{323}\u{307}")));
        assert!(!typed("\u{fb01}").same_as(&typed("fi")), "NFC, not NFKC");
    }

    #[test]
    fn strength_says_what_is_wrong_in_our_words() {
        let strength = |text: &str| Passphrase::new(text.to_owned()).strength();
        let common = strength("password");
        assert_eq!((common.score, common.accepted), (0, false));
        assert!(common.warning.unwrap().starts_with("Many people"));
        assert!(strength("margaret").warning.unwrap().starts_with("Names"));
        assert!(strength("zxcvbn").warning.is_some());
        let empty = strength("");
        assert!(!empty.accepted && empty.suggestion.is_some());
        let strong = strength("kettle orchid basalt thursday");
        assert_eq!((strong.score, strong.accepted), (4, true));
        assert_eq!(strong.warning, None);
        // The longest thing anybody pastes must not hold up the window.
        assert!(strength(&"ab1 ".repeat(250_000)).score <= 4);
    }

    #[test]
    fn every_sentence_is_plain() {
        for text in [
            "password",
            "aaaaaaa",
            "abcdefg",
            "1991",
            "13.5.1997",
            "P@ssw0rd",
            "drowssap",
            "QWERTY",
            "abcabcabc",
            "smith",
            "correct",
            "iloveyou2",
        ] {
            let strength = Passphrase::new(text.to_owned()).strength();
            for sentence in strength.warning.iter().chain(&strength.suggestion) {
                assert!(
                    sentence.ends_with('.') && !sentence.contains('!'),
                    "{sentence}"
                );
                assert!(
                    !sentence.to_lowercase().contains("password"),
                    "our word is passphrase"
                );
            }
        }
    }
}
