//! Sets of words and of alternatives that turn most words away at once.

use std::sync::Arc;

use crate::pattern::Node;

/// One of 64 bits for a word.
fn bit(word: usize) -> u64 {
    1 << ((word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

/// A set of words, with a bit for each to turn most others away at once.
#[derive(Debug, Clone)]
pub(crate) struct WordSet {
    bits: u64,
    words: Arc<[usize]>,
}

impl WordSet {
    pub(crate) fn new(words: &Arc<[usize]>) -> Self {
        Self {
            bits: words.iter().fold(0, |bits, word| bits | bit(*word)),
            words: words.clone(),
        }
    }

    pub(crate) fn has(&self, word: usize) -> bool {
        self.bits & bit(word) != 0 && self.words.binary_search(&word).is_ok()
    }
}

/// Many alternatives by their first words.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// A bit for each of the words, to turn most others away at once.
    bits: u64,
    /// The words that some alternative can begin with, sorted.
    words: Box<[u32]>,
    /// For each of them, where its alternatives end in `starts`; the first begin at 0.
    ends: Box<[u32]>,
    /// Where the steps of the alternatives begin, in order, word by word.
    starts: Box<[u32]>,
    /// Those that can begin with any word.
    others: Box<[u32]>,
}

impl Choice {
    /// From where each alternative's steps begin and the words it can begin with.
    pub(crate) fn new(firsts: &[(usize, Option<Vec<usize>>)]) -> Self {
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        // Every word with the alternatives it opens; those that anything opens are among all.
        let mut opened: Vec<(u32, u32)> = Vec::new();
        let mut others = Vec::new();
        for (start, words) in firsts {
            match words {
                Some(words) => {
                    opened.extend(words.iter().map(|word| (short(*word), short(*start))));
                }
                None => others.push(short(*start)),
            }
        }
        opened.sort_unstable();
        opened.dedup();
        let (mut words, mut ends, mut starts) = (Vec::new(), Vec::new(), Vec::new());
        for group in opened.chunk_by(|a, b| a.0 == b.0) {
            words.push(group[0].0);
            let first = starts.len();
            starts.extend(group.iter().map(|(_, start)| *start));
            starts.extend_from_slice(&others);
            // Steps stand in the order of the alternatives.
            starts[first..].sort_unstable();
            ends.push(short(starts.len()));
        }
        Self {
            bits: words
                .iter()
                .fold(0, |bits, word| bits | bit(*word as usize)),
            words: words.into(),
            ends: ends.into(),
            starts: starts.into(),
            others: others.into(),
        }
    }

    /// The alternatives to try where this word stands.
    pub(crate) fn of(&self, word: Option<usize>) -> &[u32] {
        let known = word
            .filter(|word| self.bits & bit(*word) != 0)
            .and_then(|word| u32::try_from(word).ok())
            .and_then(|word| self.words.binary_search(&word).ok());
        match known {
            Some(at) => {
                let first = at.checked_sub(1).map_or(0, |before| self.ends[before]);
                &self.starts[first as usize..self.ends[at] as usize]
            }
            None => &self.others,
        }
    }
}

/// The words a match of a row can begin with; nothing if it may begin with anything.
pub(crate) fn first_words(row: &[Node]) -> Option<Vec<usize>> {
    match row.first()? {
        Node::Words(words) => Some(words.to_vec()),
        Node::Either(rows) => {
            let words: Option<Vec<Vec<usize>>> = rows.iter().map(|row| first_words(row)).collect();
            words.map(|words| words.concat())
        }
        Node::Maybe(rows) => {
            let mut words = first_words(&row[1..])?;
            for row in rows {
                words.extend(first_words(row)?);
            }
            Some(words)
        }
        Node::Any | Node::Role(_) | Node::Gap { .. } => None,
    }
}
