//! A tokenised text together with what is known of its words: the questions the grammar
//! asks of it. No decisions about acts here.

use crate::tokens::{Sentence, Token, Tokens, mark};
use crate::vocabulary::{Class, UNKNOWN};

/// Ids of words that the grammar names.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) that: usize,
    pub(crate) and: usize,
    pub(crate) or: usize,
    pub(crate) but: usize,
    pub(crate) to: usize,
    pub(crate) s: usize,
    pub(crate) one: usize,
    pub(crate) if_: usize,
    pub(crate) unless: usize,
    pub(crate) why: usize,
    pub(crate) like: usize,
    pub(crate) so: usize,
    pub(crate) then: usize,
    pub(crate) me: usize,
    pub(crate) in_: usize,
    pub(crate) just: usize,
    /// What a quarrel is about follows these.
    pub(crate) topics: [usize; 2],
    pub(crate) prepositions: [usize; 6],
}

impl Known {
    /// Looks them up.
    pub(crate) fn new(id: &mut dyn FnMut(&str) -> usize) -> Self {
        Self {
            that: id("that"),
            and: id("and"),
            or: id("or"),
            but: id("but"),
            to: id("to"),
            s: id("'s"),
            one: id("one"),
            if_: id("if"),
            unless: id("unless"),
            why: id("why"),
            like: id("like"),
            so: id("so"),
            then: id("then"),
            me: id("me"),
            in_: id("in"),
            just: id("just"),
            topics: ["about", "over"].map(&mut *id),
            prepositions: ["after", "before", "since", "until", "till", "as"].map(id),
        }
    }
}

/// The text under reading.
pub(crate) struct Text<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) known: &'a Known,
}

impl<'a> Text<'a> {
    pub(crate) fn new(tokens: &'a Tokens, known: &'a Known) -> Self {
        Self {
            tokens: &tokens.tokens,
            sentences: &tokens.sentences,
            known,
        }
    }

    /// Whether the token after this one has one of the classes.
    pub(crate) fn next_is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at + 1).is_some_and(|token| token.is(class))
    }

    /// A person by noun or name.
    pub(crate) fn is_person(&self, at: usize) -> bool {
        self.tokens[at].is(Class::PERSON) || self.is_name(at)
    }

    /// A capital inside a sentence on a word nobody knows.
    pub(crate) fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is_bare() && token.marked(mark::CAPITAL) && !token.marked(mark::FIRST)
    }

    /// The head of a noun phrase for a person that begins here.
    pub(crate) fn noun_phrase(&self, at: usize, end: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let head = if token.is(Class::PERSON) || self.is_name(at) {
            at
        } else if self.is_name_or_first(at) {
            // First word of a sentence: a name only if a verb follows, which the caller asks.
            at
        } else if token.is(Class::POSSESSIVE.or(Class::DETERMINER)) {
            (at + 1..end.min(at + 4))
                .take_while(|at| {
                    !self.tokens[*at].is(Class::PREPOSITION.or(Class::SUBJECT))
                        && !self.tokens[*at].marked(mark::COMMA | mark::BREAK)
                })
                .find(|at| self.is_person(*at))?
        } else {
            return None;
        };
        // "Claire's husband", "my mum's boyfriend", "Mary Jones".
        let mut head = head;
        while head + 1 < end {
            let next = &self.tokens[head + 1];
            if next.word == self.known.s && head + 2 < end && self.is_person(head + 2) {
                head += 2;
            } else if self.is_name(head + 1) && self.is_name_or_first(head) {
                head += 1;
            } else {
                break;
            }
        }
        Some(head)
    }

    fn is_name_or_first(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        // At the beginning of a sentence any noun has a capital: a name there is no known word.
        token.marked(mark::CAPITAL)
            && (token.word == UNKNOWN || (token.is_bare() && !token.marked(mark::FIRST)))
    }

    /// Whether what follows "X's" makes it "X is" or "X has".
    pub(crate) fn verb_phrase_follows(&self, at: usize, end: usize) -> bool {
        at < end
            && self.tokens[at].is(Class::ING
                .or(Class::PAST)
                .or(Class::NEGATOR)
                .or(Class::ADVERB)
                .or(Class::AUXILIARY)
                .or(Class::DETERMINER)
                .or(Class::PREPOSITION))
    }
}
