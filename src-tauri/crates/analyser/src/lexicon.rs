//! The lexicon, compiled once for many readings: patterns by their rarest words, operators
//! of the grammar, the classes of words.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use crate::expression::{Expression, Shape, Sign, WordList};
use crate::frequency;
use crate::index::{Builder, Index};
use crate::names::{Concern, Kind, SafetyLevel, Status};
use crate::pattern::{Lists, Node, Program, parse};
use crate::spelling;
use crate::splitter::Splitter;
use crate::text::Known;
use crate::trigger::Trigger;
use crate::vocabulary::{Class, Hashing, Vocabulary};

/// Why a lexicon could not be compiled: the entry at fault and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconError {
    /// The rule, sign or word list.
    pub at: String,
    /// What is wrong, in plain words.
    pub problem: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lexicon, {}: {}", self.at, self.problem)
    }
}

impl std::error::Error for LexiconError {}

/// Word lists that give words a class; verbs in all their forms.
const CLASS_LISTS: &[(&str, Class, bool)] = &[
    ("people", Class::PERSON, false),
    ("verbs", Class::BASE, true),
    ("reporting", Class::REPORT, true),
    ("loudly_reporting", Class::LOUD_REPORT, true),
    ("loosely_reporting", Class::LOOSE_REPORT, true),
    ("thinking", Class::THINK, true),
    ("controlling", Class::CONTROL, true),
    ("requesting", Class::REQUEST, true),
    ("adverbs", Class::ADVERB, false),
];

/// Word lists that the grammar runs as patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    /// Not done: stopped, without, instead of.
    HoldingBack,
    /// Only in mind: wanted to, nearly, going to.
    Considering,
    /// Always, whenever, kept.
    Habit,
    /// After a wish: but I didn't, bit my tongue.
    Restraint,
    /// Done and regretted: should not have, did not mean to.
    Regret,
    /// Negations that deny nothing: not only, no doubt.
    Harmless,
    /// Modals that tell a fact: could hear, can get.
    Ability,
    /// I wish.
    Wish,
    /// Not that, it is not like.
    NotThat,
    /// I imagined, I could see myself.
    Imagining,
    /// Not this world: film, dream.
    Fiction,
    /// Signs that something broke between people.
    Rupture,
    /// Words to the reader or the diary.
    Reader,
    /// Done for fear of the other.
    Fear,
    /// Sorry, apologise: what follows is told by the apology.
    Apology,
    /// Things that people shout at, ruin and walk out of without anybody being hurt.
    Elsewhere,
    /// People of no relationship: the postman, a man on the bus.
    Strangers,
    /// The other complains, without their words being told.
    Complaint,
    /// A summary or a postscript that tells again what was told.
    Retelling,
}

const OPERATORS: [(Operator, &str); 19] = [
    (Operator::HoldingBack, "holding_back"),
    (Operator::Considering, "considering"),
    (Operator::Habit, "habit"),
    (Operator::Restraint, "restraint"),
    (Operator::Regret, "regret"),
    (Operator::Harmless, "harmless_negation"),
    (Operator::Ability, "ability"),
    (Operator::Wish, "wish"),
    (Operator::NotThat, "not_that"),
    (Operator::Imagining, "imagining"),
    (Operator::Fiction, "fiction"),
    (Operator::Rupture, "rupture"),
    (Operator::Reader, "reader"),
    (Operator::Fear, "fear"),
    (Operator::Apology, "apology"),
    (Operator::Elsewhere, "elsewhere"),
    (Operator::Strangers, "strangers"),
    (Operator::Complaint, "complaint"),
    (Operator::Retelling, "retelling"),
];

/// What a rule says when it fires.
#[derive(Debug)]
pub(crate) enum Says {
    Act {
        kind: Kind,
        status: Option<Status>,
        rule: Arc<str>,
    },
    Sign {
        id: String,
        concern: Concern,
        level: SafetyLevel,
    },
}

/// A compiled expression or sign.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) says: Says,
    pub(crate) shape: Shape,
    pub(crate) before_not: Option<Program>,
    pub(crate) after_not: Option<Program>,
    pub(crate) sentence_has: Option<Trigger>,
    pub(crate) sentence_not: Option<Trigger>,
}

impl Rule {
    /// The name a finding carries.
    pub(crate) fn name(&self) -> Arc<str> {
        match &self.says {
            Says::Act { rule, .. } => rule.clone(),
            Says::Sign { id, .. } => id.as_str().into(),
        }
    }
}

/// The compiled lexicon.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) splitter: Splitter,
    pub(crate) known: Known,
    pub(crate) rules: Vec<Rule>,
    pub(crate) index: Index,
    operators: Vec<Trigger>,
}

impl Lexicon {
    /// Compiles expressions, signs and the word lists they name.
    ///
    /// # Errors
    /// The first entry whose pattern cannot be read, whose id is taken, or a word list of the
    /// grammar that is missing.
    pub fn compile(
        expressions: impl IntoIterator<Item = Expression>,
        signs: impl IntoIterator<Item = Sign>,
        lists: impl IntoIterator<Item = WordList>,
    ) -> Result<Self, LexiconError> {
        let mut vocabulary = Vocabulary::new();
        let splitter = Splitter::new(&mut vocabulary);
        let known = Known::new(&mut vocabulary);
        for verb in ["be", "have", "do"] {
            vocabulary.mark_verb(verb, Class::default());
        }
        let lists: Vec<WordList> = lists.into_iter().collect();
        mark_classes(&lists, &mut vocabulary)?;
        let weights = frequency::weights()
            .map(|(word, weight)| (vocabulary.intern(word), weight))
            .collect();
        let mut compiler = Compiler {
            vocabulary,
            splitter,
            lists: Lists::new(),
            weights,
            index: Builder::default(),
        };
        compiler.parse_lists(&lists)?;
        let operators = OPERATORS
            .iter()
            .map(|(_, name)| {
                let rows = compiler.lists.get(*name).ok_or_else(|| missing(name))?;
                Ok(Trigger::new(rows))
            })
            .collect::<Result<Vec<_>, LexiconError>>()?;
        let mut rules = Vec::new();
        let mut taken = HashSet::new();
        for expression in expressions {
            let rule = format!("{}/{}", expression.kind, expression.id);
            let says = Says::Act {
                kind: expression.kind,
                status: expression.status,
                rule: rule.as_str().into(),
            };
            claim(&mut taken, &rule)?;
            rules.push(compiler.rule(&rule, says, expression.shape, rules.len())?);
        }
        for sign in signs {
            let rule = format!("safety/{}", sign.id);
            claim(&mut taken, &rule)?;
            let says = Says::Sign {
                id: sign.id,
                concern: sign.concern,
                level: sign.level,
            };
            rules.push(compiler.rule(&rule, says, sign.shape, rules.len())?);
        }
        compiler.vocabulary.guess_pasts();
        for (slip, word) in spelling::slips() {
            compiler.vocabulary.alias(slip, word);
        }
        compiler.vocabulary.freeze();
        let index = compiler.index.build(compiler.vocabulary.len());
        Ok(Self {
            vocabulary: compiler.vocabulary,
            splitter: compiler.splitter,
            known,
            rules,
            index,
            operators,
        })
    }

    pub(crate) fn operator(&self, operator: Operator) -> &Trigger {
        &self.operators[operator as usize]
    }
}

fn missing(name: &str) -> LexiconError {
    LexiconError {
        at: format!("@{name}"),
        problem: "the grammar needs this list".to_owned(),
    }
}

fn claim(taken: &mut HashSet<String>, rule: &str) -> Result<(), LexiconError> {
    if taken.insert(rule.to_owned()) {
        return Ok(());
    }
    Err(LexiconError {
        at: rule.to_owned(),
        problem: "this id is taken".to_owned(),
    })
}

/// Gives the words of the grammar's own lists their classes, before any pattern is parsed.
fn mark_classes(lists: &[WordList], vocabulary: &mut Vocabulary) -> Result<(), LexiconError> {
    for (name, class, verbs) in CLASS_LISTS {
        let list = lists
            .iter()
            .find(|list| list.name == *name)
            .ok_or_else(|| missing(name))?;
        for word in &list.words {
            match (verbs, *name == "verbs") {
                (true, true) => vocabulary.mark_verb(word, Class::default()),
                (true, false) => vocabulary.mark_verb(word, *class),
                (false, _) => {
                    vocabulary.mark(word, *class);
                }
            }
        }
    }
    Ok(())
}

struct Compiler {
    vocabulary: Vocabulary,
    splitter: Splitter,
    lists: Lists,
    /// How often common words are met; all others weigh 1.
    weights: HashMap<usize, usize, Hashing>,
    index: Builder,
}

impl Compiler {
    /// Parses the lists; one may name others that stand before it.
    fn parse_lists(&mut self, lists: &[WordList]) -> Result<(), LexiconError> {
        let mut waiting: Vec<&WordList> = lists.iter().collect();
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut problem = None;
            let mut parsed = HashMap::new();
            waiting.retain(|list| match self.parse_list(list) {
                Ok(rows) => {
                    parsed.insert(list.name.clone(), rows);
                    false
                }
                Err(error) => {
                    problem.get_or_insert(error);
                    true
                }
            });
            self.lists.extend(parsed);
            if waiting.len() == before
                && let Some(problem) = problem
            {
                return Err(problem);
            }
        }
        Ok(())
    }

    fn parse_list(
        &mut self,
        list: &WordList,
    ) -> Result<Vec<Vec<crate::pattern::Node>>, LexiconError> {
        let mut rows = Vec::new();
        for word in &list.words {
            let parsed = parse(word, &mut self.vocabulary, &self.splitter, &self.lists);
            rows.extend(parsed.map_err(|problem| LexiconError {
                at: format!("@{}", list.name),
                problem,
            })?);
        }
        Ok(rows)
    }

    fn rows(&mut self, at: &str, pattern: &str) -> Result<Vec<Vec<Node>>, LexiconError> {
        let rows = parse(pattern, &mut self.vocabulary, &self.splitter, &self.lists);
        rows.map_err(|problem| LexiconError {
            at: at.to_owned(),
            problem,
        })
    }

    fn rule(
        &mut self,
        at: &str,
        says: Says,
        shape: Shape,
        number: usize,
    ) -> Result<Rule, LexiconError> {
        let rows = self.rows(at, &shape.pattern)?;
        let has = shape
            .sentence_has
            .as_deref()
            .map(|pattern| self.rows(at, pattern))
            .transpose()?;
        let weights = &self.weights;
        let weight = |word: usize| weights.get(&word).copied().unwrap_or(1);
        let also = has.as_deref().and_then(of_all);
        if !self.index.add(number, &rows, also.as_ref(), &weight) {
            return Err(LexiconError {
                at: at.to_owned(),
                problem: "each alternative of a pattern needs a word of its own".to_owned(),
            });
        }
        let not = shape.sentence_not.as_deref();
        let not = not.map(|pattern| self.rows(at, pattern)).transpose()?;
        let sentence_not = not.map(|rows| Trigger::new(&rows));
        let mut side = |pattern: &Option<String>| {
            let rows = pattern.as_deref().map(|pattern| self.rows(at, pattern));
            rows.transpose()
                .map(|rows| rows.map(|rows| Program::new(&rows)))
        };
        Ok(Rule {
            before_not: side(&shape.before_not)?,
            after_not: side(&shape.after_not)?,
            sentence_has: has.map(|rows| Trigger::new(&rows)),
            sentence_not,
            says,
            shape,
        })
    }
}

/// Words of which every sentence with one of the rows holds one, if each row has words of its own.
fn of_all(rows: &[Vec<Node>]) -> Option<Arc<[usize]>> {
    let mut all = Vec::new();
    for row in rows {
        let words = row.iter().find_map(|node| match node {
            Node::Words(words) => Some(words),
            _ => None,
        })?;
        all.extend_from_slice(words);
    }
    all.sort_unstable();
    all.dedup();
    Some(all.into())
}
