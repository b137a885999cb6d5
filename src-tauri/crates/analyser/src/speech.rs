//! Who is speaking: stretches of words that somebody said, wrote or texted, with or
//! without quotation marks. Everything outside them is the writer telling.

use crate::clauses::{Clause, Link, Origin, Person};
use crate::text::Text;
use crate::tokens::mark;
use crate::vocabulary::Class;

/// One stretch of speech, by tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) speaker: Person,
    /// Between quotation marks, so that "I" is the speaker.
    pub(crate) quoted: bool,
    /// The clause with the reporting verb, whose operators hold for the speech.
    pub(crate) report: Option<usize>,
    /// Said, or only thought.
    pub(crate) how: How,
    /// Without marks but word for word: "I" is the speaker.
    pub(crate) direct: bool,
}

/// How the words came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// To the other, as far as one can tell.
    Said,
    /// Only thought, felt or known.
    Thought,
}

/// The speech in one sentence whose clauses are given; appended to `out` in order.
pub(crate) fn find(
    text: &Text<'_>,
    clauses: &[Clause],
    end: usize,
    pending: &mut Option<Person>,
    out: &mut Vec<Speech>,
) {
    let Some(sentence_start) = clauses.first().map(|clause| clause.start) else {
        return;
    };
    quoted(text, clauses, sentence_start..end, pending, out);
    let mut at = 0;
    while at < clauses.len() {
        let clause = &clauses[at];
        let Some((verb, how)) = report_verb(text, clause, clauses.get(at + 1)) else {
            at += 1;
            continue;
        };
        let Some(from) = content_start(text, verb, end) else {
            at += 1;
            continue;
        };
        // "When she told me, I left": what follows the comma is told, not said.
        let aside = text.tokens[clause.start].is(Class::SUBORDINATOR);
        if aside && text.tokens[from].marked(mark::COMMA) && text.tokens[from].quote == 0 {
            at += 1;
            continue;
        }
        if text.tokens[from].quote > 0 && text.tokens[verb].quote != text.tokens[from].quote {
            at += 1;
            continue;
        }
        let (until, next) = content_end(text, clauses, at, from, end);
        if until > from {
            out.push(Speech {
                start: from,
                end: until,
                speaker: clause.person,
                quoted: false,
                report: Some(at),
                how,
                direct: is_direct(text, verb, from, until),
            });
        }
        at = next.max(at + 1);
    }
    script(text, clauses, sentence_start, end, out);
}

/// "me: yep", "Lou: you ok?", "What I said: does it matter."
fn script(text: &Text<'_>, clauses: &[Clause], start: usize, end: usize, out: &mut Vec<Speech>) {
    let Some(colon) = (start + 1..end.min(start + 6))
        .find(|at| text.tokens[*at].marked(mark::COLON) && text.tokens[*at].quote == 0)
    else {
        return;
    };
    if out
        .iter()
        .any(|speech| speech.start <= colon && speech.end > colon)
    {
        return;
    }
    let first = &text.tokens[start];
    let speaker = if colon == start + 1 {
        if first.word == text.known.me || first.is(Class::FIRST) {
            Person::Me
        } else if first.is(Class::PERSON.or(Class::THIRD))
            || (first.marked(mark::CAPITAL) && first.is_bare())
        {
            Person::Other
        } else {
            return;
        }
    } else if let Some(clause) = clauses
        .iter()
        .find(|clause| clause.end == colon && clause.origin == Origin::Named)
        && (clause.start..clause.end).any(|at| text.tokens[at].is(Class::REPORT))
    {
        clause.person
    } else {
        return;
    };
    out.push(Speech {
        start: colon,
        end,
        speaker,
        quoted: true,
        report: (colon > start + 1).then_some(0),
        how: How::Said,
        direct: true,
    });
}

/// Speech between quotation marks, with its speaker from before or after.
fn quoted(
    text: &Text<'_>,
    clauses: &[Clause],
    range: std::ops::Range<usize>,
    pending: &mut Option<Person>,
    out: &mut Vec<Speech>,
) {
    let mut at = range.start;
    while at < range.end {
        let quote = text.tokens[at].quote;
        if quote == 0 {
            at += 1;
            continue;
        }
        let from = at;
        while at < range.end && text.tokens[at].quote == quote {
            at += 1;
        }
        let continues = from > 0 && text.tokens[from - 1].quote == quote;
        let before = clauses
            .iter()
            .enumerate()
            .rev()
            .find(|(_, clause)| clause.end <= from)
            .filter(|(_, clause)| clause.end == from && reports(text, clause));
        // "I'm done," she said.
        let after = clauses.iter().enumerate().find(|(_, clause)| {
            clause.start == at && clause.start < clause.end && tagged(text, clause)
        });
        let lone = at - from <= 3 && before.is_none() && after.is_none() && !continues;
        let short_title = lone && range.len() > at - from;
        if short_title {
            // Scare quotes: "shut down" said of oneself; the marks change nothing.
            continue;
        }
        let (speaker, report) = if let Some((index, clause)) = before {
            (clause.person, Some(index))
        } else if let Some((index, clause)) = after {
            let person = tag_person(text, clause);
            (person, Some(index))
        } else if continues {
            (pending.unwrap_or(Person::Unsure), None)
        } else {
            (Person::Unsure, None)
        };
        *pending = Some(speaker);
        out.push(Speech {
            start: from,
            end: at,
            speaker,
            quoted: true,
            report,
            how: How::Said,
            direct: true,
        });
    }
}

fn reports(text: &Text<'_>, clause: &Clause) -> bool {
    let tail = clause.end.saturating_sub(5).max(clause.start);
    clause.origin != Origin::None
        && (tail..clause.end).any(|at| {
            text.tokens[at].is(Class::REPORT.or(Class::LOOSE_REPORT).or(Class::LOUD_REPORT))
        })
}

/// "she said", "said Tom", "I told him".
fn tagged(text: &Text<'_>, clause: &Clause) -> bool {
    (clause.start..clause.end.min(clause.start + 4))
        .any(|at| text.tokens[at].is(Class::REPORT.or(Class::LOUD_REPORT)))
}

fn tag_person(text: &Text<'_>, clause: &Clause) -> Person {
    if clause.origin == Origin::Named {
        return clause.person;
    }
    (clause.start..clause.end.min(clause.start + 4))
        .find_map(|at| {
            let token = &text.tokens[at];
            if token.is(Class::FIRST) {
                Some(Person::Me)
            } else if token.is(Class::THIRD) || text.is_person(at) {
                Some(Person::Other)
            } else {
                None
            }
        })
        .unwrap_or(Person::Unsure)
}

/// The reporting verb of a clause that has one.
fn report_verb(text: &Text<'_>, clause: &Clause, next: Option<&Clause>) -> Option<(usize, How)> {
    clause.verb?;
    if !matches!(
        clause.origin,
        Origin::Named | Origin::Carried | Origin::Dropped
    ) {
        return None;
    }
    let from = clause.subject.map_or(clause.start, |subject| subject + 1);
    let end = next.map_or(clause.end, |_| clause.end);
    for at in from..end {
        let token = &text.tokens[at];
        if token.is(Class::REPORT) {
            return Some((at, How::Said));
        }
        if token.is(Class::THINK) && token.is(Class::VERB) && clause.person == Person::Other {
            return Some((at, How::Thought));
        }
        if token.is(Class::LOUD_REPORT) {
            let follows = text.tokens.get(at + 1)?;
            let clear = follows.word == text.known.that
                || follows.is(Class::SECOND)
                || (follows.is(Class::OPENING) && !follows.is(Class::ADVERB))
                || follows.marked(mark::COLON)
                || follows.quote != token.quote;
            if clear {
                return Some((at, How::Said));
            }
        }
        if token.is(Class::LOOSE_REPORT) {
            let follows = text.tokens.get(at + 1)?;
            let speechy = follows.is(Class::SUBJECT.or(Class::OPENING).or(Class::SECOND))
                || follows.marked(mark::COMMA | mark::COLON)
                || follows.quote != token.quote
                || follows.word == text.known.like;
            if speechy && !follows.is(Class::PREPOSITION) {
                return Some((at, How::Said));
            }
        }
        if token.is(Class::BE)
            && text
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.word == text.known.like)
            && text
                .tokens
                .get(at + 2)
                .is_some_and(|t| t.is(Class::SUBJECT.or(Class::OPENING)))
        {
            return Some((at + 1, How::Said));
        }
    }
    None
}

/// Where the words begin: after the verb, whom it was said to, and "that".
fn content_start(text: &Text<'_>, verb: usize, end: usize) -> Option<usize> {
    let mut at = verb + 1;
    let skip = |at: usize| at < end;
    if skip(at) && text.tokens[at].word == text.known.like {
        at += 1;
    }
    if skip(at) && text.tokens[at].word == text.known.to {
        let to_person = (at + 1 < end)
            .then(|| person_length(text, at + 1, end))
            .flatten();
        match to_person {
            Some(length) => at += 1 + length,
            // "told to", "said to do": an infinitive, no words.
            None => return None,
        }
    } else if skip(at)
        && !text.tokens[at].marked(mark::COMMA | mark::BREAK)
        && let Some(length) = person_length(text, at, end)
    {
        at += length;
    }
    let that = skip(at) && text.tokens[at].word == text.known.that;
    if that && at + 1 < end && !text.tokens[at + 1].is(Class::HELPER) {
        at += 1;
    }
    if at >= end {
        return None;
    }
    let token = &text.tokens[at];
    let goes_on = token.is(Class::COORDINATOR) && token.quote == text.tokens[verb].quote;
    if goes_on && !token.is(Class::OPENING) {
        return None;
    }
    let speaks = token.marked(mark::COMMA | mark::BREAK)
        || !token.is(Class::PREPOSITION)
        || token.word == text.known.in_
        || token.is(Class::OPENING.or(Class::SUBJECT));
    speaks.then_some(at)
}

/// How many tokens the person told takes: "him", "my sister".
fn person_length(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let token = &text.tokens[at];
    if token.is(Class::OBJECT) && !token.is(Class::SUBJECT) {
        // "her" may be "her mother".
        if token.is(Class::POSSESSIVE) && at + 1 < end && text.is_person(at + 1) {
            return Some(2);
        }
        return Some(1);
    }
    let head = text.noun_phrase(at, end)?;
    let named = text.is_person(head);
    // "said mum was": the noun begins the words.
    let verb = text
        .tokens
        .get(head + 1)
        .is_some_and(|next| head + 1 < end && next.is(Class::HELPER.or(Class::PAST)));
    (named && !verb).then_some(head + 1 - at)
}

/// Where reported words without marks end, and the clause to go on with.
fn content_end(
    text: &Text<'_>,
    clauses: &[Clause],
    reporter: usize,
    from: usize,
    end: usize,
) -> (usize, usize) {
    let speaker = clauses[reporter].person;
    let aside = text.tokens[clauses[reporter].start].is(Class::SUBORDINATOR);
    let asked = text.tokens[from].is(Class::WH) || text.tokens[from].word == text.known.if_;
    // "she said I lied and I ignored her": the second may be her claim too.
    let claims = |clause: &Clause| {
        !asked
            && clause.person == Person::Me
            && clause.verb.is_some_and(|verb| {
                text.tokens[verb].is(Class::PAST) && !text.tokens[verb].is(Class::HELPER)
            })
    };
    let mut of_writer = false;
    for (index, clause) in clauses.iter().enumerate().skip(reporter + 1) {
        if clause.start < from {
            of_writer |= clause.end > from && claims(clause);
            continue;
        }
        if text.tokens[clause.start].quote != text.tokens[from].quote {
            return (clause.start, index);
        }
        // "you" is spoken to: the words go on.
        if clause
            .subject
            .is_some_and(|subject| text.tokens[subject].is(Class::SECOND))
        {
            continue;
        }
        // "He said, all right, I should have asked": after the interjection the words go on.
        let interjects = text.tokens[from].marked(mark::COMMA)
            && !text.tokens[from..clause.start.max(from)]
                .iter()
                .any(|token| token.is(Class::VERB.or(Class::HELPER).or(Class::SUBJECT)));
        if clause.start > from && interjects {
            continue;
        }
        let own = clause.origin == Origin::Named;
        let past = clause
            .verb
            .is_some_and(|verb| text.tokens[verb].is(Class::PAST) || is_past_helper(text, verb));
        if own
            && clause.start > from
            && report_verb(text, clause, clauses.get(index + 1))
                .is_some_and(|(_, how)| how == How::Said)
        {
            return (clause.start, index);
        }
        if clause.start > from {
            if own && aside && matches!(clause.link, Link::Bare | Link::Comma) {
                return (clause.start, index);
            }
            let word = text.tokens[clause.start].word;
            let telling = word == text.known.so || word == text.known.then;
            match clause.link {
                // "he said he was done and walked out"
                Link::Coordinated | Link::Comma
                    if clause.origin == Origin::Carried && past && word != text.known.or =>
                {
                    return (clause.start, index);
                }
                Link::Coordinated if own && past && telling => return (clause.start, index),
                Link::Bare
                    if own
                        && past
                        && speaker == Person::Me
                        && clause.person == Person::Me
                        && runs_on(text, from, clause.start) =>
                {
                    return (clause.start, index);
                }
                Link::Coordinated | Link::Comma
                    if own
                        && past
                        && speaker == Person::Other
                        && clause.person == Person::Me
                        && !of_writer =>
                {
                    return (clause.start, index);
                }
                Link::Coordinated
                    if own && past && speaker == Person::Me && word == text.known.but =>
                {
                    return (clause.start, index);
                }
                Link::Coordinated
                    if own && past && speaker == Person::Me && clause.person == Person::Other =>
                {
                    return (clause.start, index);
                }
                _ => {}
            }
        }
        of_writer |= claims(clause);
    }
    (end, clauses.len())
}

/// "I said nothing I just left": diaries run on after words that say nothing. "I said sorry I
/// shouted" does not.
fn runs_on(text: &Text<'_>, from: usize, start: usize) -> bool {
    let words = &text.tokens[from..start];
    let just = text
        .tokens
        .get(start + 1)
        .is_some_and(|token| token.word == text.known.just);
    !words
        .iter()
        .any(|token| token.is(Class::VERB.or(Class::HELPER)))
        && (just || !words.iter().any(|token| token.is(Class::OPENING)))
}

fn is_past_helper(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    token.is(Class::PAST) && token.is(Class::HELPER)
}

/// Whether reported words stand as they were said: somebody is spoken to, or they open as
/// speech does.
fn is_direct(text: &Text<'_>, verb: usize, from: usize, until: usize) -> bool {
    let first = &text.tokens[from];
    text.tokens[verb].is(Class::LOOSE_REPORT)
        || first.marked(mark::COMMA | mark::BREAK)
        || (first.is(Class::OPENING) && !first.is(Class::SUBJECT))
        || text.tokens[from..until]
            .iter()
            .any(|token| token.is(Class::SECOND))
}
