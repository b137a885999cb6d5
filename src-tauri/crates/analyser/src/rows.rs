//! Gathers the rows of all rules, each with what its sentence must hold, and lays them down in
//! the tables of the `index`.

use std::collections::HashMap;
use std::sync::Arc;

use crate::anchor::{Admits, Anchor, Wanted, opening, required, spread};
use crate::index::{Index, MOST_COMMON, NO_NEED, PRONOUNS, PackedRow, PackedWant};
use crate::pattern::{Node, Role};
use crate::table::{halves, short};

/// How much a row asks its sentence for besides its anchor, at most.
const MOST_WANTS: usize = 5;

/// Words that weigh at least this are common.
const COMMON: usize = 80;

/// What must stand near an anchor: the number of what it is, and from where to where, in words
/// after the anchor; before it where negative.
#[derive(Debug, Clone, Copy)]
struct Want {
    need: usize,
    from: isize,
    to: isize,
}

impl Want {
    /// Anywhere in the sentence.
    const FAR: (isize, isize) = (0, 63);

    fn packed(self) -> PackedWant {
        let length = self.to - self.from + 1;
        let (from, bits) = match u32::try_from(length) {
            Ok(length @ 0..64) => (self.from, (1_u64 << length) - 1),
            _ => (0, u64::MAX),
        };
        let [low, high] = halves(bits);
        let from = u32::try_from(from.rem_euclid(64)).unwrap_or(0);
        [short(self.need), from, low, high]
    }
}

/// A row before it is packed.
#[derive(Debug)]
struct Draft {
    rule: u32,
    nearest: usize,
    farthest: usize,
    admits: [Admits; 3],
    wants: Arc<[Want]>,
}

impl Draft {
    /// As a row of a table, with its wants from here to there.
    fn packed(&self, from: u32, to: u32) -> PackedRow {
        let near = |distance: usize| u32::from(u16::try_from(distance).unwrap_or(u16::MAX));
        let reach = near(self.nearest) << 16 | near(self.farthest);
        let [opening, before, after] = self.admits.map(|admits| halves(admits.all()));
        let mut row = [self.rule, reach, 0, 0, 0, 0, 0, 0, from, to];
        row[2..4].copy_from_slice(&opening);
        row[4..6].copy_from_slice(&before);
        row[6..8].copy_from_slice(&after);
        row
    }

    /// The need to ask for first.
    fn first(&self) -> usize {
        self.wants.first().map_or(usize::MAX, |want| want.need)
    }
}

/// Gathers rows until the vocabulary is complete.
#[derive(Debug)]
pub(crate) struct Builder {
    anchored: Vec<(usize, Arc<Draft>)>,
    /// The number of each common word.
    common: HashMap<usize, usize>,
    /// Sets without common words, and those with such.
    needs: [Vec<Arc<[usize]>>; 2],
    known: HashMap<Arc<[usize]>, usize>,
}

/// Until all are known, the sets with common words are numbered from here.
const WITH_COMMON: usize = 1 << 15;

impl Builder {
    /// Nothing gathered yet. The weights tell how often the more frequent words are met.
    pub(crate) fn new(weights: &HashMap<usize, usize>) -> Self {
        let mut common: Vec<(usize, usize)> = weights
            .iter()
            .filter(|(_, weight)| **weight >= COMMON)
            .map(|(word, weight)| (usize::MAX - weight, *word))
            .collect();
        common.sort_unstable();
        common.truncate(MOST_COMMON);
        let common = common.into_iter().enumerate();
        Self {
            anchored: Vec::new(),
            common: common.map(|(number, (_, word))| (word, number)).collect(),
            needs: [Vec::new(), Vec::new()],
            known: HashMap::new(),
        }
    }

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
            let Some((anchor, words)) = required.first().and_then(words_of) else {
                return false;
            };
            let mut wants: Vec<Want> = Vec::new();
            if let Some(words) = also {
                let ((from, to), need) = (Want::FAR, self.need(words));
                wants.push(Want { need, from, to });
            }
            for other in &required[1..] {
                let need = match &other.wanted {
                    Wanted::Words(words) => self.need(words),
                    Wanted::Role(one) => pronoun(*one),
                };
                let (from, to) = anchor.to(other, &row);
                wants.push(Want { need, from, to });
            }
            wants.truncate(MOST_WANTS);
            let (before, after) = anchor.beside(&row);
            let draft = Arc::new(Draft {
                rule: short(rule),
                nearest: anchor.nearest,
                farthest: anchor.farthest,
                admits: [opening(&row), before, after],
                wants: wants.into(),
            });
            self.anchored
                .extend(words.iter().map(|word| (*word, draft.clone())));
        }
        true
    }

    fn need(&mut self, words: &Arc<[usize]>) -> usize {
        if let Some(number) = self.known.get(words) {
            return *number;
        }
        let common = words.iter().any(|word| self.common.contains_key(word));
        let needs = &mut self.needs[usize::from(common)];
        let number = PRONOUNS.len() + needs.len() + if common { WITH_COMMON } else { 0 };
        needs.push(words.clone());
        self.known.insert(words.clone(), number);
        number
    }

    /// The index for a vocabulary of so many words. None if there are more needs than a want can
    /// number.
    pub(crate) fn build(mut self, words: usize) -> Option<Index> {
        self.anchored
            .sort_by_key(|(word, draft)| (*word, draft.first(), draft.rule));
        let [rare, with_common] = &self.needs;
        let count = PRONOUNS.len() + rare.len() + with_common.len();
        (count < WITH_COMMON).then_some(())?;
        let numbered = |want: Want| Want {
            need: if want.need & WITH_COMMON != 0 {
                want.need & !WITH_COMMON
            } else if want.need < PRONOUNS.len() {
                want.need
            } else {
                want.need + with_common.len()
            },
            ..want
        };
        let mut by_word = vec![0; words + 1];
        let mut runs: Vec<[u32; 2]> = Vec::new();
        let mut entries: Vec<u32> = Vec::with_capacity(self.anchored.len());
        let mut rows: Vec<PackedRow> = Vec::new();
        let mut wants: Vec<PackedWant> = Vec::new();
        let mut written: HashMap<*const Draft, u32> = HashMap::new();
        let mut last = None;
        for (word, draft) in &self.anchored {
            if last != Some((*word, draft.first())) {
                last = Some((*word, draft.first()));
                by_word[word + 1] += 1;
                let first = draft.wants.first();
                let need = first.map_or(NO_NEED, |want| short(numbered(*want).need));
                runs.push([need, short(entries.len())]);
            }
            let row = *written.entry(Arc::as_ptr(draft)).or_insert_with(|| {
                let from = short(wants.len());
                wants.extend(draft.wants.iter().map(|want| numbered(*want).packed()));
                rows.push(draft.packed(from, short(wants.len())));
                short(rows.len() - 1)
            });
            entries.push(row);
        }
        runs.push([NO_NEED, short(entries.len())]);
        let mut needs_of: Vec<Vec<u32>> = vec![Vec::new(); words];
        let mut common_of = vec![[0; MOST_COMMON / 32]; with_common.len()];
        for (number, set) in with_common.iter().chain(rare).enumerate() {
            for word in set.iter() {
                match self.common.get(word) {
                    Some(common) => common_of[number][common / 32] |= 1 << (common % 32),
                    None => needs_of[*word].push(short(PRONOUNS.len() + number)),
                }
            }
        }
        let mut common = vec![0; words];
        for (word, number) in &self.common {
            common[*word] = short(number + 1);
        }
        let mut needs_by_word = vec![0; words + 1];
        for (word, needs) in needs_of.iter().enumerate() {
            needs_by_word[word + 1] = short(needs.len());
        }
        for table in [&mut by_word, &mut needs_by_word] {
            for word in 0..words {
                table[word + 1] += table[word];
            }
        }
        Some(Index {
            by_word: by_word.into(),
            runs: runs.into(),
            entries: entries.into(),
            rows: rows.into(),
            wants: wants.into(),
            needs_by_word: needs_by_word.into(),
            needs: needs_of.concat().into(),
            common: common.into(),
            common_of: common_of.into(),
            count,
        })
    }
}

/// An anchor with its words.
fn words_of(anchor: &Anchor) -> Option<(&Anchor, &Arc<[usize]>)> {
    match &anchor.wanted {
        Wanted::Words(words) => Some((anchor, words)),
        Wanted::Role(_) => None,
    }
}

/// The number of the need for a pronoun.
fn pronoun(role: Role) -> usize {
    let role = if role == Role::Your { Role::My } else { role };
    let number = PRONOUNS.iter().position(|(one, _)| *one == role);
    number.unwrap_or(0)
}
