//! From text to findings: walks the sentences, runs the rules where their words stand,
//! asks the grammar who and whether. What competes with what is settled in `settle`.

use crate::clauses::{Clause, Origin, Person, split};
use crate::expression::{Actor, Context, Mode};
use crate::language::language;
use crate::lexicon::{Lexicon, Operator, Rule, Says};
use crate::names::{Concern, Kind, Status, Who, Why};
use crate::operators;
use crate::pattern::Program;
use crate::scan::{Scan, View, Window};
use crate::settle::{Hit, settle};
use crate::speech::{self, How, Speech};
use crate::text::Text;
use crate::tokens::tokenise;
use crate::vocabulary::Class;
use crate::{Reading, Signal};

/// Reads a text. Takes time in proportion to its length. Text in a language that is not read
/// gives neither findings nor signals.
pub fn read(text: &str, lexicon: &Lexicon) -> Reading {
    let tokens = tokenise(text, &lexicon.vocabulary, &lexicon.splitter);
    let language = language(text, &tokens);
    let mut reading = Reading {
        findings: Vec::new(),
        signals: Vec::new(),
        language,
    };
    if !language.is_read() {
        return reading;
    }
    let view = Text::new(&tokens, &lexicon.known);
    let mut walk = Walk {
        lexicon,
        text: &view,
        rupture: None,
        hits: Vec::new(),
        signals: Vec::new(),
        feared: Vec::new(),
    };
    walk.run();
    let Walk {
        hits,
        signals,
        feared,
        ..
    } = walk;
    reading.findings = settle(hits, &feared, &view);
    reading.signals = signals;
    reading
        .signals
        .sort_by_key(|signal| (signal.start, signal.end));
    reading
        .signals
        .dedup_by(|b, a| a.sign == b.sign && a.start == b.start);
    reading
}

struct Walk<'a> {
    lexicon: &'a Lexicon,
    text: &'a Text<'a>,
    /// Whether the text tells of a rupture; asked once, when a rule wants to know.
    rupture: Option<bool>,
    hits: Vec<Hit>,
    signals: Vec<Signal>,
    /// Sentences in which something is done for fear.
    feared: Vec<usize>,
}

/// Who acts in a match, and how that is known.
struct Acting {
    person: Person,
    why: Why,
    /// The clause whose operators hold besides the match's own.
    report: Option<usize>,
    view: View,
    end: usize,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut speeches: Vec<Speech> = Vec::new();
        let mut candidates: Vec<(usize, usize)> = Vec::new();
        let mut pending = None;
        let diary = diary_style(self.text);
        let mut last = Person::Me;
        for (number, sentence) in self.text.sentences.iter().enumerate() {
            let range = sentence.tokens.clone();
            let missing = missing_subject(self.text, &range, diary, last);
            split(self.text, range.start, range.end, missing, &mut clauses);
            last = clauses
                .iter()
                .rev()
                .find(|clause| clause.origin != Origin::None)
                .map_or(Person::Unsure, |clause| clause.person);
            candidates.clear();
            for at in range.clone() {
                let word = self.text.tokens[at].word;
                for rule in &self.lexicon.index[word] {
                    let Some(anchor) = &self.lexicon.rules[*rule].program.anchor else {
                        continue;
                    };
                    let from = at.saturating_sub(anchor.farthest).max(range.start);
                    for start in from..=at.saturating_sub(anchor.nearest) {
                        if start >= range.start && at >= start + anchor.nearest {
                            candidates.push((*rule, start));
                        }
                    }
                }
            }
            speeches.clear();
            speech::find(self.text, &clauses, range.end, &mut pending, &mut speeches);
            if candidates.is_empty() {
                continue;
            }
            candidates.sort_unstable();
            candidates.dedup();
            let scan = Scan {
                text: self.text,
                sentence: range,
                number,
                question: sentence.question,
                clauses: &clauses,
                speeches: &speeches,
            };
            self.sentence(&scan, &candidates);
        }
    }

    fn sentence(&mut self, scan: &Scan<'_>, candidates: &[(usize, usize)]) {
        let mut fiction = None;
        let mut matched_until = (usize::MAX, 0);
        for (number, start) in candidates {
            let rule = &self.lexicon.rules[*number];
            if matched_until.0 == *number && *start < matched_until.1 {
                continue;
            }
            let Some((acting, end)) = self.matches(scan, rule, *start) else {
                continue;
            };
            matched_until = (*number, end);
            let in_fiction = *fiction.get_or_insert_with(|| {
                self.lexicon
                    .operator(Operator::Fiction)
                    .any(scan, scan.sentence.clone())
            });
            if in_fiction {
                continue;
            }
            if rule.shape.context == Context::Rupture && !self.tells_of_rupture(scan) {
                continue;
            }
            self.fire(scan, rule, *number, &acting, *start, end);
        }
    }

    /// Matches one rule at one place, with its conditions and its actor.
    fn matches(&self, scan: &Scan<'_>, rule: &Rule, start: usize) -> Option<(Acting, usize)> {
        let acting = match rule.shape.mode {
            Mode::Act => acting(scan, self.lexicon, start, &rule.says)?,
            Mode::Said | Mode::Owned => speaking(scan, start, rule.shape.mode)?,
        };
        let window = Window {
            scan,
            start: scan.sentence.start,
            end: acting.end,
            view: acting.view,
        };
        let end = rule
            .program
            .run(&window, start)
            .filter(|end| *end > start)?;
        let beside = |program: &Option<Program>, test: &dyn Fn(&Program) -> bool| {
            program.as_ref().is_some_and(test)
        };
        let wide = Window {
            scan,
            start: scan.sentence.start,
            end: scan.sentence.end,
            view: acting.view,
        };
        let anywhere = |program: &Program| {
            scan.sentence
                .clone()
                .any(|at| program.run(&wide, at).is_some())
        };
        let vetoed = beside(&rule.before_not, &|program| {
            (start.saturating_sub(4).max(scan.sentence.start)..start)
                .any(|from| program.run(&wide, from) == Some(start))
        }) || beside(&rule.after_not, &|program| {
            program.run(&wide, end).is_some()
        }) || beside(&rule.sentence_not, &anywhere)
            || rule
                .sentence_has
                .as_ref()
                .is_some_and(|program| !anywhere(program));
        (!vetoed).then_some((acting, end))
    }

    fn tells_of_rupture(&mut self, scan: &Scan<'_>) -> bool {
        *self.rupture.get_or_insert_with(|| {
            self.lexicon
                .operator(Operator::Rupture)
                .any(scan, 0..self.text.tokens.len())
        })
    }

    fn fire(
        &mut self,
        scan: &Scan<'_>,
        rule: &Rule,
        number: usize,
        acting: &Acting,
        start: usize,
        end: usize,
    ) {
        let clause = scan.clause_at(start);
        let said = acting.report;
        let own = operators::status(
            scan,
            self.lexicon,
            clause,
            start,
            end,
            rule.shape.mode != Mode::Act && acting.why != Why::Written,
        );
        let reported = said.map_or(Some(Status::Did), |report| {
            let report_end = scan.clauses[report]
                .end
                .min(start.max(scan.clauses[report].start));
            operators::status(scan, self.lexicon, report, report_end, end, false)
        });
        let person = match rule.shape.actor {
            Actor::Subject => acting.person,
            Actor::Receiver => match acting.person {
                Person::Me => Person::Other,
                Person::Other => Person::Me,
                other => other,
            },
            Actor::Me => Person::Me,
            Actor::Other => Person::Other,
        };
        match &rule.says {
            Says::Act { kind, status, .. } => {
                let (Some(own), Some(reported)) = (own, reported) else {
                    return;
                };
                // "I told her I'm not angry": words that say no say nothing.
                if said.is_some() && own == Status::Resisted && reported.enacted() {
                    return;
                }
                let status = status.unwrap_or(match (reported, own) {
                    (Status::Did, own) => own,
                    (Status::Habitual, own) if own.enacted() => Status::Habitual,
                    (reported, _) => reported,
                });
                if self
                    .lexicon
                    .operator(Operator::Fear)
                    .any(scan, scan.sentence.clone())
                {
                    self.feared.push(scan.number);
                }
                for who in sides(person) {
                    self.hits.push(Hit {
                        kind: *kind,
                        who: *who,
                        status,
                        why: if person == Person::Both {
                            Why::Together
                        } else {
                            acting.why
                        },
                        rule: number,
                        start: shown_from(scan, clause, start, acting),
                        end,
                        sentence: scan.number,
                        name: rule.name(),
                    });
                }
            }
            Says::Sign { id, concern, level } => {
                // A threat or a dread is told as what may come; only the writer's own wild
                // words ("I could have strangled him") mean nothing.
                let wild = own == Some(Status::Considered)
                    && *concern == Concern::Abuse
                    && person != Person::Other;
                let denied = own == Some(Status::Resisted) || reported == Some(Status::Resisted);
                if wild || denied {
                    return;
                }
                let by = match (person, concern) {
                    (Person::Me | Person::Both, _)
                    | (Person::Unsure | Person::Third, Concern::Crisis) => Who::Me,
                    _ => Who::Other,
                };
                self.signals.push(Signal {
                    sign: id.clone(),
                    concern: *concern,
                    level: *level,
                    by,
                    start: scan.text.tokens[start].start,
                    end: scan.text.tokens[end - 1].end,
                });
            }
        }
    }
}

/// The sides an act of this person is counted for.
fn sides(person: Person) -> &'static [Who] {
    match person {
        Person::Me => &[Who::Me],
        Person::Other => &[Who::Other],
        Person::Both => &[Who::Me, Who::Other],
        Person::Third | Person::Unsure => &[],
    }
}

/// A finding is shown from its subject on, where that stands close before.
fn shown_from(scan: &Scan<'_>, clause: usize, start: usize, acting: &Acting) -> usize {
    match scan.clauses[clause].subject {
        Some(subject) if acting.report.is_none() && subject < start && start - subject <= 4 => {
            subject
        }
        _ => start,
    }
}

/// Who acts in a told act that begins here.
fn acting(scan: &Scan<'_>, lexicon: &Lexicon, start: usize, says: &Says) -> Option<Acting> {
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
        } else if speaker != person && !sign && person != Person::Both {
            return None;
        } else if person == Person::Both && speaker != Person::Me && !sign {
            return None;
        }
    }
    let _ = lexicon;
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
fn speaking(scan: &Scan<'_>, start: usize, mode: Mode) -> Option<Acting> {
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
                view: if speech.quoted {
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
fn diary_style(text: &Text<'_>) -> bool {
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
fn missing_subject(
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
            if diary || matches!(last, Person::Me | Person::Both | Person::Third) {
                Person::Me
            } else {
                Person::Unsure
            }
        }
        _ => Person::Unsure,
    }
}

/// Kinds that only ever withdraw or placate: done for fear they are no responses.
pub(crate) fn may_be_fear(kind: Kind) -> bool {
    use crate::names::Group;
    matches!(kind.group(), Group::Withdraw | Group::SelfSilencing)
        || matches!(kind, Kind::SincereApology | Kind::Reassurance)
}
