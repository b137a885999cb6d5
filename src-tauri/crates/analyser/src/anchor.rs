//! Where to look for a pattern: by the rarest words that every match of it must hold. So a
//! lexicon of thousands of rows costs a text little more than one of hundreds.

use crate::pattern::{Node, Role};

/// The longest a role can be, in words ("my older brother").
const LONGEST_ROLE: usize = 3;

/// No pattern is spread out into more rows than this.
const MOST_ROWS: usize = 24;

/// Words of which one must stand between these distances from the start of a match.
#[derive(Debug, Clone)]
pub(crate) struct Anchor {
    pub(crate) words: Vec<usize>,
    pub(crate) nearest: usize,
    pub(crate) farthest: usize,
    /// What the words right before and right after can be, where that is known.
    pub(crate) before: Option<Mask>,
    pub(crate) after: Option<Mask>,
}

/// A set of words, each thrown onto one of 128 bits: what a sentence does not hold it surely
/// does not hold.
pub(crate) type Mask = u128;

/// The bit of a word.
pub(crate) fn bit(word: usize) -> Mask {
    let spread = (word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    1 << (spread >> 57)
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

/// The rarest set of words that every match of a row must contain, and where. `common` weighs
/// how often a word is met in text.
pub(crate) fn anchor(row: &[Node], common: &dyn Fn(usize) -> usize) -> Option<Anchor> {
    let weight = |anchor: &Anchor| -> usize {
        let spread = anchor.farthest - anchor.nearest + 1;
        anchor.words.iter().map(|word| common(*word)).sum::<usize>() * (2 + spread)
    };
    required(row, common)
        .into_iter()
        .min_by_key(|anchor| weight(anchor))
}

/// What a sentence must hold besides: the rarest few sets of words, as masks.
pub(crate) fn needs(row: &[Node], common: &dyn Fn(usize) -> usize) -> Vec<Mask> {
    let mut sets: Vec<(usize, Mask)> = required(row, common)
        .into_iter()
        .map(|anchor| {
            let mask = anchor.words.iter().fold(0, |mask, word| mask | bit(*word));
            (anchor.words.iter().map(|word| common(*word)).sum(), mask)
        })
        .filter(|(_, mask)| mask.count_ones() < 40)
        .collect();
    sets.sort_unstable();
    sets.dedup();
    sets.into_iter().map(|(_, mask)| mask).collect()
}

/// Every set of words of which each match must hold one.
fn required(row: &[Node], common: &dyn Fn(usize) -> usize) -> Vec<Anchor> {
    let mut out = Vec::new();
    let (mut least, mut most) = (0, 0);
    for (number, node) in row.iter().enumerate() {
        let found = match node {
            Node::Words(words) => Some(Anchor {
                words: words.clone(),
                nearest: 0,
                farthest: 0,
                before: number.checked_sub(1).and_then(|at| of_words(&row[at])),
                after: row.get(number + 1).and_then(of_words),
            }),
            Node::Either(rows) => rows
                .iter()
                .map(|row| anchor(row, common))
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
        words,
        nearest: anchors.iter().map(|a| a.nearest).min().unwrap_or(0),
        farthest: anchors.iter().map(|a| a.farthest).max().unwrap_or(0),
        before: None,
        after: None,
    }
}

fn of_words(node: &Node) -> Option<Mask> {
    match node {
        Node::Words(words) => Some(words.iter().fold(0, |mask, word| mask | bit(*word))),
        _ => None,
    }
}
