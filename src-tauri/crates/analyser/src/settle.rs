//! What competes settled: one label per kind and act, the finer kind before the coarser,
//! nothing of the writer's that was done for fear.

use std::collections::HashSet;
use std::sync::Arc;

use crate::names::{Kind, SafetyLevel, Status, Who, Why};
use crate::reading::may_be_fear;
use crate::text::Text;
use crate::{Finding, Signal};

/// One rule that fired, by tokens.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) kind: Kind,
    pub(crate) who: Who,
    pub(crate) status: Status,
    pub(crate) why: Why,
    pub(crate) rule: usize,
    pub(crate) name: Arc<str>,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) sentence: usize,
    /// Counts only close to something of the rupture.
    pub(crate) near: bool,
}

/// The first takes the place of the second in the same sentence by the same person.
const BEFORE: &[(Kind, Kind)] = &[
    (Kind::ConditionalApology, Kind::SincereApology),
    (Kind::OverApologizing, Kind::SincereApology),
    (Kind::BreakWithReturn, Kind::Stonewalling),
    (Kind::BreakWithReturn, Kind::Avoidance),
];

/// The first takes the place of the second where their words overlap.
const OVER: &[(Kind, Kind)] = &[
    (Kind::Contempt, Kind::Criticism),
    (Kind::Defensiveness, Kind::Criticism),
    (Kind::SelfBlame, Kind::TakeResponsibility),
    (Kind::SelfBlame, Kind::Contempt),
    (Kind::TakeResponsibility, Kind::Defensiveness),
    (Kind::AcknowledgeImpact, Kind::Criticism),
    (Kind::QuickFix, Kind::Minimizing),
    (Kind::Stonewalling, Kind::Avoidance),
    (Kind::Forgiveness, Kind::QuickFix),
    (Kind::AcknowledgeImpact, Kind::TakeResponsibility),
];

/// The findings that remain, in order of their place.
pub(crate) fn settle(mut hits: Vec<Hit>, feared: &[usize], text: &Text<'_>) -> Vec<Finding> {
    // Only the sentence that speaks of fear: what a sign elsewhere hides is the gate's to say, and
    // the writer may set it aside ("this isn't that").
    hits.retain(|hit| {
        let fear = feared.binary_search(&hit.sentence).is_ok();
        !(fear && hit.who == Who::Me && may_be_fear(hit.kind))
    });
    hits.sort_by_key(|hit| {
        (
            hit.sentence,
            hit.start,
            std::cmp::Reverse(hit.end),
            hit.rule,
        )
    });
    let mut kept: Vec<Finding> = Vec::new();
    let mut last: (usize, Vec<(Kind, Who)>) = (usize::MAX - 1, Vec::new());
    // A habit told again in the same words is the same habit.
    let mut habits: HashSet<(usize, Who)> = HashSet::new();
    let mut from = 0;
    while from < hits.len() {
        let sentence = hits[from].sentence;
        let until = from
            + hits[from..]
                .iter()
                .take_while(|hit| hit.sentence == sentence)
                .count();
        let of_sentence = &hits[from..until];
        // "Walked out. Slept on the sofa.": one act told on without naming anybody.
        let kept_of_last: Vec<(Kind, Who)> = if last.0 + 1 == sentence {
            std::mem::take(&mut last.1)
        } else {
            Vec::new()
        };
        let mut chosen: Vec<&Hit> = Vec::new();
        for hit in of_sentence {
            let beaten = of_sentence.iter().any(|other| {
                other.who == hit.who
                    && (other.status.enacted() || !hit.status.enacted())
                    && (BEFORE.contains(&(other.kind, hit.kind))
                        || (OVER.contains(&(other.kind, hit.kind))
                            && other.start < hit.end
                            && hit.start < other.end))
            });
            let told_already = chosen.iter().any(|other| {
                other.kind == hit.kind
                    && other.who == hit.who
                    && (other.status.enacted() == hit.status.enacted()
                        || (other.start < hit.end && hit.start < other.end))
            });
            let told_before = (hit.why == Why::Dropped || hit.kind == Kind::OverApologizing)
                && kept_of_last
                    .iter()
                    .any(|(kind, who)| *kind == hit.kind && *who == hit.who);
            let habit = (hit.rule, hit.who);
            let told_twice = hit.status == Status::Habitual && habits.contains(&habit);
            if hit.status == Status::Habitual {
                habits.insert(habit);
            }
            if !beaten && !told_already && !told_before && !told_twice {
                chosen.push(hit);
            }
        }
        last = (
            sentence,
            chosen
                .iter()
                .filter(|hit| hit.status.enacted())
                .map(|hit| (hit.kind, hit.who))
                .collect(),
        );
        kept.extend(chosen.into_iter().map(|hit| Finding {
            kind: hit.kind,
            who: hit.who,
            status: hit.status,
            start: text.tokens[hit.start].start as usize,
            end: text.tokens[hit.end - 1].end as usize,
            rule: hit.name.clone(),
            why: hit.why,
        }));
        from = until;
    }
    kept.sort_by_key(|finding| (finding.start, finding.end));
    kept
}

/// Several signs may read the same words: of those that overlap and are about the same, the
/// plainest speaks. In order of their place.
pub(crate) fn plainest(mut signals: Vec<Signal>) -> Vec<Signal> {
    signals.sort_by_key(|signal| (signal.start, signal.end));
    let mut kept: Vec<Signal> = Vec::new();
    for signal in signals {
        // Only the last few can reach this far.
        let same = kept.iter_mut().rev().take(4).find(|known| {
            known.concern == signal.concern && known.end > signal.start && known.by == signal.by
        });
        match same {
            Some(known) => {
                known.end = known.end.max(signal.end);
                if known.level == SafetyLevel::Possible && signal.level == SafetyLevel::Certain {
                    known.level = signal.level;
                    known.sign = signal.sign;
                }
            }
            None => kept.push(signal),
        }
    }
    kept
}
