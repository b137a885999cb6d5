//! Sets of words, each kept once, that turn most words away at once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::table::{Reader, Table, Writer, halves, short, whole};

/// One of 64 bits for a word.
pub(crate) fn bit(word: usize) -> u64 {
    1 << ((word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

/// All sets.
#[derive(Debug)]
pub(crate) struct Sets {
    /// For each set a bit for each of its words, in two halves, and where they stand in `words`:
    /// the first and how many.
    heads: Table<[u32; 4]>,
    /// Sorted within each set.
    words: Table<u32>,
}

impl Sets {
    /// Whether a set holds a word.
    pub(crate) fn has(&self, set: usize, word: usize) -> bool {
        let [low, high, start, length] = self.heads[set];
        whole(low, high) & bit(word) != 0
            && self.words[start as usize..(start + length) as usize]
                .binary_search(&short(word))
                .is_ok()
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        out.table(&self.heads);
        out.table(&self.words);
    }

    pub(crate) fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            heads: from.table()?,
            words: from.table()?,
        })
    }
}

/// Gathers sets.
#[derive(Debug, Default)]
pub(crate) struct SetsBuilder {
    heads: Vec<[u32; 4]>,
    words: Vec<u32>,
    known: HashMap<Arc<[usize]>, usize>,
}

impl SetsBuilder {
    /// The number of a set of sorted words, made if new.
    pub(crate) fn number(&mut self, words: &Arc<[usize]>) -> usize {
        if let Some(number) = self.known.get(words) {
            return *number;
        }
        let number = self.heads.len();
        let [low, high] = halves(words.iter().fold(0, |bits, word| bits | bit(*word)));
        let (start, length) = (short(self.words.len()), short(words.len()));
        self.heads.push([low, high, start, length]);
        self.words.extend(words.iter().map(|word| short(*word)));
        self.known.insert(words.clone(), number);
        number
    }

    pub(crate) fn build(self) -> Sets {
        Sets {
            heads: self.heads.into(),
            words: self.words.into(),
        }
    }
}
