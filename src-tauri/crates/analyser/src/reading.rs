//! From text to findings: walks the sentences, runs the rules where their words stand,
//! asks the grammar who and whether. What competes with what is settled in `settle`.

use crate::acting::{Acting, acting, diary_style, missing_subject, speaking};
use crate::clauses::{Clause, Origin, Person, split};
use crate::complaint::{self, Complaint};
use crate::expression::{Actor, Context, Mode};
use crate::index::Candidate;
use crate::language::hear;
use crate::lexicon::{Lexicon, Operator, Rule, Says};
use crate::names::{Concern, Group, Kind, Status, Who, Why};
use crate::operators;
use crate::program::Program;
use crate::scan::{Scan, Window};
use crate::settle::{Hit, plainest, settle};
use crate::speech::{self, Speech};
use crate::text::Text;
use crate::tokens::mark;
use crate::tokens::tokenise;
use crate::vocabulary::Class;
use crate::{Reading, Signal};

/// Reads a text. Takes time in proportion to its length. What is not in English gives neither
/// findings nor signals.
pub fn read(text: &str, lexicon: &Lexicon) -> Reading {
    let mut tokens = tokenise(text, &lexicon.dictionary, &lexicon.splitter);
    let heard = hear(text, &mut tokens);
    let mut reading = Reading {
        findings: Vec::new(),
        signals: Vec::new(),
        language: heard.language,
        other_language: heard.other,
        unread: heard.unread,
    };
    if !reading.language.is_read() {
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
        complaint: None,
    };
    walk.run();
    walk.keep_near();
    let Walk {
        hits,
        signals,
        feared,
        ..
    } = walk;
    reading.findings = settle(hits, &feared, &view);
    reading.signals = signals;
    reading.signals = plainest(reading.signals);
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
    /// What the other last held against the writer.
    complaint: Option<Complaint>,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut speeches: Vec<Speech> = Vec::new();
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut holds = self.lexicon.index.holds();
        let mut pending = None;
        let diary = diary_style(self.text);
        let mut last = Person::Me;
        for (number, sentence) in self.text.sentences.iter().enumerate() {
            if sentence.unread {
                last = Person::Unsure;
                pending = None;
                continue;
            }
            let range = sentence.tokens.clone();
            let retold = number > 0
                && self
                    .lexicon
                    .operator(Operator::Retelling)
                    .holds_at(self.text, &range);
            let missing = missing_subject(self.text, &range, diary, last);
            split(self.text, range.start, range.end, missing, &mut clauses);
            last = clauses
                .iter()
                .rev()
                .find(|clause| {
                    clause.origin != Origin::None && self.text.tokens[clause.start].quote == 0
                })
                .map_or(Person::Unsure, |clause| {
                    // "He's four. Pulled in by the church": what somebody is does not go on.
                    let state = clause.person == Person::Other
                        && clause
                            .verb
                            .is_some_and(|verb| self.text.tokens[verb].is(Class::BE));
                    if state { Person::Unsure } else { clause.person }
                });
            self.lexicon.index.candidates(
                &self.text.tokens[range.clone()],
                &mut holds,
                &mut candidates,
            );
            speeches.clear();
            speech::find(self.text, &clauses, range.end, &mut pending, &mut speeches);
            let scan = Scan {
                text: self.text,
                sentence: range,
                number,
                question: sentence.question,
                clauses: &clauses,
                speeches: &speeches,
            };
            let complaint = complaint::find(self.lexicon, &scan);
            // The writer may answer in the same sentence, or to what was said before it.
            let before = self.complaint;
            self.complaint = complaint.or(before);
            if !candidates.is_empty() && !retold {
                self.sentence(&scan, &candidates, before);
            }
        }
        holds.give_back();
    }

    /// Drops what counts only close to a rupture where none is close: no other act and no word for
    /// a rupture from three sentences before to one after.
    fn keep_near(&mut self) {
        let mut told: Vec<usize> = self
            .hits
            .iter()
            .filter(|hit| !hit.near)
            .map(|hit| hit.sentence)
            .collect();
        told.dedup();
        let mut hits = std::mem::take(&mut self.hits);
        hits.retain(|hit| {
            let (from, to) = (hit.sentence.saturating_sub(3), hit.sentence + 1);
            let first = told.partition_point(|sentence| *sentence < from);
            !hit.near || told.get(first).is_some_and(|sentence| *sentence <= to) || {
                let rupture = self.lexicon.operator(Operator::Rupture);
                let until = (to + 1).min(self.text.sentences.len());
                self.text.sentences[from..until]
                    .iter()
                    .any(|sentence| rupture.in_sentence(self.text, &sentence.tokens))
            }
        });
        self.hits = hits;
    }

    fn sentence(&mut self, scan: &Scan<'_>, candidates: &[Candidate], before: Option<Complaint>) {
        let mut fiction = None;
        let mut outside = None;
        let mut matched_until = (usize::MAX, 0);
        for candidate in candidates {
            let number = candidate.rule();
            let start = scan.sentence.start + candidate.place();
            let rule = &self.lexicon.rules[number];
            if matched_until.0 == number && start < matched_until.1 {
                continue;
            }
            let Some((acting, end)) = self.matches(scan, rule, start) else {
                continue;
            };
            matched_until = (number, end);
            let in_fiction = *fiction.get_or_insert_with(|| {
                self.lexicon
                    .operator(Operator::Fiction)
                    .any(scan, scan.sentence.clone())
            });
            if in_fiction {
                continue;
            }
            // What is kept quiet, explained away or walked out to is often a thing.
            let things = match rule.says {
                Says::Act { kind, .. } => {
                    !kind.is_response()
                        || matches!(kind, Kind::Criticism | Kind::Contempt | Kind::SelfBlame)
                }
                Says::Sign { .. } => false,
            };
            if things && *outside.get_or_insert_with(|| self.is_outside(scan)) {
                continue;
            }
            if rule.context == Context::Rupture && !self.tells_of_rupture(scan) {
                continue;
            }
            let answers = || {
                let complaints = [self.complaint, before];
                complaints
                    .iter()
                    .flatten()
                    .any(|complaint| complaint.precedes(scan.number, start))
            };
            if rule.context == Context::Reply && !answers() {
                continue;
            }
            self.fire(scan, rule, number, &acting, start, end);
        }
    }

    /// "Yelled for the bus", "I told the postman I was sorry": a sentence about things or people
    /// of no relationship, in which nobody of the rupture stands.
    fn is_outside(&self, scan: &Scan<'_>) -> bool {
        let sentence = || scan.sentence.clone();
        let stranger = self.lexicon.operator(Operator::Strangers);
        if stranger.any(scan, sentence()) {
            return true;
        }
        let anybody = sentence().any(|at| {
            let token = &self.text.tokens[at];
            token.is(Class::THIRD.or(Class::SECOND).or(Class::PLURAL)) || self.text.is_person(at)
        });
        let elsewhere = self.lexicon.operator(Operator::Elsewhere);
        !anybody
            && sentence().any(|at| {
                let topic = (at.saturating_sub(2).max(scan.sentence.start)..at)
                    .any(|at| self.text.known.topics.contains(&self.text.tokens[at].word));
                !topic && elsewhere.holds(scan, at)
            })
    }

    /// Matches one rule at one place, with its conditions and its actor.
    fn matches(&self, scan: &Scan<'_>, rule: &Rule, start: usize) -> Option<(Acting, usize)> {
        let acting = match rule.mode {
            Mode::Act => acting(scan, start, rule.says)?,
            Mode::Said | Mode::Owned => speaking(scan, start, rule.mode)?,
        };
        let window = Window {
            scan,
            start: scan.sentence.start,
            end: acting.end,
            view: acting.view,
        };
        let programs = &self.lexicon.programs;
        let run =
            |program: Program, window: &Window<'_>, at: usize| programs.run(program, window, at);
        let end = run(rule.pattern, &window, start).filter(|end| *end > start)?;
        let wide = Window {
            scan,
            start: scan.sentence.start,
            end: scan.sentence.end,
            view: acting.view,
        };
        let anywhere = |program: Program| self.lexicon.trigger(program).anywhere(&wide);
        let vetoed = rule.before_not.is_some_and(|program| {
            (start.saturating_sub(4).max(scan.sentence.start)..start)
                .any(|from| run(program, &wide, from) == Some(start))
        }) || rule
            .after_not
            .is_some_and(|program| run(program, &wide, end).is_some())
            || rule.sentence_not.is_some_and(anywhere)
            || rule.sentence_has.is_some_and(|program| !anywhere(program));
        (!vetoed).then_some((acting, end))
    }

    /// "I'm sorry I shouted": the apology tells of the act, and is one label.
    fn apologised_for(&self, scan: &Scan<'_>, start: usize) -> bool {
        for at in (start.saturating_sub(9).max(scan.sentence.start)..start).rev() {
            let next = &self.text.tokens[at + 1];
            // "I didn't say sorry I just left", "he said sorry and I left": set against it.
            if next.word == self.text.known.just
                || next.is(Class::COORDINATOR)
                || next.marked(mark::COMMA | mark::BREAK)
            {
                return false;
            }
            if self.lexicon.operator(Operator::Apology).holds(scan, at) {
                return true;
            }
        }
        false
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
            rule.mode != Mode::Act && acting.why != Why::Written,
        );
        let status_of = |report: usize| {
            let report_end = scan.clauses[report]
                .end
                .min(start.max(scan.clauses[report].start));
            // Up to the last word before the speech, whose own operators are its own.
            let before = report_end.saturating_sub(1).max(scan.clauses[report].start);
            operators::status(scan, self.lexicon, report, before, end, false)
        };
        let reported = said.map_or(Some(Status::Did), status_of);
        let person = match rule.actor {
            Actor::Subject => acting.person,
            Actor::Receiver => match acting.person {
                Person::Me => Person::Other,
                Person::Other => Person::Me,
                other => other,
            },
            Actor::Me => Person::Me,
            Actor::Other => Person::Other,
        };
        match rule.says {
            Says::Act { kind, status, .. } => {
                let (Some(own), Some(reported)) = (own, reported) else {
                    return;
                };
                // "Sorry this is long, diary": said to nobody of the rupture.
                if is_apology(kind)
                    && self
                        .lexicon
                        .operator(Operator::Reader)
                        .any(scan, scan.sentence.clone())
                {
                    return;
                }
                if !is_apology(kind) && self.apologised_for(scan, start) {
                    return;
                }
                // In one's own speech a good deed is a claim, and an attack or a silence is told
                // again: that is owning it, not doing it.
                let own_clause = scan.clauses[clause]
                    .subject
                    .is_some_and(|subject| scan.in_speech(subject));
                let retold = !kind.is_response()
                    || (own_clause && matches!(kind.group(), Group::Attack | Group::Withdraw));
                if rule.mode == Mode::Act && retold && scan.in_speech(start) {
                    return;
                }
                // Words of nobody's in particular belong to whoever the sentence is about.
                if acting.why == Why::Written
                    && !self.text.tokens[start..end]
                        .iter()
                        .any(|token| token.is(Class::FIRST))
                    && about_other(scan, clause)
                {
                    return;
                }
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
                        kind,
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
                        near: rule.context == Context::Near,
                        name: self.lexicon.name(rule),
                    });
                }
            }
            Says::Sign { concern, level } => {
                // A threat or a dread is told as what may come; only the writer's own wild
                // words ("I could have strangled him") mean nothing.
                let wild = own == Some(Status::Considered)
                    && concern == Concern::Abuse
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
                    sign: self.lexicon.name(rule),
                    concern,
                    level,
                    by,
                    start: scan.text.tokens[start].start as usize,
                    end: scan.text.tokens[end - 1].end as usize,
                });
            }
        }
    }
}

fn is_apology(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::SincereApology | Kind::ConditionalApology | Kind::OverApologizing
    )
}

/// Whether the clause, or the last before it that has a subject, is about the other.
fn about_other(scan: &Scan<'_>, clause: usize) -> bool {
    scan.clauses[..=clause]
        .iter()
        .rev()
        .find(|clause| clause.origin != Origin::None)
        .is_some_and(|clause| clause.person == Person::Other)
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

/// Kinds that only ever withdraw or placate: done for fear they are no responses.
pub(crate) fn may_be_fear(kind: Kind) -> bool {
    matches!(kind.group(), Group::Withdraw | Group::SelfSilencing)
        || matches!(kind, Kind::SincereApology | Kind::Reassurance)
}
