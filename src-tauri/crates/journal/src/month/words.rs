//! What the month says in sentences: how it begins, how it went with each person, and the one
//! question to carry on. Not here: the counts themselves.

use super::{Counted, Gathered, card, seen, small};
use crate::dto::{MonthPerson, MonthShare, MonthStates};
use goldseam_analyser::patterns;
use goldseam_content::{self as content, Group};
use std::collections::BTreeMap;

/// Ruptures from which on a month may be called hard.
const HARD_FROM: usize = 4;
/// Median distress from which on it is.
const HARD_DISTRESS: u8 = 7;

/// At most three sentences that open the page.
pub(super) fn sentences(
    gathered: &Gathered,
    states: &MonthStates,
    held_back: usize,
) -> Vec<String> {
    let words = content::content().words();
    let n = small(gathered.counted.len());
    if n == 0 {
        return vec![words.month.none.clone()];
    }
    let mut distress = gathered
        .counted
        .iter()
        .filter_map(|one| one.entries.iter().filter_map(|entry| entry.distress).max())
        .collect::<Vec<_>>();
    distress.sort_unstable();
    let hard = gathered.counted.len() >= HARD_FROM
        && distress.len() * 2 > gathered.counted.len()
        && distress
            .get(distress.len() / 2)
            .is_some_and(|median| *median >= HARD_DISTRESS);
    let mut said = vec![if hard {
        words.month.hard.fill(&[("times", &words.times(n))])
    } else {
        words.month.written.fill(n)
    }];
    if states.repaired == n {
        said.push(words.month.mended_all.fill(n));
    } else if states.repaired > 0 {
        let k = &states.repaired;
        said.push(words.month.mended.fill(&[("k", k), ("n", &n)]));
    } else if states.closed < n {
        // Where all were let go or ended, "not mended" would read like a reproach.
        said.push(words.month.mended_none.fill(n));
    }
    if held_back > 0 {
        said.push(words.month.held_back.fill(small(held_back)));
    }
    said
}

pub(super) fn alias(gathered: &Gathered, id: &str) -> String {
    gathered
        .counted
        .iter()
        .flat_map(|one| &one.people)
        .find(|person| person.id == id)
        .map(|person| person.alias.clone())
        .unwrap_or_default()
}

pub(super) fn by_person(gathered: &Gathered, counts: &patterns::Month<'_>) -> Vec<MonthPerson> {
    let words = &content::content().words().month;
    let mut ids: BTreeMap<&str, Vec<&Counted>> = BTreeMap::new();
    for one in &gathered.counted {
        for person in &one.people {
            ids.entry(&person.id).or_default().push(one);
        }
    }
    let mut people = ids
        .into_iter()
        .map(|(id, with)| {
            let n = small(with.len());
            let in_state = |states: &[&str]| {
                let of = |one: &&&Counted| states.contains(&one.told.rupture.state.as_str());
                small(with.iter().filter(of).count())
            };
            let mut said = vec![
                words
                    .person_mended
                    .fill(&[("k", &in_state(&["repaired"])), ("n", &n)]),
            ];
            let open = in_state(&["open", "waiting", "tried"]);
            if open > 0 {
                said.push(words.person_open.fill(open));
            }
            let mut responses = counts
                .counts
                .iter()
                .filter(|count| count.kind.is_response())
                .flat_map(|count| count.with.iter().map(move |share| (count.kind, share)))
                .filter(|(_, share)| share.0 == id)
                .map(|(kind, &(_, k, n))| MonthShare {
                    alias: card(kind.as_str())
                        .map(|card| card.past.clone())
                        .unwrap_or_default(),
                    k: small(k),
                    n: small(n),
                })
                .collect::<Vec<_>>();
            responses.sort_by_key(|share| std::cmp::Reverse(share.k));
            MonthPerson {
                person_id: id.to_owned(),
                alias: alias(gathered, id),
                n,
                words: said.join(", "),
                responses,
            }
        })
        .collect::<Vec<_>>();
    people.sort_by_key(|person| (std::cmp::Reverse(person.n), person.alias.to_lowercase()));
    people
}

/// The question to carry on: for the group that was in most ruptures.
pub(super) fn question(gathered: &Gathered) -> String {
    if gathered.counted.is_empty() {
        return String::new();
    }
    let groups = [
        Group::Attack,
        Group::Withdraw,
        Group::SelfSilencing,
        Group::Unresolved,
        Group::Repair,
    ];
    let with = |group: Group| {
        gathered
            .counted
            .iter()
            .filter(|one| {
                one.findings.iter().any(|finding| {
                    Group::of(&finding.kind) == Some(group)
                        && seen(finding).is_some_and(|seen| seen.counts())
                })
            })
            .count()
    };
    // Of equals the first named; repair speaks only where no response does.
    let most = groups[..4]
        .iter()
        .rev()
        .max_by_key(|group| with(**group))
        .copied()
        .filter(|group| with(*group) > 0)
        .or_else(|| (with(Group::Repair) > 0).then_some(Group::Repair));
    content::content().words().question(most).to_owned()
}
