//! Reads an entry: which acts of rupture and repair it tells of, whose they are, and
//! whether they happened. Pure: no files, clock or randomness; the lexicon is handed in by the
//! caller, as values to compile or as the tables that compiling them made.

mod acting;
mod anchor;
mod choice;
mod clauses;
mod compiler;
mod complaint;
mod dictionary;
mod expression;
mod frequency;
mod index;
mod inflect;
mod language;
mod lexicon;
mod names;
mod operators;
mod pattern;
pub mod patterns;
mod program;
mod reading;
mod rows;
mod scan;
mod sentences;
mod sets;
mod settle;
mod speech;
mod spelling;
mod splitter;
mod table;
mod text;
mod tokens;
mod trigger;
mod vocabulary;

use std::ops::Range;
use std::sync::Arc;

pub use compiler::LexiconError;
pub use expression::{Actor, Context, Expression, Mode, Shape, Sign, WordList};
pub use lexicon::Lexicon;
pub use names::{Concern, Group, Kind, SafetyLevel, Status, UnknownName, Who, Why};
pub use reading::read;
pub use sentences::{sentence_at, sentence_key, sentences};

/// Raised whenever a rule or the lexicon changes meaning; stored entries are then read again.
pub const VERSION: u32 = 3;

/// One act found in a text. Offsets are UTF-8 bytes of the text read, on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of act.
    pub kind: Kind,
    /// Whose act.
    pub who: Who,
    /// Whether it happened.
    pub status: Status,
    /// First byte of the words it was found on.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// The rule that fired, `kind/id` of the lexicon.
    pub rule: Arc<str>,
    /// Why it is whose it is.
    pub why: Why,
}

/// One sign of danger found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// The id of the sign in the lexicon.
    pub sign: String,
    /// What it is about.
    pub concern: Concern,
    /// How sure it is.
    pub level: SafetyLevel,
    /// Who does it.
    pub by: Who,
    /// First byte of the words it was found on.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
}

/// The language of a text: its ISO 639-1 code ("en", "de"), its ISO 639-3 code where it has no
/// shorter one, and "und" for text too short to tell, which is read as English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(&'static str);

impl Language {
    /// English.
    pub const ENGLISH: Self = Self("en");
    /// Too little text to tell.
    pub const UNDETERMINED: Self = Self("und");

    /// The code.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Whether text in it is read for findings.
    pub fn is_read(self) -> bool {
        self == Self::ENGLISH || self == Self::UNDETERMINED
    }
}

/// All that one text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// In order of their place in the text.
    pub findings: Vec<Finding>,
    /// In order of their place in the text.
    pub signals: Vec<Signal>,
    /// The language that was read. Where it is another than English, nothing was.
    pub language: Language,
    /// Another language that stretches of an English text are in.
    pub other_language: Option<Language>,
    /// What was not read, in UTF-8 bytes, on character boundaries, in order.
    pub unread: Vec<Range<usize>>,
}

impl Reading {
    /// The more urgent concern, crisis before abuse.
    pub fn safety(&self) -> Option<Concern> {
        self.signals.iter().map(|signal| signal.concern).max()
    }
}
