//! One sentence under the lens: its clauses, its speech, and patterns run over it.

use std::ops::Range;

use crate::clauses::{Clause, Person};
use crate::pattern::Role;
use crate::program::Row;
use crate::speech::Speech;
use crate::text::Text;
use crate::tokens::mark;
use crate::vocabulary::Class;

/// A sentence with its grammar.
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) sentence: Range<usize>,
    /// Which sentence of the text it is.
    pub(crate) number: usize,
    pub(crate) question: bool,
    pub(crate) clauses: &'a [Clause],
    pub(crate) speeches: &'a [Speech],
}

impl Scan<'_> {
    /// The clause a token stands in.
    pub(crate) fn clause_at(&self, at: usize) -> usize {
        self.clauses
            .partition_point(|clause| clause.end <= at)
            .min(self.clauses.len().saturating_sub(1))
    }

    /// The innermost speech a token stands in.
    pub(crate) fn speech_at(&self, at: usize) -> Option<&Speech> {
        self.speeches
            .iter()
            .filter(|speech| speech.start <= at && at < speech.end)
            .min_by_key(|speech| speech.end - speech.start)
    }

    pub(crate) fn in_speech(&self, at: usize) -> bool {
        self.speech_at(at).is_some()
    }

    /// Operators before the speech a token stands in do not reach it.
    pub(crate) fn floor(&self, at: usize) -> usize {
        self.speech_at(at)
            .map_or(self.sentence.start, |speech| speech.start)
    }

    pub(crate) fn next_sentence(&self) -> Option<Range<usize>> {
        self.text
            .sentences
            .get(self.number + 1)
            .map(|sentence| sentence.tokens.clone())
    }
}

/// Whose eyes a pattern is read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// The writer tells of somebody's act.
    Told(Person),
    /// Between quotation marks.
    Quoted,
    /// Reported words of somebody.
    Reported(Person),
}

/// A stretch of tokens seen with somebody's eyes.
pub(crate) struct Window<'a> {
    pub(crate) scan: &'a Scan<'a>,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) view: View,
}

impl Window<'_> {
    fn own(&self) -> Class {
        match self.view {
            View::Told(Person::Other) | View::Reported(Person::Other) => Class::THIRD,
            _ => Class::FIRST.or(Class::PLURAL),
        }
    }

    fn others(&self) -> Class {
        match self.view {
            View::Quoted => Class::SECOND,
            View::Told(Person::Other) => Class::FIRST.or(Class::PLURAL).or(Class::THIRD),
            View::Reported(Person::Other) => Class::PRONOUN,
            _ => Class::SECOND.or(Class::THIRD),
        }
    }
}

impl Row for Window<'_> {
    fn word(&self, at: usize) -> Option<usize> {
        (at >= self.start && at < self.end).then(|| self.scan.text.tokens[at].word)
    }

    fn role(&self, at: usize, role: Role) -> &'static [usize] {
        if at < self.start || at >= self.end {
            return &[];
        }
        let token = &self.scan.text.tokens[at];
        let is = |side: Class, case: Class| token.is(side) && token.is(case);
        let one: &'static [usize] = &[1];
        let held = match role {
            Role::I => is(self.own(), Class::SUBJECT),
            Role::Me => is(self.own(), Class::OBJECT),
            Role::My => is(self.own(), Class::POSSESSIVE),
            Role::Myself => is(self.own(), Class::REFLEXIVE),
            Role::Your => is(self.others(), Class::POSSESSIVE),
            Role::You => {
                if let Some(head) = self.scan.text.noun_phrase(at, self.end)
                    && self.scan.text.is_person(head)
                {
                    return match head - at {
                        0 => one,
                        1 => &[2],
                        2 => &[3],
                        _ => &[],
                    };
                }
                is(self.others(), Class::SUBJECT.or(Class::OBJECT))
            }
        };
        if held { one } else { &[] }
    }

    fn passable(&self, at: usize) -> bool {
        self.scan
            .text
            .tokens
            .get(at)
            .is_some_and(|token| !token.is(Class::NEGATOR))
    }

    fn breaks(&self, at: usize) -> bool {
        at < self.end && {
            let token = &self.scan.text.tokens[at];
            at > self.start
                && (token.marked(mark::COMMA | mark::BREAK)
                    || (token.is(Class::COORDINATOR) && !token.is(Class::ADVERB)))
        }
    }
}
