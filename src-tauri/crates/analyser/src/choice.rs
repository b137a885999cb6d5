//! Sets of words and of alternatives that turn most words away at once.

use std::sync::Arc;

use crate::pattern::Node;

/// A set of words, with a bit for each to turn most others away at once.
#[derive(Debug, Clone)]
pub(crate) struct WordSet {
    bits: u64,
    words: Arc<[usize]>,
}

impl WordSet {
    pub(crate) fn new(words: &Arc<[usize]>) -> Self {
        Self {
            bits: words.iter().fold(0, |bits, word| bits | Self::bit(*word)),
            words: words.clone(),
        }
    }

    fn bit(word: usize) -> u64 {
        1 << ((word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
    }

    pub(crate) fn has(&self, word: usize) -> bool {
        self.bits & Self::bit(word) != 0 && self.words.binary_search(&word).is_ok()
    }
}

/// Many alternatives by their first words.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// For each word the alternatives, in order, that can begin with it; sorted by word.
    by_word: Vec<(usize, Box<[usize]>)>,
    /// Those that can begin with any word.
    others: Box<[usize]>,
}

impl Choice {
    /// From where each alternative's steps begin and the words it can begin with.
    pub(crate) fn new(firsts: &[(usize, Option<Vec<usize>>)]) -> Self {
        let mut words: Vec<usize> = firsts
            .iter()
            .filter_map(|(_, words)| words.as_ref())
            .flatten()
            .copied()
            .collect();
        words.sort_unstable();
        words.dedup();
        let beginning = |word: Option<usize>| -> Box<[usize]> {
            firsts
                .iter()
                .filter(|(_, words)| match (words, word) {
                    (None, _) => true,
                    (Some(words), Some(word)) => words.contains(&word),
                    (Some(_), None) => false,
                })
                .map(|(start, _)| *start)
                .collect()
        };
        Self {
            by_word: words
                .into_iter()
                .map(|word| (word, beginning(Some(word))))
                .collect(),
            others: beginning(None),
        }
    }

    /// The alternatives to try where this word stands.
    pub(crate) fn of(&self, word: Option<usize>) -> &[usize] {
        let known = word.and_then(|word| {
            let at = self.by_word.binary_search_by_key(&word, |(word, _)| *word);
            at.ok().map(|at| &*self.by_word[at].1)
        });
        known.unwrap_or(&self.others)
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
