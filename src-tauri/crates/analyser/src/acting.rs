//! Who acts in a match: the subject of its clause, or whoever speaks the words. Not here: whether it
//! happened (`operators`) and what competes (`settle`).

use crate::clauses::{Clause, Origin, Person};
use crate::expression::Mode;
use crate::lexicon::Says;
use crate::names::Why;
use crate::scan::{Scan, View};
use crate::speech::How;
use crate::text::Text;
use crate::vocabulary::Class;

/// Who acts in a match, and how that is known.
pub(crate) struct Acting {
    pub(crate) person: Person,
    pub(crate) why: Why,
    /// The clause whose operators hold besides the match's own.
    pub(crate) report: Option<usize>,
    pub(crate) view: View,
    pub(crate) end: usize,
}

/// Who acts in a told act that begins here.
pub(crate) fn acting(scan: &Scan<'_>, start: usize, says: Says) -> Option<Acting> {
    let clause = &scan.clauses[scan.clause_at(start)];
    let mut person = clause.person;
    let mut why = match clause.origin {
        Origin::Named => Why::Named,
        Origin::Carried => Why::Carried,
        Origin::Dropped => Why::Dropped,
        Origin::None => {
            person = verbless(scan, start);
            Why::Carried
        }
    };
    let sign = matches!(says, Says::Sign { .. });
    if let Some((object, may)) = controlled(scan, clause, start) {
        if !may && !sign {
            return None;
        }
        person = object;
        why = Why::Named;
    }
    let mut view = View::Told(person);
    if let Some(speech) = scan.speech_at(start) {
        let speaker = speech.speaker;
        if speech.quoted {
            view = View::Quoted;
            person = match person {
                Person::Me => speaker,
                _ if sign => Person::Other,
                _ => return None,
            };
        } else if clause.subject.is_none() && clause.start <= speech.start && !sign {
            // "He says leave it": an order, no act.
            return None;
        } else if !sign {
            // Her claim about me, mine about her, hers about us: no act that the text tells of.
            let claimed = if person == Person::Both {
                speaker != Person::Me
            } else {
                speaker != person
            };
            if claimed {
                return None;
            }
        }
    }
    let wanted = !matches!(person, Person::Third | Person::Unsure);
    (wanted || sign).then_some(Acting {
        person,
        why,
        report: None,
        view,
        end: scan.sentence.end,
    })
}

/// Who acts where the clause has no verb of its own: whoever acted before in the sentence.
fn verbless(scan: &Scan<'_>, start: usize) -> Person {
    scan.clauses[..scan.clause_at(start)]
        .iter()
        .rev()
        .find(|clause| clause.origin != Origin::None)
        .map_or(Person::Me, |clause| clause.person)
}

/// "She made me yell", "told him to shut up", "accused me of ignoring her": the object acts,
/// and whether that may count as told.
fn controlled(scan: &Scan<'_>, clause: &Clause, start: usize) -> Option<(Person, bool)> {
    let tokens = scan.text.tokens;
    let mut at = start;
    while at > clause.start && tokens[at - 1].is(Class::ADVERB.or(Class::NEGATOR)) {
        at -= 1;
    }
    let token = tokens[start];
    let infinitive = at > clause.start && tokens[at - 1].word == scan.text.known.to;
    let preposition =
        at > clause.start && token.is(Class::ING) && tokens[at - 1].is(Class::PREPOSITION);
    if infinitive || preposition {
        at -= 1;
        while at > clause.start && tokens[at - 1].is(Class::ADVERB.or(Class::NEGATOR)) {
            at -= 1;
        }
    }
    let object = at.checked_sub(1).filter(|at| *at > clause.start)?;
    let person = if tokens[object].is(Class::OBJECT) && tokens[object].is(Class::FIRST) {
        Person::Me
    } else if tokens[object].is(Class::OBJECT) && tokens[object].is(Class::PLURAL) {
        Person::Both
    } else if (tokens[object].is(Class::OBJECT)
        && tokens[object].is(Class::THIRD.or(Class::SECOND)))
        || scan.text.is_person(object)
    {
        Person::Other
    } else {
        return None;
    };
    let verb = (clause.start..object)
        .rev()
        .take(4)
        .find(|at| tokens[*at].is(Class::VERB))?;
    if clause.subject.is_some_and(|subject| subject > verb) {
        return None;
    }
    if tokens[verb].is(Class::REQUEST)
        && (infinitive || preposition || tokens[verb].is(Class::CONTROL))
    {
        return Some((person, false));
    }
    let bare = !infinitive && !preposition && token.is(Class::BASE.or(Class::ING));
    (tokens[verb].is(Class::CONTROL) && (bare || infinitive)).then_some((person, true))
}

/// Who speaks the words that begin here.
pub(crate) fn speaking(scan: &Scan<'_>, start: usize, mode: Mode) -> Option<Acting> {
    match scan.speech_at(start) {
        Some(speech) => {
            if speech.how == How::Thought && (mode == Mode::Said) {
                return None;
            }
            let person = speech.speaker;
            if matches!(person, Person::Third | Person::Unsure) {
                return None;
            }
            Some(Acting {
                person,
                why: if speech.how == How::Thought {
                    Why::Written
                } else {
                    Why::Said
                },
                report: speech.report,
                view: if speech.quoted || (speech.direct && person == Person::Other) {
                    View::Quoted
                } else {
                    View::Reported(person)
                },
                end: speech.end,
            })
        }
        None if mode == Mode::Owned => Some(Acting {
            person: Person::Me,
            why: Why::Written,
            report: None,
            view: View::Told(Person::Me),
            end: scan.sentence.end,
        }),
        None => None,
    }
}

/// Whether the writer leaves out the subject as diaries do: at least two sentences begin
/// with a bare past.
pub(crate) fn diary_style(text: &Text<'_>) -> bool {
    text.sentences
        .iter()
        .filter(|sentence| begins_bare(text, sentence.tokens.start))
        .take(2)
        .count()
        == 2
}

fn begins_bare(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    token.quote == 0
        && (token.is(Class::PAST)
            && !token.is(Class::BASE.or(Class::ADVERB))
            && !text.next_is(at, Class::SUBJECT))
}

/// Who acts in a sentence that names nobody.
pub(crate) fn missing_subject(
    text: &Text<'_>,
    range: &std::ops::Range<usize>,
    diary: bool,
    last: Person,
) -> Person {
    let token = &text.tokens[range.start];
    if token.quote > 0 {
        return Person::Unsure;
    }
    let first_verb = range
        .clone()
        .map(|at| &text.tokens[at])
        .find(|token| token.is(Class::VERB.or(Class::HELPER)));
    match first_verb {
        Some(verb) if verb.is(Class::PAST.or(Class::HELPER).or(Class::ING)) => {
            if matches!(last, Person::Me | Person::Both)
                || (diary && matches!(last, Person::Third | Person::Unsure))
            {
                Person::Me
            } else {
                Person::Unsure
            }
        }
        _ => Person::Unsure,
    }
}
