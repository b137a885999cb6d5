//! The grammar's own word lists as patterns that are tried at every word: found by the words
//! that a match can begin with.

use std::collections::HashMap;
use std::ops::Range;

use crate::choice::first_words;
use crate::clauses::Person;
use crate::pattern::{Node, Program};
use crate::scan::{Scan, View, Window};
use crate::text::Text;

/// A list of patterns, each known by its first words where it has such.
#[derive(Debug, Default)]
pub(crate) struct Trigger {
    programs: Vec<Program>,
    /// For each first word, which programs may match there, in order; in a few words also those
    /// that begin with anything.
    heads: HashMap<usize, Vec<usize>, crate::vocabulary::Hashing>,
    anywhere: Vec<usize>,
}

impl Trigger {
    /// Compiles the rows of a list.
    pub(crate) fn new(rows: &[Vec<Node>]) -> Self {
        let mut trigger = Self::default();
        for (number, row) in rows.iter().enumerate() {
            trigger
                .programs
                .push(Program::new(std::slice::from_ref(row)));
            match first_words(row) {
                Some(words) => {
                    for word in words {
                        let heads = trigger.heads.entry(word).or_default();
                        if heads.last() != Some(&number) {
                            heads.push(number);
                        }
                    }
                }
                None => trigger.anywhere.push(number),
            }
        }
        trigger
    }

    /// The end of a match at a place, not past `until`.
    pub(crate) fn at(&self, scan: &Scan<'_>, at: usize, until: usize) -> Option<usize> {
        let window = Window {
            scan,
            start: at,
            end: until,
            view: View::Told(Person::Me),
        };
        self.seen(&window, at)
    }

    /// Whether it matches anywhere in what a window shows.
    pub(crate) fn anywhere(&self, window: &Window<'_>) -> bool {
        (window.start..window.end).any(|at| self.seen(window, at).is_some())
    }

    fn seen(&self, window: &Window<'_>, at: usize) -> Option<usize> {
        let word = window.scan.text.tokens.get(at)?.word;
        let heads = self.heads.get(&word).map_or(&[][..], Vec::as_slice);
        heads
            .iter()
            .chain(&self.anywhere)
            .find_map(|number| self.programs[*number].run(window, at))
    }

    /// Whether a sentence begins with it.
    pub(crate) fn holds_at(&self, text: &Text<'_>, sentence: &Range<usize>) -> bool {
        self.at(&bare(text, sentence), sentence.start, sentence.end)
            .is_some()
    }

    /// Whether it matches in a sentence whose clauses nobody needs.
    pub(crate) fn in_sentence(&self, text: &Text<'_>, sentence: &Range<usize>) -> bool {
        self.any(&bare(text, sentence), sentence.clone())
    }

    pub(crate) fn holds(&self, scan: &Scan<'_>, at: usize) -> bool {
        self.at(scan, at, scan.text.tokens.len()).is_some()
    }

    /// Whether it matches anywhere in a range.
    pub(crate) fn any(&self, scan: &Scan<'_>, range: Range<usize>) -> bool {
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
