//! Whether an act happened: negation and its reach, wishes and plans, habit, questions and
//! conditions, all read off the clauses around a match.

use crate::clauses::{Clause, Link, Origin};
use crate::lexicon::{Lexicon, Operator};
use crate::names::Status;
use crate::scan::Scan;
use crate::vocabulary::Class;

/// What the words before an act make of it.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    negated: bool,
    considered: bool,
    /// Regret that it was done: "I shouldn't have", "I wish I hadn't".
    regretted: bool,
}

/// The status of what stands at `start..end` in the clause `index`; nothing if the clause
/// asks or supposes it. `words` are somebody's own words, whose form is theirs.
pub(crate) fn status(
    scan: &Scan<'_>,
    lexicon: &Lexicon,
    index: usize,
    start: usize,
    end: usize,
    words: bool,
) -> Option<Status> {
    let clause = &scan.clauses[index];
    if !words && supposed(scan, clause, start) {
        return None;
    }
    let mut tally = Tally::default();
    let mut at = index;
    let mut from = clause.start.max(scan.floor(start));
    let mut until = start;
    loop {
        weigh(scan, lexicon, from, until, &mut tally);
        let Some(parent) = continues(scan, at) else {
            break;
        };
        at = parent;
        from = scan.clauses[at].start;
        until = scan.clauses[at].end;
    }
    if let Some(parent) = scan.clauses[at].parent
        && matches!(scan.clauses[at].link, Link::Bare | Link::Subordinate)
        && scan.clauses[at].origin == Origin::Named
    {
        raise(scan, lexicon, parent, &mut tally);
    }
    match question(scan, clause, start) {
        _ if words => {}
        Asked::No => {}
        Asked::Should => return Some(Status::Considered),
        Asked::Yes => return None,
    }
    if tally.regretted {
        return Some(Status::Did);
    }
    let sentence = scan.sentence.clone();
    if tally.negated {
        return Some(Status::Resisted);
    }
    let habit = lexicon
        .operator(Operator::Habit)
        .any(scan, sentence.clone());
    if tally.considered && !(habit && would(scan, clause.start, start)) {
        let after = end..sentence.end.max(end);
        let held = lexicon.operator(Operator::Restraint).any(scan, after)
            || scan.next_sentence().is_some_and(|next| {
                let next = next.start..next.end.min(next.start + 4);
                lexicon.operator(Operator::Restraint).any(scan, next)
            });
        return Some(if held {
            Status::Resisted
        } else {
            Status::Considered
        });
    }
    Some(if !words && (habit || present(scan, clause)) {
        Status::Habitual
    } else {
        Status::Did
    })
}

/// Counts the operators that stand in `from..until`.
fn weigh(scan: &Scan<'_>, lexicon: &Lexicon, from: usize, until: usize, tally: &mut Tally) {
    let mut at = from;
    while at < until {
        if let Some(end) = lexicon.operator(Operator::Regret).at(scan, at, until) {
            tally.regretted = true;
            at = end;
        } else if let Some(end) = lexicon.operator(Operator::Harmless).at(scan, at, until) {
            at = end;
        } else if let Some(end) = lexicon.operator(Operator::HoldingBack).at(scan, at, until) {
            tally.negated = !tally.negated;
            at = end;
        } else if let Some(end) = lexicon.operator(Operator::Considering).at(scan, at, until) {
            tally.considered = true;
            at = end;
        } else {
            let token = &scan.text.tokens[at];
            if token.is(Class::NEGATOR) {
                tally.negated = !tally.negated;
            } else if token.is(Class::MODAL) && !is_had(scan, at) {
                tally.considered |= !lexicon.operator(Operator::Ability).holds(scan, at);
            }
            at += 1;
        }
    }
}

/// "I'd gone" is had, "I'd go" is would.
fn is_had(scan: &Scan<'_>, at: usize) -> bool {
    let token = &scan.text.tokens[at];
    token.is(Class::HAVE)
        && scan.text.tokens[at + 1..]
            .iter()
            .take(4)
            .find(|next| !next.is(Class::ADVERB))
            .is_none_or(|next| {
                next.is(Class::PAST.or(Class::AUXILIARY).or(Class::DETERMINER))
                    && !next.is(Class::BASE)
            })
}

/// Whether a habitual "would" or "will" stands before.
fn would(scan: &Scan<'_>, from: usize, until: usize) -> bool {
    scan.text.tokens[from..until.max(from)]
        .iter()
        .any(|token| token.is(Class::MODAL))
}

/// The clause whose auxiliaries this one goes on with: "I didn't shout or slam the door".
fn continues(scan: &Scan<'_>, index: usize) -> Option<usize> {
    let clause = &scan.clauses[index];
    let parent = clause.parent?;
    let verb = clause.verb?;
    let token = &scan.text.tokens[verb];
    let chained = matches!(clause.link, Link::Coordinated | Link::Comma)
        && clause.origin == Origin::Carried
        && !token.is(Class::HELPER);
    let first = scan.text.tokens[clause.start].word;
    let listed = first == scan.text.known.or
        || (token.is(Class::PAST)
            && clause.link == Link::Comma
            && scan.text.tokens[clause.end..scan.sentence.end.min(clause.end + 1)]
                .iter()
                .any(|next| next.word == scan.text.known.or));
    let bare = token.is(Class::BASE) && !token.is(Class::PAST);
    // "I should have screamed and thrown things"
    let perfect = token.is(Class::PAST)
        && scan.text.tokens[scan.clauses[parent].start..scan.clauses[parent].end]
            .windows(2)
            .any(|pair| pair[0].is(Class::MODAL) && pair[1].is(Class::HAVE));
    (chained && (bare || listed || perfect)).then_some(parent)
}

/// Negation and wishes of a clause of thinking reach into what is thought.
fn raise(scan: &Scan<'_>, lexicon: &Lexicon, parent: usize, tally: &mut Tally) {
    let parent = &scan.clauses[parent];
    let range = parent.start..parent.end;
    if lexicon.operator(Operator::Wish).any(scan, range.clone()) {
        if tally.negated {
            tally.regretted = true;
        } else {
            tally.considered = true;
        }
        return;
    }
    let thinks = range
        .clone()
        .any(|at| scan.text.tokens[at].is(Class::THINK));
    let denied = lexicon.operator(Operator::NotThat).any(scan, range.clone());
    if (thinks
        && range
            .clone()
            .any(|at| scan.text.tokens[at].is(Class::NEGATOR)))
        || denied
    {
        tally.negated = !tally.negated;
    }
    if lexicon.operator(Operator::Imagining).any(scan, range) {
        tally.considered = true;
    }
}

/// An if-clause supposes, it does not tell.
fn supposed(scan: &Scan<'_>, clause: &Clause, start: usize) -> bool {
    scan.text.tokens[clause.start..start.max(clause.start)]
        .iter()
        .chain(scan.text.tokens.get(clause.start))
        .any(|token| token.word == scan.text.known.if_ || token.word == scan.text.known.unless)
}

enum Asked {
    No,
    Should,
    Yes,
}

/// Whether the clause is a question by its form, not only by its mark.
fn question(scan: &Scan<'_>, clause: &Clause, start: usize) -> Asked {
    if scan.in_speech(start) {
        return Asked::No;
    }
    let (Some(verb), Some(subject)) = (clause.verb, clause.subject) else {
        return Asked::No;
    };
    let tokens = &scan.text.tokens[clause.start..start.max(clause.start)];
    let inverted = clause.start <= subject
        && scan.text.tokens[clause.start..subject]
            .iter()
            .any(|token| token.is(Class::HELPER));
    let first = &scan.text.tokens[clause.start];
    let wh = first.is(Class::WH) && scan.question && clause.link == Link::Start;
    if !(inverted && (scan.question || first.is(Class::HELPER.or(Class::WH)))) && !wh {
        return Asked::No;
    }
    let _ = verb;
    if tokens.iter().any(|token| token.word == scan.text.known.why) {
        return Asked::No;
    }
    if tokens
        .iter()
        .any(|token| token.is(Class::MODAL) && !token.is(Class::HAVE))
    {
        return Asked::Should;
    }
    Asked::Yes
}

/// "I go quiet": the present without auxiliary tells a habit.
fn present(scan: &Scan<'_>, clause: &Clause) -> bool {
    clause.origin == Origin::Named
        && clause.verb.is_some_and(|verb| {
            let token = &scan.text.tokens[verb];
            token.is(Class::BASE.or(Class::THIRD_FORM))
                && !token.is(Class::PAST)
                && !token.is(Class::HELPER)
        })
}
