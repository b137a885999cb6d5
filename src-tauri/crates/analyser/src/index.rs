//! All rows of all rules by their anchors: which of them to try in a sentence, and where.

use std::ops::Range;

use crate::anchor::{Anchor, Mask, anchor, bit, needs, spread};
use crate::pattern::{Node, Program};
use crate::tokens::Token;

/// How many masks a row is asked for at most.
const MOST_NEEDS: usize = 3;

/// What decides whether a row is tried, kept close together.
#[derive(Debug, Clone, Copy)]
struct Entry {
    needs: [Mask; MOST_NEEDS],
    before: Mask,
    after: Mask,
    rule: u32,
    probe: u32,
    nearest: u16,
    farthest: u16,
}

/// A place to try a row at: the rule, the word of the sentence and the row in one number, in
/// this order, so that sorting is quick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate(u64);

impl Candidate {
    fn new(rule: u32, place: usize, probe: u32) -> Self {
        Self(u64::from(rule) << 40 | (place as u64) << 24 | u64::from(probe))
    }

    /// The number of the rule.
    pub(crate) fn rule(self) -> usize {
        narrow(self.0 >> 40)
    }

    /// The word it begins at, counted from the first of the sentence.
    pub(crate) fn place(self) -> usize {
        narrow(self.0 >> 24 & 0xffff)
    }

    fn probe(self) -> usize {
        narrow(self.0 & 0xff_ffff)
    }
}

/// A part of a candidate, never wider than 24 bits.
fn narrow(part: u64) -> usize {
    usize::try_from(part).unwrap_or(usize::MAX)
}

/// The rows of all rules.
#[derive(Debug, Default)]
pub(crate) struct Index {
    programs: Vec<Program>,
    entries: Vec<Entry>,
    /// For each word, its stretch of `entries`.
    by_word: Vec<Range<u32>>,
}

/// Gathers rows until the vocabulary is complete.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    programs: Vec<Program>,
    anchored: Vec<(usize, Entry)>,
}

impl Builder {
    /// Adds the pattern of a rule; `also` are masks that its sentence must hold besides. False if
    /// a row has no word of its own.
    pub(crate) fn add(
        &mut self,
        rule: usize,
        rows: &[Vec<Node>],
        also: Option<Mask>,
        common: &dyn Fn(usize) -> usize,
    ) -> bool {
        for row in spread(rows) {
            let Some(Anchor {
                words,
                nearest,
                farthest,
                before,
                after,
            }) = anchor(&row, common)
            else {
                return false;
            };
            let mut masks = [Mask::MAX; MOST_NEEDS];
            let wanted = also.into_iter().chain(needs(&row, common));
            for (mask, need) in masks.iter_mut().zip(wanted) {
                *mask = need;
            }
            let short = |distance: usize| u16::try_from(distance).unwrap_or(u16::MAX);
            let entry = Entry {
                needs: masks,
                before: before.unwrap_or(Mask::MAX),
                after: after.unwrap_or(Mask::MAX),
                rule: u32::try_from(rule).unwrap_or(u32::MAX),
                probe: u32::try_from(self.programs.len()).unwrap_or(u32::MAX),
                nearest: short(nearest),
                farthest: short(farthest),
            };
            self.anchored
                .extend(words.into_iter().map(|word| (word, entry)));
            self.programs.push(Program::new(&[row]));
        }
        true
    }

    /// The index for a vocabulary of so many words.
    pub(crate) fn build(mut self, words: usize) -> Index {
        self.anchored
            .sort_by_key(|(word, entry)| (*word, entry.probe));
        let mut by_word = vec![0..0; words];
        let mut entries = Vec::with_capacity(self.anchored.len());
        for (word, entry) in self.anchored {
            let at = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            let range: &mut Range<u32> = &mut by_word[word];
            if range.start == range.end {
                *range = at..at;
            }
            range.end = at + 1;
            entries.push(entry);
        }
        Index {
            programs: self.programs,
            entries,
            by_word,
        }
    }
}

impl Index {
    /// Every row worth trying in a sentence, in order of rules and places; `out` is emptied first.
    pub(crate) fn candidates(
        &self,
        tokens: &[Token],
        sentence: Range<usize>,
        out: &mut Vec<Candidate>,
    ) {
        out.clear();
        let holds = tokens[sentence.clone()]
            .iter()
            .fold(0, |mask, token| mask | bit(token.word));
        for at in sentence.clone() {
            let range = &self.by_word[tokens[at].word];
            let beside = |at: Option<usize>| {
                at.filter(|at| sentence.contains(at))
                    .map_or(0, |at| bit(tokens[at].word))
            };
            let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
            for entry in &self.entries[range.start as usize..range.end as usize] {
                let beside = (entry.after == Mask::MAX || entry.after & after != 0)
                    && (entry.before == Mask::MAX || entry.before & before != 0);
                if !beside || entry.needs.iter().any(|need| need & holds == 0) {
                    continue;
                }
                let (nearest, farthest) = (entry.nearest as usize, entry.farthest as usize);
                let Some(last) = at.checked_sub(nearest).filter(|at| *at >= sentence.start) else {
                    continue;
                };
                let first = at.saturating_sub(farthest).max(sentence.start);
                out.extend(
                    (first..=last).map(|start| {
                        Candidate::new(entry.rule, start - sentence.start, entry.probe)
                    }),
                );
            }
        }
        out.sort_unstable();
        out.dedup();
    }

    /// The program of a candidate.
    pub(crate) fn program(&self, candidate: Candidate) -> &Program {
        &self.programs[candidate.probe()]
    }
}
