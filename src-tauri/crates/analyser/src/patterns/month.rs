//! The month as k of n. The unit is a rupture: k counts each rupture once per kind, whatever the
//! number of entries that tell it or sentences that show it.

use crate::{Kind, Status};
use std::collections::{BTreeMap, BTreeSet};

/// Ruptures needed before anything is called a pattern.
pub const MIN_RUPTURES: usize = 5;
/// Ruptures with the act needed.
pub const MIN_SEEN: usize = 3;
/// Different days needed.
pub const MIN_DAYS: usize = 3;
/// Days between the first and the last of them needed.
pub const MIN_SPAN: i64 = 14;

/// The writer's word on a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Confirmed.
    Yes,
    /// Confirmed, but they had no words or needed time: counted apart.
    NoWords,
    /// Rejected.
    NotMe,
    /// It was the safest thing then: not counted.
    Safest,
}

/// One finding of the writer's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// What it shows.
    pub kind: Kind,
    /// Whether it happened.
    pub status: Status,
    /// The writer's word on it.
    pub word: Option<Word>,
    /// Added by the writer's hand.
    pub added: bool,
}

impl Seen {
    /// Whether it counts as one of the writer's acts.
    pub fn counts(&self) -> bool {
        self.status.enacted() && matches!(self.word, None | Some(Word::Yes))
    }

    /// Whether it is counted apart, as one without words or time.
    pub fn counts_apart(&self) -> bool {
        self.status.enacted() && self.word == Some(Word::NoWords)
    }

    /// Whether it shows an act held back or only thought of, and was not rejected.
    pub fn held_back(&self) -> bool {
        self.status == Status::Resisted && matches!(self.word, None | Some(Word::Yes))
    }

    /// Whether the writer stands by it: confirmed, or added by hand.
    pub fn confirmed(&self) -> bool {
        self.word == Some(Word::Yes) || self.added
    }
}

/// One rupture with what was found in all that tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// The day it was first told of, as days of any one calendar.
    pub day: i64,
    /// Ids of the people in it.
    pub people: Vec<&'a str>,
    /// The writer's own findings.
    pub seen: Vec<Seen>,
}

/// How often one kind of act was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<'a> {
    /// The kind.
    pub kind: Kind,
    /// Ruptures with it.
    pub k: usize,
    /// Ruptures of those k in which the writer confirmed it (or added it).
    pub confirmed: usize,
    /// Ruptures where it was only "yes, but I had no words"; not in k.
    pub no_words: usize,
    /// Too little to call a pattern.
    pub early: bool,
    /// For each person with a rupture: (id, ruptures with the act, ruptures with the person).
    /// Only people with whom it was seen.
    pub with: Vec<(&'a str, usize, usize)>,
}

/// The month's counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month<'a> {
    /// Ruptures.
    pub n: usize,
    /// One per kind that was seen or counted apart, most frequent first.
    pub counts: Vec<Count<'a>>,
}

/// Counts a month. `told` holds the ruptures that may be counted: those behind a gate are left
/// out by the caller, who knows.
pub fn count_month<'a>(told: &[Told<'a>]) -> Month<'a> {
    let mut with_person: BTreeMap<&str, usize> = BTreeMap::new();
    for rupture in told {
        for person in rupture.people.iter().collect::<BTreeSet<_>>() {
            *with_person.entry(person).or_default() += 1;
        }
    }
    let mut counts = Kind::ALL
        .iter()
        .filter_map(|&kind| count_kind(kind, told, &with_person))
        .collect::<Vec<_>>();
    counts.sort_by_key(|count| (std::cmp::Reverse(count.k), count.kind));
    Month {
        n: told.len(),
        counts,
    }
}

fn count_kind<'a>(
    kind: Kind,
    told: &[Told<'a>],
    with_person: &BTreeMap<&'a str, usize>,
) -> Option<Count<'a>> {
    let mut days = BTreeSet::new();
    let (mut k, mut confirmed, mut no_words) = (0, 0, 0);
    let mut with: BTreeMap<&str, usize> = BTreeMap::new();
    for rupture in told {
        let mut of_kind = rupture.seen.iter().filter(|seen| seen.kind == kind);
        if of_kind.clone().any(Seen::counts) {
            k += 1;
            days.insert(rupture.day);
            confirmed += usize::from(
                of_kind
                    .clone()
                    .any(|seen| seen.counts() && seen.confirmed()),
            );
            for person in rupture.people.iter().collect::<BTreeSet<_>>() {
                *with.entry(person).or_default() += 1;
            }
        } else if of_kind.any(Seen::counts_apart) {
            no_words += 1;
        }
    }
    if k + no_words == 0 {
        return None;
    }
    let span = days.last().zip(days.first()).map_or(0, |(l, f)| l - f);
    Some(Count {
        kind,
        k,
        confirmed,
        no_words,
        early: told.len() < MIN_RUPTURES
            || k < MIN_SEEN
            || days.len() < MIN_DAYS
            || span < MIN_SPAN,
        with: with
            .into_iter()
            .map(|(person, k)| (person, k, with_person[person]))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(kind: Kind, status: Status, word: Option<Word>) -> Seen {
        Seen {
            kind,
            status,
            word,
            added: false,
        }
    }

    fn quiet(day: i64, person: &'static str, word: Option<Word>) -> Told<'static> {
        Told {
            day,
            people: vec![person],
            seen: vec![
                seen(Kind::Stonewalling, Status::Did, word),
                seen(Kind::Stonewalling, Status::Did, word),
            ],
        }
    }

    fn plain(day: i64, person: &'static str) -> Told<'static> {
        Told {
            day,
            people: vec![person],
            seen: vec![],
        }
    }

    #[test]
    fn a_rupture_counts_once_however_often_it_shows_the_act() {
        let month = count_month(&[quiet(1, "sam", None), plain(2, "mum")]);
        assert_eq!(month.n, 2);
        let count = &month.counts[0];
        assert_eq!((count.kind, count.k), (Kind::Stonewalling, 1));
        assert_eq!(count.with, [("sam", 1, 1)]);
        assert!(count.early, "one of two is no pattern");
    }

    #[test]
    fn the_writers_word_changes_the_count() {
        let told = [
            quiet(1, "sam", Some(Word::Yes)),
            quiet(8, "sam", Some(Word::NotMe)),
            quiet(15, "sam", Some(Word::Safest)),
            quiet(22, "sam", Some(Word::NoWords)),
        ];
        let month = count_month(&told);
        let count = &month.counts[0];
        assert_eq!((count.k, count.confirmed, count.no_words), (1, 1, 1));
        assert_eq!(count.with, [("sam", 1, 4)]);
    }

    #[test]
    fn one_word_speaks_for_its_own_sentence_only() {
        let told = [Told {
            day: 1,
            people: vec![],
            seen: vec![
                seen(Kind::Avoidance, Status::Did, Some(Word::NotMe)),
                seen(Kind::Avoidance, Status::Habitual, None),
            ],
        }];
        assert_eq!(count_month(&told).counts[0].k, 1);
    }

    #[test]
    fn acts_held_back_or_thought_of_are_never_counted() {
        let told = [Told {
            day: 1,
            people: vec![],
            seen: vec![
                seen(Kind::Criticism, Status::Resisted, None),
                seen(Kind::Criticism, Status::Considered, Some(Word::Yes)),
            ],
        }];
        assert!(count_month(&told).counts.is_empty());
        assert!(told[0].seen[0].held_back());
        assert!(!told[0].seen[1].held_back());
    }

    #[test]
    fn a_pattern_needs_enough_of_everything() {
        let base = [
            quiet(1, "a", None),
            quiet(9, "a", None),
            quiet(15, "a", None),
        ];
        let with = |more: &[Told<'static>]| {
            let all = base.iter().chain(more).cloned().collect::<Vec<_>>();
            count_month(&all).counts[0].early
        };
        assert!(with(&[plain(3, "a")]), "n = 4");
        assert!(
            !with(&[plain(3, "a"), plain(4, "a")]),
            "n = 5, k = 3, 14 days"
        );
        let close = [
            quiet(2, "a", None),
            quiet(9, "a", None),
            quiet(15, "a", None),
            plain(3, "a"),
            plain(4, "a"),
        ];
        assert!(count_month(&close).counts[0].early, "13 days apart only");
    }

    #[test]
    fn a_person_named_twice_in_a_rupture_is_one() {
        let told = [Told {
            day: 1,
            people: vec!["sam", "sam"],
            seen: vec![seen(Kind::Avoidance, Status::Did, None)],
        }];
        assert_eq!(count_month(&told).counts[0].with, [("sam", 1, 1)]);
    }
}
