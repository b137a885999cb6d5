//! Where to look for a pattern: by the rarest words that every match of it must hold. So a text
//! is tried against the few rows that one of its words may begin, not against all of them.

use std::sync::Arc;

use crate::pattern::{Node, Role};
use crate::tokens::Token;
use crate::vocabulary::Class;

/// The longest a role can be, in words ("my older brother").
const LONGEST_ROLE: usize = 3;

/// No pattern is spread out into more rows than this.
const MOST_ROWS: usize = 6;

/// Words of which one must stand between these distances from the start of a match.
#[derive(Debug, Clone)]
pub(crate) struct Anchor {
    pub(crate) words: Arc<[usize]>,
    pub(crate) nearest: usize,
    pub(crate) farthest: usize,
    /// Which node of the row it is, if it is one set of words.
    node: Option<usize>,
    weight: usize,
}

impl Anchor {
    /// What can stand right before and right after it in its row.
    pub(crate) fn beside(&self, row: &[Node]) -> (Admits, Admits) {
        match self.node {
            Some(node) => (
                Admits::of(&row[..node], true),
                Admits::of(&row[node + 1..], false),
            ),
            None => (Admits::ANYTHING, Admits::ANYTHING),
        }
    }
}

/// What a token must at least be, to stand at a place of a pattern: bits of which it must have one.
/// Words are thrown onto 48 bits, the classes that roles ask for have one each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Admits(u64);

/// The classes with a bit of their own, from bit 48 on; the last bit but one is for words that the
/// grammar knows nothing of, which may be names.
const CLASSES: [Class; 6] = [
    Class::SUBJECT,
    Class::OBJECT,
    Class::POSSESSIVE,
    Class::REFLEXIVE,
    Class::PERSON,
    Class::DETERMINER,
];
const BARE: u64 = 1 << 62;

/// The bits of a token.
pub(crate) fn signature(token: &Token) -> u64 {
    let mut bits = bit(token.word);
    for (number, class) in CLASSES.iter().enumerate() {
        bits |= u64::from(token.is(*class)) << (48 + number);
    }
    if token.is_bare() { bits | BARE } else { bits }
}

/// The bit of a word.
fn bit(word: usize) -> u64 {
    let spread = (word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    1 << ((spread >> 32) % 48)
}

fn of_class(class: Class) -> u64 {
    let bits = CLASSES.iter().enumerate();
    bits.filter(|(_, one)| class.any(**one))
        .fold(0, |all, (number, _)| all | 1 << (48 + number))
}

impl Admits {
    /// Anything at all, the end of the sentence included.
    const ANYTHING: Self = Self(u64::MAX);

    const NOTHING: Self = Self(0);

    /// Whether a token with these bits may stand there; past the ends of a sentence there are none.
    pub(crate) fn bits(self, signature: u64) -> bool {
        self.0 == u64::MAX || self.0 & signature != 0
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn role(role: Role) -> Self {
        let classes = match role {
            Role::I => Class::SUBJECT,
            Role::Me => Class::OBJECT,
            Role::My | Role::Your => Class::POSSESSIVE,
            Role::Myself => Class::REFLEXIVE,
            Role::You => Class::SUBJECT
                .or(Class::OBJECT)
                .or(Class::PERSON)
                .or(Class::POSSESSIVE)
                .or(Class::DETERMINER),
        };
        let bare = if role == Role::You { BARE } else { 0 };
        Self(of_class(classes) | bare)
    }

    /// What some nodes can begin with; with `back`, what they can end with.
    fn of(row: &[Node], back: bool) -> Self {
        let mut admits = Self::NOTHING;
        let mut at = 0;
        while at < row.len() {
            let node = if back {
                &row[row.len() - 1 - at]
            } else {
                &row[at]
            };
            let (node, goes_on) = match node {
                Node::Words(words) => (
                    Self(words.iter().fold(0, |bits, word| bits | bit(*word))),
                    false,
                ),
                // A role of several words ends with its head, a person.
                Node::Role(role) => (Self::role(*role), false),
                Node::Either(rows) => (Self::of_rows(rows, back), false),
                Node::Maybe(rows) => (Self::of_rows(rows, back), true),
                Node::Any | Node::Gap { .. } => return Self::ANYTHING,
            };
            admits = admits.or(node);
            if !goes_on {
                return admits;
            }
            at += 1;
        }
        Self::ANYTHING
    }

    fn of_rows(rows: &[Vec<Node>], back: bool) -> Self {
        rows.iter()
            .map(|row| Self::of(row, back))
            .fold(Self::NOTHING, Self::or)
    }
}

/// What a match of a row can begin with.
pub(crate) fn opening(row: &[Node]) -> Admits {
    Admits::of(row, false)
}

/// Spreads alternatives out into rows of their own where that leaves each row rarer words.
pub(crate) fn spread(rows: &[Vec<Node>]) -> Vec<Vec<Node>> {
    let mut out: Vec<Vec<Node>> = rows.to_vec();
    let mut at = 0;
    while at < out.len() {
        let inner = out[at].iter().position(|node| match node {
            Node::Either(rows) => out.len() + rows.len() <= MOST_ROWS,
            _ => false,
        });
        let Some(place) = inner else {
            at += 1;
            continue;
        };
        let row = out.remove(at);
        let Node::Either(rows) = &row[place] else {
            continue;
        };
        for (number, alternative) in rows.iter().enumerate() {
            let mut spread = row[..place].to_vec();
            spread.extend(alternative.iter().cloned());
            spread.extend_from_slice(&row[place + 1..]);
            out.insert(at + number, spread);
        }
    }
    out
}

/// Fewest and most words a row can take.
fn reach(row: &[Node]) -> (usize, usize) {
    row.iter().fold((0, 0), |(least, most), node| {
        let (l, m) = match node {
            Node::Role(Role::You) => (1, LONGEST_ROLE),
            Node::Words(_) | Node::Any | Node::Role(_) => (1, 1),
            Node::Gap { most, .. } => (0, *most),
            Node::Either(rows) => reach_rows(rows),
            Node::Maybe(rows) => (0, reach_rows(rows).1),
        };
        (least + l, most + m)
    })
}

fn reach_rows(rows: &[Vec<Node>]) -> (usize, usize) {
    rows.iter()
        .map(|row| reach(row))
        .fold((usize::MAX, 0), |(least, most), (l, m)| {
            (least.min(l), most.max(m))
        })
}

/// The sets of words of which every match of a row holds one, the rarest first. `common` weighs how
/// often a word is met in text.
pub(crate) fn required(row: &[Node], common: &dyn Fn(usize) -> usize) -> Vec<Anchor> {
    let mut out = Vec::new();
    let (mut least, mut most) = (0, 0);
    for (number, node) in row.iter().enumerate() {
        let found = match node {
            Node::Words(words) => Some(Anchor {
                words: words.clone(),
                nearest: 0,
                farthest: 0,
                node: Some(number),
                weight: words.iter().map(|word| common(*word)).sum(),
            }),
            Node::Either(rows) => rows
                .iter()
                .map(|row| required(row, common).into_iter().next())
                .collect::<Option<Vec<_>>>()
                .map(|anchors| together(&anchors)),
            _ => None,
        };
        if let Some(mut found) = found {
            found.nearest += least;
            found.farthest += most;
            out.push(found);
        }
        let (l, m) = reach(std::slice::from_ref(node));
        least += l;
        most += m;
    }
    out.sort_by_key(|anchor| anchor.weight * (2 + anchor.farthest - anchor.nearest));
    out
}

fn together(anchors: &[Anchor]) -> Anchor {
    let mut words: Vec<usize> = anchors
        .iter()
        .flat_map(|anchor| anchor.words.iter().copied())
        .collect();
    words.sort_unstable();
    words.dedup();
    Anchor {
        words: words.into(),
        nearest: anchors.iter().map(|a| a.nearest).min().unwrap_or(0),
        farthest: anchors.iter().map(|a| a.farthest).max().unwrap_or(0),
        node: None,
        weight: anchors.iter().map(|a| a.weight).sum(),
    }
}
