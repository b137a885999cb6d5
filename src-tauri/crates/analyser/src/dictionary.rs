//! The finished vocabulary: from the letters of a word to its id and classes.

use crate::table::{Reader, Table, Writer, halves, short, whole};
use crate::vocabulary::{Class, UNKNOWN};

/// All words with an id.
#[derive(Debug)]
pub(crate) struct Dictionary {
    /// Words by their first eight bytes, open addressing: these bytes in two halves, the id, and
    /// where in `rests` the other bytes begin and how many there are. A free place has the id
    /// `UNKNOWN`.
    places: Table<[u32; 5]>,
    rests: Table<u8>,
    /// By id, in two halves.
    classes: Table<[u32; 2]>,
}

impl Dictionary {
    /// From all words and the classes of their ids.
    pub(crate) fn new(words: &[(&str, usize)], classes: &[Class]) -> Self {
        let size = (words.len() * 3 / 2).next_power_of_two();
        let mut places = vec![[0; 5]; size];
        let mut rests = Vec::new();
        for (word, id) in words {
            let (key, rest) = packed(word.as_bytes());
            let mut at = place(key, rest, size);
            while places[at][2] != 0 {
                at = (at + 1) & (size - 1);
            }
            let [low, high] = halves(key);
            places[at] = [low, high, short(*id), short(rests.len()), short(rest.len())];
            rests.extend_from_slice(rest);
        }
        Self {
            places: places.into(),
            rests: rests.into(),
            classes: classes.iter().map(|class| halves(class.bits())).collect(),
        }
    }

    /// The id of a word by its bytes, or `UNKNOWN`.
    pub(crate) fn find(&self, word: &[u8]) -> usize {
        let (key, rest) = packed(word);
        let size = self.places.len();
        let mut at = place(key, rest, size);
        loop {
            let [low, high, id, from, length] = self.places[at];
            if id == 0 {
                return UNKNOWN;
            }
            let stands = || &self.rests[from as usize..(from + length) as usize];
            if whole(low, high) == key && stands() == rest {
                return id as usize;
            }
            at = (at + 1) & (size - 1);
        }
    }

    /// The classes of a word.
    pub(crate) fn class(&self, id: usize) -> Class {
        let [low, high] = self.classes[id];
        Class::of_bits(whole(low, high))
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        out.table(&self.places);
        out.table(&self.rests);
        out.table(&self.classes);
    }

    pub(crate) fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            places: from.table()?,
            rests: from.table()?,
            classes: from.table()?,
        })
    }
}

/// The first eight bytes of a word in one number, and the others.
fn packed(word: &[u8]) -> (u64, &[u8]) {
    let (first, rest) = word.split_at(word.len().min(8));
    let mut bytes = [0; 8];
    bytes[..first.len()].copy_from_slice(first);
    (u64::from_le_bytes(bytes), rest)
}

/// Where the search for a word begins; `size` is a power of two.
fn place(key: u64, rest: &[u8], size: usize) -> usize {
    let mut spread = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in rest {
        spread = (spread ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let low = u32::try_from(((spread >> 32) ^ (spread >> 11)) & u64::from(u32::MAX)).unwrap_or(0);
    low as usize & (size - 1)
}
