//! Where to look for a pattern: by the rarest words that every match of it must hold. So a text
//! is tried against the few rows that one of its words may begin, not against all of them.

use std::sync::Arc;

use crate::pattern::{Node, Role};
use crate::tokens::Token;
use crate::vocabulary::Class;

/// The longest a role can be, in words ("my older brother").
const LONGEST_ROLE: usize = 3;

/// No pattern is spread out into more rows than this.
const MOST_ROWS: usize = 10;

/// What must stand at a place.
#[derive(Debug, Clone)]
pub(crate) enum Wanted {
    /// One of these words.
    Words(Arc<[usize]>),
    /// A pronoun, any that may take the role.
    Role(Role),
}

/// Something that every match of a row holds, between these distances from its start.
#[derive(Debug, Clone)]
pub(crate) struct Anchor {
    pub(crate) wanted: Wanted,
    pub(crate) nearest: usize,
    pub(crate) farthest: usize,
    /// Which node of the row it is in, and between which distances from that node's start.
    node: usize,
    within: (usize, usize),
    /// Whether it is all of its node.
    whole: bool,
    weight: usize,
}

impl Anchor {
    /// What can stand right before and right after it in its row.
    pub(crate) fn beside(&self, row: &[Node]) -> (Admits, Admits) {
        if self.whole {
            (
                Admits::of(&row[..self.node], true),
                Admits::of(&row[self.node + 1..], false),
            )
        } else {
            (Admits::ANYTHING, Admits::ANYTHING)
        }
    }

    /// From where to where another one of its row can stand, in words after this one; before it
    /// where negative.
    pub(crate) fn to(&self, other: &Self, row: &[Node]) -> (isize, isize) {
        let signed = |words: usize| isize::try_from(words).unwrap_or(isize::MAX / 4);
        let apart = |first: &Self, second: &Self| {
            let (least, most) = reach(&row[first.node..second.node]);
            (
                signed(least + second.within.0) - signed(first.within.1),
                signed(most + second.within.1) - signed(first.within.0),
            )
        };
        if other.node >= self.node {
            apart(self, other)
        } else {
            let (least, most) = apart(other, self);
            (-most, -least)
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
    pub(crate) fn bits(all: u64, signature: u64) -> bool {
        all == u64::MAX || all & signature != 0
    }

    /// All its bits.
    pub(crate) fn all(self) -> u64 {
        self.0
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
                Node::List(list) => (Self::of_rows(&list.rows, back), false),
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
        let inner = out[at].iter().position(|node| {
            let rows = node.alternatives().map_or(usize::MAX / 2, <[_]>::len);
            out.len() + rows <= MOST_ROWS
        });
        let Some(place) = inner else {
            at += 1;
            continue;
        };
        let row = out.remove(at);
        let rows = row[place].alternatives().unwrap_or(&[]);
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
            Node::List(list) => reach_rows(&list.rows),
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

/// What every match of a row holds: sets of words, the rarest first, then pronouns. `common` weighs
/// how often a word is met in text.
pub(crate) fn required(row: &[Node], common: &dyn Fn(usize) -> usize) -> Vec<Anchor> {
    let mut out = Vec::new();
    let (mut least, mut most) = (0, 0);
    for (number, node) in row.iter().enumerate() {
        let whole = |wanted: Wanted, weight: usize| Anchor {
            wanted,
            nearest: 0,
            farthest: 0,
            node: number,
            within: (0, 0),
            whole: true,
            weight,
        };
        let found = match node {
            Node::Words(words) => Some(whole(
                Wanted::Words(words.clone()),
                words.iter().map(|word| common(*word)).sum(),
            )),
            // A noun phrase begins with almost anything.
            Node::Role(Role::You) => None,
            Node::Role(role) => Some(whole(Wanted::Role(*role), usize::MAX / 256)),
            _ => node
                .alternatives()
                .and_then(|rows| {
                    rows.iter()
                        .map(|row| required(row, common).into_iter().next())
                        .collect::<Option<Vec<_>>>()
                })
                .and_then(|anchors| together(&anchors, number)),
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
    out.sort_by_key(|anchor| {
        let spread = 2 + anchor.farthest - anchor.nearest;
        anchor.weight.saturating_mul(spread)
    });
    out
}

/// One of several that are each in a row of one node.
fn together(anchors: &[Anchor], node: usize) -> Option<Anchor> {
    let mut words: Vec<usize> = Vec::new();
    for anchor in anchors {
        match &anchor.wanted {
            Wanted::Words(more) => words.extend_from_slice(more),
            Wanted::Role(_) => return None,
        }
    }
    words.sort_unstable();
    words.dedup();
    let within = (
        anchors.iter().map(|a| a.nearest).min().unwrap_or(0),
        anchors.iter().map(|a| a.farthest).max().unwrap_or(0),
    );
    Some(Anchor {
        wanted: Wanted::Words(words.into()),
        nearest: within.0,
        farthest: within.1,
        node,
        within,
        whole: false,
        weight: anchors.iter().map(|a| a.weight).sum(),
    })
}
