//! All rows of all rules by their anchors: which of them to try in a sentence, and where.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::anchor::{Admits, opening, required, signature, spread};
use crate::pattern::{Node, Program};
use crate::tokens::Token;

/// How many sets of words a row asks its sentence for besides its anchor, at most.
const MOST_NEEDS: usize = 4;

/// No set of words with this number.
const NO_NEED: u32 = u32::MAX;

/// What decides whether a row is tried, kept close together.
#[derive(Debug, Clone, Copy)]
struct Entry {
    needs: [u32; MOST_NEEDS],
    opening: Admits,
    before: Admits,
    after: Admits,
    rule: u32,
    nearest: u16,
    farthest: u16,
}

#[derive(Debug, Clone)]
struct Run {
    need: u32,
    entries: Range<u32>,
}

/// A place to try a rule at: the rule and the word of the sentence in one number, in this order,
/// so that sorting is quick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate(u64);

impl Candidate {
    fn new(rule: u32, place: usize) -> Self {
        Self(u64::from(rule) << 24 | (place as u64))
    }

    /// The number of the rule.
    pub(crate) fn rule(self) -> usize {
        narrow(self.0 >> 24)
    }

    /// The word it begins at, counted from the first of the sentence.
    pub(crate) fn place(self) -> usize {
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
    /// For each word, its stretch of `runs`.
    by_word: Vec<Range<u32>>,
    /// Entries of one word that share the rarest need, which is then asked for once.
    runs: Vec<Run>,
    /// For each word, the sets it is in of which a sentence must hold one.
    needs_of: Vec<Box<[u32]>>,
    /// How many sets there are.
    needs: usize,
}

/// What one sentence after the other holds: made once for a text, so that nothing is cleared.
#[derive(Debug)]
pub(crate) struct Holds {
    sentence: u32,
    /// For each set of words, the last sentence that held one of them.
    needs: Vec<u32>,
    /// The bits of its tokens.
    signatures: Vec<u64>,
}

impl Holds {
    fn begin(&mut self, tokens: &[Token], needs_of: &[Box<[u32]>]) {
        self.sentence += 1;
        for token in tokens {
            for need in &needs_of[token.word] {
                self.needs[*need as usize] = self.sentence;
            }
        }
        self.signatures.clear();
        self.signatures.extend(tokens.iter().map(signature));
    }

    fn need(&self, number: u32) -> bool {
        self.needs[number as usize] == self.sentence
    }
}

/// Gathers rows until the vocabulary is complete.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    programs: Vec<Program>,
    anchored: Vec<(usize, Entry)>,
    needs: Vec<Arc<[usize]>>,
    known: HashMap<Arc<[usize]>, u32>,
}

impl Builder {
    /// Adds the pattern of a rule; `also` are words of which its sentence must hold one. False if
    /// a row has no word of its own.
    pub(crate) fn add(
        &mut self,
        rule: usize,
        rows: &[Vec<Node>],
        also: Option<&Arc<[usize]>>,
        common: &dyn Fn(usize) -> usize,
    ) -> bool {
        for row in spread(rows) {
            let required = required(&row, common);
            let Some(anchor) = required.first() else {
                return false;
            };
            let mut needs = [NO_NEED; MOST_NEEDS];
            let wanted = also
                .cloned()
                .into_iter()
                .chain(required[1..].iter().map(|anchor| anchor.words.clone()));
            for (need, words) in needs.iter_mut().zip(wanted) {
                *need = self.need(words);
            }
            let (before, after) = anchor.beside(&row);
            let short = |distance: usize| u16::try_from(distance).unwrap_or(u16::MAX);
            let entry = Entry {
                needs,
                opening: opening(&row),
                before,
                after,
                rule: u32::try_from(rule).unwrap_or(u32::MAX),
                nearest: short(anchor.nearest),
                farthest: short(anchor.farthest),
            };
            self.anchored
                .extend(anchor.words.iter().map(|word| (*word, entry)));
        }
        // One program a rule: rows only say where to look.
        self.programs.push(Program::new(rows));
        true
    }

    fn need(&mut self, words: Arc<[usize]>) -> u32 {
        let needs = &mut self.needs;
        *self.known.entry(words).or_insert_with_key(|words| {
            needs.push(words.clone());
            u32::try_from(needs.len() - 1).unwrap_or(NO_NEED)
        })
    }

    /// The index for a vocabulary of so many words.
    pub(crate) fn build(mut self, words: usize) -> Index {
        self.anchored
            .sort_by_key(|(word, entry)| (*word, entry.needs[0], entry.rule));
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut by_word = vec![0..0; words];
        let mut runs: Vec<Run> = Vec::new();
        let mut entries = Vec::with_capacity(self.anchored.len());
        let mut last = None;
        for (word, entry) in self.anchored {
            let at = short(entries.len());
            if last != Some((word, entry.needs[0])) {
                let range: &mut Range<u32> = &mut by_word[word];
                if range.start == range.end {
                    *range = short(runs.len())..short(runs.len());
                }
                range.end += 1;
                runs.push(Run {
                    need: entry.needs[0],
                    entries: at..at,
                });
                last = Some((word, entry.needs[0]));
            }
            if let Some(run) = runs.last_mut() {
                run.entries.end = at + 1;
            }
            entries.push(entry);
        }
        let mut needs_of = vec![Vec::new(); words];
        for (number, set) in self.needs.iter().enumerate() {
            for word in set.iter() {
                needs_of[*word].push(short(number));
            }
        }
        Index {
            programs: self.programs,
            entries,
            by_word,
            runs,
            needs: self.needs.len(),
            needs_of: needs_of.into_iter().map(Vec::into_boxed_slice).collect(),
        }
    }
}

impl Index {
    /// Room for what the sentences of one text hold.
    pub(crate) fn holds(&self) -> Holds {
        Holds {
            sentence: 0,
            needs: vec![0; self.needs],
            signatures: Vec::new(),
        }
    }

    /// Every row worth trying in a sentence, in order of rules and places; `out` is emptied first.
    pub(crate) fn candidates(
        &self,
        tokens: &[Token],
        sentence: Range<usize>,
        holds: &mut Holds,
        out: &mut Vec<Candidate>,
    ) {
        out.clear();
        holds.begin(&tokens[sentence.clone()], &self.needs_of);
        for at in sentence.clone() {
            let range = &self.by_word[tokens[at].word];
            let place = at - sentence.start;
            let beside = |place: Option<usize>| {
                place
                    .and_then(|place| holds.signatures.get(place))
                    .copied()
                    .unwrap_or(0)
            };
            let (before, after) = (beside(place.checked_sub(1)), beside(Some(place + 1)));
            for run in &self.runs[range.start as usize..range.end as usize] {
                if run.need != NO_NEED && !holds.need(run.need) {
                    continue;
                }
                let entries = run.entries.start as usize..run.entries.end as usize;
                for entry in &self.entries[entries] {
                    let fits = entry.after.bits(after)
                        && entry.before.bits(before)
                        && entry.needs[1..]
                            .iter()
                            .take_while(|need| **need != NO_NEED)
                            .all(|need| holds.need(*need));
                    let (nearest, farthest) = (entry.nearest as usize, entry.farthest as usize);
                    let last = at.checked_sub(nearest).filter(|at| *at >= sentence.start);
                    let (true, Some(last)) = (fits, last) else {
                        continue;
                    };
                    let first = at.saturating_sub(farthest).max(sentence.start);
                    let signatures = &holds.signatures;
                    let places = (first..=last)
                        .filter(|start| entry.opening.bits(signatures[start - sentence.start]));
                    out.extend(
                        places.map(|start| Candidate::new(entry.rule, start - sentence.start)),
                    );
                }
            }
        }
        out.sort_unstable();
        out.dedup();
    }

    /// The program of a candidate.
    pub(crate) fn program(&self, candidate: Candidate) -> &Program {
        &self.programs[candidate.rule()]
    }
}
