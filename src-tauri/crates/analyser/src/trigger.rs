//! The grammar's own word lists as patterns that are tried at every word.

use std::ops::Range;

use crate::clauses::Person;
use crate::program::{Program, Programs};
use crate::scan::{Scan, View, Window};
use crate::text::Text;

/// A list of patterns, looked up by their first words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trigger<'a> {
    pub(crate) programs: &'a Programs,
    pub(crate) program: Program,
}

impl Trigger<'_> {
    /// The end of a match at a place, not past `until`.
    pub(crate) fn at(self, scan: &Scan<'_>, at: usize, until: usize) -> Option<usize> {
        let window = Window {
            scan,
            start: at,
            end: until,
            view: View::Told(Person::Me),
        };
        self.programs.run(self.program, &window, at)
    }

    /// Whether it matches anywhere in what a window shows.
    pub(crate) fn anywhere(self, window: &Window<'_>) -> bool {
        (window.start..window.end).any(|at| self.programs.run(self.program, window, at).is_some())
    }

    /// Whether a sentence begins with it.
    pub(crate) fn holds_at(self, text: &Text<'_>, sentence: &Range<usize>) -> bool {
        self.at(&bare(text, sentence), sentence.start, sentence.end)
            .is_some()
    }

    /// Whether it matches in a sentence whose clauses nobody needs.
    pub(crate) fn in_sentence(self, text: &Text<'_>, sentence: &Range<usize>) -> bool {
        self.any(&bare(text, sentence), sentence.clone())
    }

    pub(crate) fn holds(self, scan: &Scan<'_>, at: usize) -> bool {
        self.at(scan, at, scan.text.tokens.len()).is_some()
    }

    /// Whether it matches anywhere in a range.
    pub(crate) fn any(self, scan: &Scan<'_>, range: Range<usize>) -> bool {
        range
            .clone()
            .any(|at| self.at(scan, at, range.end).is_some())
    }
}

fn bare<'a>(text: &'a Text<'a>, sentence: &Range<usize>) -> Scan<'a> {
    Scan {
        text,
        sentence: sentence.clone(),
        number: 0,
        question: false,
        clauses: &[],
        speeches: &[],
    }
}
