//! All rows of all rules by their anchors: which of them to try in a sentence, and where. `rows`
//! gathers them.

use std::cell::Cell;

use crate::anchor::{Admits, signature};
use crate::pattern::Role;
use crate::table::{Reader, Table, Writer, short, whole};
use crate::tokens::Token;
use crate::vocabulary::Class;

/// No set of words with this number.
pub(crate) const NO_NEED: u32 = u32::MAX;

/// The most common words have a number of their own, so many at most, by which a set tells
/// whether it holds one.
pub(crate) const MOST_COMMON: usize = 256;

/// The first numbers of what a sentence may hold are pronouns, by the class of their case.
pub(crate) const PRONOUNS: [(Role, Class); 4] = [
    (Role::I, Class::SUBJECT),
    (Role::Me, Class::OBJECT),
    (Role::My, Class::POSSESSIVE),
    (Role::Myself, Class::REFLEXIVE),
];

/// What decides whether a row of a pattern is tried at a place: its rule; from where to where the
/// start of a match stands before the anchor; the bits of `Admits` for the start, the word before
/// the anchor and the word after it; from where to where its wants stand.
pub(crate) type PackedRow = [u32; 10];

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

/// What must stand near an anchor: the need; where its places begin, counted round from the anchor; a
/// bit for each place, in two halves.
pub(crate) type PackedWant = [u32; 4];

/// The places a want may stand at beside an anchor here, as bits.
fn places_of([_, from, low, high]: PackedWant, anchor: usize) -> u64 {
    whole(low, high).rotate_left(from + short(anchor % 64))
}

/// The rows of all rules.
#[derive(Debug)]
pub(crate) struct Index {
    /// For each word the first of its runs; the last one ends them.
    pub(crate) by_word: Table<u32>,
    /// Entries of one word that share the rarest need, which is then asked for once: the need and
    /// the first of the entries, which end where those of the next run begin.
    pub(crate) runs: Table<[u32; 2]>,
    /// The number of a row each.
    pub(crate) entries: Table<u32>,
    pub(crate) rows: Table<PackedRow>,
    pub(crate) wants: Table<PackedWant>,
    /// For each word that is not common, the first in `needs` of the sets it is in; the last one
    /// ends them.
    pub(crate) needs_by_word: Table<u32>,
    pub(crate) needs: Table<u32>,
    /// For each word its number among the common ones and one; 0 for all others.
    pub(crate) common: Table<u32>,
    /// The common words of the sets that have such, which come first after the pronouns.
    pub(crate) common_of: Table<[u32; MOST_COMMON / 32]>,
    /// How many needs there are.
    pub(crate) count: usize,
}

thread_local! {
    /// The room that the last text of this thread needed, for the next one: most are short.
    static ROOM: Cell<Option<Holds>> = const { Cell::new(None) };
}

/// What one sentence after the other holds.
#[derive(Debug, Default)]
pub(crate) struct Holds {
    /// For each need where its words that are not common stand in the sentence: a bit for each
    /// word, counted round and round in longer sentences.
    places: Vec<u64>,
    /// The needs with any.
    touched: Vec<u32>,
    /// The common words of the sentence and the bits of their places.
    common: Vec<(usize, u64)>,
    /// For each set that has common words: the sentence it was last asked for in, and where it
    /// stands there.
    asked: Vec<(u64, u64)>,
    sentence: u64,
    /// The bits of its tokens.
    signatures: Vec<u64>,
}

impl Holds {
    fn begin(&mut self, tokens: &[Token], index: &Index) {
        self.clear();
        for (at, token) in tokens.iter().enumerate() {
            let place = 1 << (at % 64);
            if let Some(number) = index.common[token.word].checked_sub(1) {
                self.common.push((number as usize, place));
            }
            let from = index.needs_by_word[token.word] as usize;
            let to = index.needs_by_word[token.word + 1] as usize;
            for need in &index.needs[from..to] {
                self.hold(*need, place);
            }
            if token.is(Class::PRONOUN) {
                for (number, (_, case)) in PRONOUNS.iter().enumerate() {
                    if token.is(*case) {
                        self.hold(short(number), place);
                    }
                }
            }
            self.signatures.push(signature(token));
        }
    }

    /// Forgets the sentence.
    fn clear(&mut self) {
        for need in self.touched.drain(..) {
            self.places[need as usize] = 0;
        }
        self.signatures.clear();
        self.common.clear();
        self.sentence += 1;
    }

    /// Keeps the room for the next text.
    pub(crate) fn give_back(self) {
        ROOM.set(Some(self));
    }

    fn hold(&mut self, need: u32, place: u64) {
        let places = &mut self.places[need as usize];
        if *places == 0 {
            self.touched.push(need);
        }
        *places |= place;
    }

    /// Where what is needed stands in the sentence.
    #[inline]
    fn places(&mut self, need: u32, index: &Index) -> u64 {
        let rare = self.places[need as usize];
        let set = (need as usize).wrapping_sub(PRONOUNS.len());
        match self.asked.get(set) {
            Some((sentence, places)) if *sentence == self.sentence => *places,
            Some(_) => self.with_common(set, rare, index),
            None => rare,
        }
    }

    #[inline(never)]
    fn with_common(&mut self, set: usize, rare: u64, index: &Index) -> u64 {
        let common = &index.common_of[set];
        let held = self
            .common
            .iter()
            .filter(|(number, _)| common[number / 32] >> (number % 32) & 1 == 1);
        let places = held.fold(rare, |places, (_, place)| places | place);
        self.asked[set] = (self.sentence, places);
        places
    }
}

impl Index {
    /// Room for what the sentences of one text hold.
    pub(crate) fn holds(&self) -> Holds {
        let mut holds = ROOM.take().unwrap_or_default();
        holds.clear();
        holds.places.resize(self.count, 0);
        holds.asked.resize(self.common_of.len(), (0, 0));
        holds
    }

    /// Every row worth trying in the tokens of a sentence, in order of rules and places; `out` is
    /// emptied first.
    pub(crate) fn candidates(&self, tokens: &[Token], holds: &mut Holds, out: &mut Vec<Candidate>) {
        out.clear();
        holds.begin(tokens, self);
        let (entries, rows, wants) = (&*self.entries, &*self.rows, &*self.wants);
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).map_or(0, |at| holds.signatures[at]);
            let after = holds.signatures.get(at + 1).copied().unwrap_or(0);
            let first = self.by_word[token.word] as usize;
            let end = self.by_word[token.word + 1] as usize;
            for pair in self.runs[first..=end].windows(2) {
                let ([need, from], [_, to]) = (pair[0], pair[1]);
                if need != NO_NEED && holds.places(need, self) == 0 {
                    continue;
                }
                for entry in &entries[from as usize..to as usize] {
                    let [rule, reach, open_low, open_high, rest @ ..] = rows[*entry as usize];
                    let [before_low, before_high, after_low, after_high, from, to] = rest;
                    let fits = Admits::bits(whole(after_low, after_high), after)
                        && Admits::bits(whole(before_low, before_high), before)
                        && wants[from as usize..to as usize]
                            .iter()
                            .all(|want| holds.places(want[0], self) & places_of(*want, at) != 0);
                    let (nearest, farthest) = ((reach >> 16) as usize, (reach & 0xffff) as usize);
                    let (true, Some(last)) = (fits, at.checked_sub(nearest)) else {
                        continue;
                    };
                    let opening = whole(open_low, open_high);
                    let places = (at.saturating_sub(farthest)..=last)
                        .filter(|start| Admits::bits(opening, holds.signatures[*start]));
                    out.extend(places.map(|start| Candidate::new(rule, start)));
                }
            }
        }
        out.sort_unstable();
        out.dedup();
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        out.table(&self.by_word);
        out.table(&self.runs);
        out.table(&self.entries);
        out.table(&self.rows);
        out.table(&self.wants);
        out.table(&self.needs_by_word);
        out.table(&self.needs);
        out.table(&self.common);
        out.table(&self.common_of);
        out.table(&[short(self.count)]);
    }

    pub(crate) fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            by_word: from.table()?,
            runs: from.table()?,
            entries: from.table()?,
            rows: from.table()?,
            wants: from.table()?,
            needs_by_word: from.table()?,
            needs: from.table()?,
            common: from.table()?,
            common_of: from.table()?,
            count: *from.table::<u32>()?.first()? as usize,
        })
    }
}
