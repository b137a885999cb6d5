//! A sentence as clauses: where each begins, who its subject is, how it hangs on the one
//! before. No parser: closed classes, a list of verbs and a list of people go a long way.
//! Who speaks is the business of `speech`, whether it happened that of `operators`.

use crate::text::Text;
use crate::tokens::mark;
use crate::vocabulary::Class;

/// Who a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Person {
    Me,
    /// The writer and the other.
    Both,
    Other,
    /// A thing, a crowd, nobody of the rupture.
    Third,
    /// More than one reading; nothing is said of anybody.
    #[default]
    Unsure,
}

/// How the subject is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Origin {
    Named,
    Carried,
    Dropped,
    #[default]
    None,
}

/// How a clause hangs on the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Link {
    #[default]
    Start,
    /// And, but, or, so, then; the word is the clause's first.
    Coordinated,
    /// Only a comma or a stronger mark.
    Comma,
    /// Because, when, if, that; the word is the clause's first.
    Subordinate,
    /// Who, which.
    Relative,
    /// A new subject with nothing between: "I told him I left".
    Bare,
}

/// One clause, by tokens of the text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clause {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) person: Person,
    pub(crate) origin: Origin,
    /// The token that names the subject.
    pub(crate) subject: Option<usize>,
    /// The first verb or auxiliary.
    pub(crate) verb: Option<usize>,
    pub(crate) link: Link,
    /// The clause whose subject and operators this one continues.
    pub(crate) parent: Option<usize>,
}

/// Splits the tokens `start..end` of one sentence into `out`, which is emptied first.
/// `missing` is who acts in a sentence that never says.
pub(crate) fn split(
    text: &Text<'_>,
    start: usize,
    end: usize,
    missing: Person,
    out: &mut Vec<Clause>,
) {
    out.clear();
    let mut clause = Clause {
        start,
        ..Clause::default()
    };
    let mut noun = false;
    let mut at = start;
    while at < end {
        let subject = subject_at(text, at, start, end);
        if let Some(link) = boundary(text, at, end, &clause, subject.is_some(), noun) {
            close(text, clause, at, missing, out);
            clause = Clause {
                start: at,
                link,
                ..Clause::default()
            };
            noun = false;
        }
        if let Some((person, head)) = subject
            && clause.subject.is_none()
            && (clause.verb.is_none() || inverted(text, &clause, at))
        {
            clause.person = person;
            clause.origin = Origin::Named;
            clause.subject = Some(head);
            at = head + 1;
            continue;
        }
        if clause.verb.is_none() {
            if is_verb_at(text, at, start, clause.subject.is_some() || noun) {
                clause.verb = Some(at);
                if clause.subject.is_none() && noun {
                    clause.person = Person::Third;
                    clause.origin = Origin::Named;
                    clause.subject = Some(at.saturating_sub(1));
                }
            } else if clause.subject.is_none() && is_noun_like(text, at, start) {
                noun = true;
            }
        }
        at += 1;
    }
    close(text, clause, end, missing, out);
}

/// "Should I", "didn't he": the subject stands after its auxiliary.
fn inverted(text: &Text<'_>, clause: &Clause, at: usize) -> bool {
    clause.subject.is_none()
        && clause.verb.is_some_and(|verb| {
            text.tokens[verb].is(Class::HELPER)
                && text.tokens[verb + 1..at]
                    .iter()
                    .all(|token| token.is(Class::ADVERB.or(Class::NEGATOR)))
        })
}

/// Whether a new clause begins at this token, and how it hangs on.
fn boundary(
    text: &Text<'_>,
    at: usize,
    end: usize,
    clause: &Clause,
    subject: bool,
    noun: bool,
) -> Option<Link> {
    if at == clause.start {
        return None;
    }
    let token = &text.tokens[at];
    let before = &text.tokens[at - 1];
    if token.quote != before.quote {
        return Some(Link::Comma);
    }
    if token.marked(mark::COMMA | mark::BREAK) {
        return Some(if token.is(Class::COORDINATOR) {
            Link::Coordinated
        } else if token.is(Class::RELATIVE) {
            Link::Relative
        } else if token.is(Class::SUBORDINATOR) {
            Link::Subordinate
        } else {
            Link::Comma
        });
    }
    if token.is(Class::COORDINATOR) {
        // "so tired", "then": inside the verb phrase these are adverbs.
        let clausal =
            clause.verb.is_some() || clause.subject.is_some() || text.next_is(at, Class::SUBJECT);
        let adverbial = token.is(Class::ADVERB)
            && !(text.next_is(at, Class::SUBJECT.or(Class::FINITE).or(Class::PERSON))
                && clause.verb.is_some_and(|verb| verb + 1 < at));
        return (clausal && !adverbial).then_some(Link::Coordinated);
    }
    if token.is(Class::RELATIVE) && (clause.verb.is_some() || clause.subject.is_some() || noun) {
        return Some(Link::Relative);
    }
    if token.is(Class::SUBORDINATOR) && clause.verb.is_some() {
        let demonstrative = token.word == text.known.that
            && !text.next_is(
                at,
                Class::SUBJECT
                    .or(Class::POSSESSIVE)
                    .or(Class::PERSON)
                    .or(Class::THING)
                    .or(Class::DETERMINER),
            );
        // "after him", "before the film": a preposition unless somebody acts.
        let preposition = text.known.prepositions.contains(&token.word)
            && (at + 1 == end || subject_at(text, at + 1, clause.start, end).is_none());
        if !demonstrative && !preposition {
            return Some(Link::Subordinate);
        }
    }
    if token.is(Class::WH) && clause.verb.is_some() {
        return Some(Link::Subordinate);
    }
    let within = inverted(text, clause, at);
    (subject && !within && (clause.verb.is_some() || clause.subject.is_some()))
        .then_some(Link::Bare)
}

/// The subject that begins at this token: who it is and its head.
fn subject_at(text: &Text<'_>, at: usize, start: usize, end: usize) -> Option<(Person, usize)> {
    let token = &text.tokens[at];
    if token.is(Class::SUBJECT) && !token.is(Class::SECOND) {
        let person = if token.is(Class::FIRST) {
            Person::Me
        } else if token.is(Class::PLURAL) {
            Person::Both
        } else {
            Person::Other
        };
        // "me and him", "he and I": two heads, one subject.
        if at + 2 < end && text.tokens[at + 1].word == text.known.and {
            let second = &text.tokens[at + 2];
            if second.is(Class::FIRST) && second.is(Class::SUBJECT) && person == Person::Other {
                return Some((Person::Both, at + 2));
            }
        }
        return Some((person, at));
    }
    if token.is(Class::SECOND) && token.is(Class::SUBJECT) {
        let led = at > start
            && text.tokens[at - 1].is(Class::PREPOSITION.or(Class::VERB))
            && !text.tokens[at - 1].is(Class::REPORT
                .or(Class::LOOSE_REPORT)
                .or(Class::THINK)
                .or(Class::HELPER)
                .or(Class::SUBORDINATOR));
        return (!led && followed_by_verb(text, at + 1, end)).then_some((Person::Other, at));
    }
    if token.is(Class::THING.or(Class::CROWD)) {
        let verb = text
            .tokens
            .get(at + 1)
            .is_some_and(|next| at + 1 < end && next.word == text.known.s);
        return (verb || followed_by_verb(text, at + 1, end)).then_some((Person::Third, at));
    }
    let head = text.noun_phrase(at, end)?;
    let led = at > start
        && text.tokens[at - 1].is(Class::PREPOSITION)
        && !text.tokens[at - 1].is(Class::SUBORDINATOR);
    let object = led || (at > start && text.tokens[at - 1].is(Class::VERB));
    // "Mum and I", "my wife and I".
    if !object && head + 2 < end && text.tokens[head + 1].word == text.known.and {
        let second = &text.tokens[head + 2];
        if second.is(Class::FIRST) && second.is(Class::SUBJECT) {
            return Some((Person::Both, head + 2));
        }
    }
    (!led && followed_by_verb(text, head + 1, end)).then_some((Person::Other, head))
}

/// Whether a finite verb or auxiliary follows, adverbs and a relative aside left out.
fn followed_by_verb(text: &Text<'_>, mut at: usize, end: usize) -> bool {
    while at < end {
        let token = &text.tokens[at];
        if token.is(Class::HELPER) {
            return token.word != text.known.s || text.verb_phrase_follows(at + 1, end);
        }
        if token.is(Class::FINITE) && !token.is(Class::PREPOSITION) {
            return !token.marked(mark::COMMA | mark::BREAK);
        }
        if !token.is(Class::ADVERB) || token.is(Class::COORDINATOR) {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether the token is the verb of its clause. Without a subject before it only a word
/// that is no noun here counts.
fn is_verb_at(text: &Text<'_>, at: usize, start: usize, subject: bool) -> bool {
    let token = &text.tokens[at];
    if token.is(Class::HELPER) {
        return true;
    }
    if !token.is(Class::VERB) {
        return false;
    }
    let before = (at > start).then(|| &text.tokens[at - 1]);
    if before.is_some_and(|before| {
        before.is(Class::DETERMINER.or(Class::POSSESSIVE))
            && !before.is(Class::SUBJECT.or(Class::OBJECT).or(Class::ADVERB))
    }) {
        return false;
    }
    if before.is_some_and(|before| before.is(Class::PREPOSITION)) && !token.is(Class::PAST) {
        return before.is_some_and(|before| before.word == text.known.to);
    }
    subject || !token.is(Class::PREPOSITION)
}

/// A word that could begin a noun phrase as subject: "the door slammed".
fn is_noun_like(text: &Text<'_>, at: usize, start: usize) -> bool {
    let token = &text.tokens[at];
    let inside = at > start && text.tokens[at - 1].is(Class::PREPOSITION);
    if inside || token.is(Class::PREPOSITION) {
        return false;
    }
    if token.is(Class::DETERMINER.or(Class::POSSESSIVE)) {
        // After "in the" the noun belongs to the preposition.
        return !token.is(Class::ADVERB);
    }
    token.is_bare()
        && !(at > start
            && text.tokens[at - 1].is(Class::DETERMINER)
            && at > start + 1
            && text.tokens[at - 2].is(Class::PREPOSITION))
}

/// Ends a clause and finds the subject of one that names none.
fn close(text: &Text<'_>, mut clause: Clause, end: usize, missing: Person, out: &mut Vec<Clause>) {
    clause.end = end;
    if clause.start == end {
        return;
    }
    let before = out.len().checked_sub(1);
    clause.parent = before;
    if clause.link == Link::Relative && clause.subject.is_none() {
        relative_subject(text, &mut clause, before.map(|last| &out[last]));
    }
    if clause.origin == Origin::None
        && let Some(verb) = clause.verb
    {
        carry(text, &mut clause, verb, missing, out);
    }
    out.push(clause);
}

/// "my mum who shut down", "I was the one who shut down".
fn relative_subject(text: &Text<'_>, clause: &mut Clause, before: Option<&Clause>) {
    let Some(before) = before else { return };
    let head = &text.tokens[clause.start - 1];
    clause.origin = Origin::Carried;
    clause.person = if head.word == text.known.one {
        before.person
    } else if text.is_person(clause.start - 1) || head.is(Class::THIRD) {
        Person::Other
    } else {
        Person::Third
    };
}

/// Takes over the subject of an earlier clause of the sentence.
fn carry(text: &Text<'_>, clause: &mut Clause, verb: usize, missing: Person, out: &[Clause]) {
    // What somebody says between quotation marks leads nothing outside of them.
    let quote = text.tokens[clause.start].quote;
    let level = |clause: &&Clause| text.tokens[clause.start].quote == quote;
    let Some(near) = out
        .iter()
        .filter(level)
        .rev()
        .find(|clause| clause.verb.is_some() || clause.origin == Origin::Named)
    else {
        clause.origin = Origin::Dropped;
        clause.person = missing;
        return;
    };
    // "When he shouts I go quiet and stay there": the clause after a subordinate one leads.
    let subordinate = |clause: &Clause| {
        text.tokens[clause.start].is(Class::SUBORDINATOR) && clause.verb.is_some()
    };
    // "I sat down so that we were the same height, and told her": what for leads nothing.
    let purpose = |clause: &Clause| {
        text.tokens[clause.start].word == text.known.so
            && text
                .tokens
                .get(clause.start + 1)
                .is_some_and(|next| next.word == text.known.that)
    };
    let is_main = |clause: &Clause| match clause.link {
        _ if purpose(clause) => false,
        Link::Start | Link::Coordinated | Link::Comma => !subordinate(clause),
        Link::Bare => clause
            .parent
            .is_some_and(|parent| subordinate(&out[parent]) && out[parent].link == Link::Start),
        Link::Subordinate | Link::Relative => false,
    };
    let main = out
        .iter()
        .filter(level)
        .rev()
        .find(|clause| is_main(clause) && clause.verb.is_some());
    clause.origin = if near.origin == Origin::Dropped {
        Origin::Dropped
    } else {
        Origin::Carried
    };
    clause.person = if is_main(near) {
        near.person
    } else {
        match main {
            Some(main) if main.person == near.person || purpose(near) => main.person,
            // "He said I was useless and walked out": the reporter goes on.
            Some(main) if near.link == Link::Bare && text.tokens[verb].is(Class::PAST) => {
                let told = near.parent.is_some_and(|parent| {
                    text.tokens[out[parent].start..out[parent].end]
                        .iter()
                        .any(|token| {
                            token.is(Class::REPORT.or(Class::THINK).or(Class::LOOSE_REPORT))
                        })
                });
                if told { main.person } else { near.person }
            }
            None => near.person,
            _ => Person::Unsure,
        }
    };
}
