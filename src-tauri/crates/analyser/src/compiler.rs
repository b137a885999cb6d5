//! From the lexicon as plain values to the compiled one: word lists and patterns parsed, rules
//! anchored, everything laid down in tables.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use crate::choice::RoleWords;
use crate::expression::{Expression, Shape, Sign, WordList};
use crate::frequency;
use crate::lexicon::{Lexicon, OPERATORS, Parts, Rule, Says};
use crate::pattern::{Lists, Node, listed, parse};
use crate::program::{Program, ProgramsBuilder};
use crate::rows::Builder;
use crate::spelling;
use crate::splitter::Splitter;
use crate::table::short;
use crate::text::Known;
use crate::vocabulary::{Class, Vocabulary};

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
        let splitter = Splitter::new(&mut |word| vocabulary.intern(word));
        Splitter::mark(&mut vocabulary);
        // The grammar looks these up, whether a pattern names them or not.
        Known::new(&mut |word| vocabulary.intern(word));
        for verb in ["be", "have", "do"] {
            vocabulary.mark_verb(verb, Class::default());
        }
        let lists: Vec<WordList> = lists.into_iter().collect();
        mark_classes(&lists, &mut vocabulary)?;
        let weights: HashMap<usize, usize> = frequency::weights()
            .map(|(word, weight)| (vocabulary.intern(word), weight))
            .collect();
        let roles = RoleWords::new(&vocabulary);
        let mut compiler = Compiler {
            vocabulary,
            splitter,
            lists: Lists::new(),
            programs: ProgramsBuilder::new(roles),
            index: Builder::new(&weights),
            weights,
            names: String::new(),
            taken: HashSet::new(),
        };
        compiler.parse_lists(&lists)?;
        let operators = OPERATORS
            .iter()
            .map(|(_, name)| {
                let list = compiler.lists.get(*name).ok_or_else(|| missing(name))?;
                let row = [vec![list.clone()]];
                let rows = list.alternatives().unwrap_or(&row);
                let program = compiler.programs.add_trigger(rows);
                Ok(Program::number(Some(program)))
            })
            .collect::<Result<Vec<_>, LexiconError>>()?;
        let mut rows = Vec::new();
        for expression in expressions {
            let at = format!("{}/{}", expression.kind, expression.id);
            let says = Says::Act {
                kind: expression.kind,
                status: expression.status,
            };
            let rule = compiler.rule(&at, &at, says, &expression.shape, rows.len())?;
            rows.push(rule.packed());
        }
        for sign in signs {
            let at = format!("safety/{}", sign.id);
            let says = Says::Sign {
                concern: sign.concern,
                level: sign.level,
            };
            let rule = compiler.rule(&at, &sign.id, says, &sign.shape, rows.len())?;
            rows.push(rule.packed());
        }
        compiler.vocabulary.guess_pasts();
        for (slip, word) in spelling::slips() {
            compiler.vocabulary.alias(slip, word);
        }
        let too_large = || LexiconError {
            at: "all of it".to_owned(),
            problem: "there are more sets of words than the index can number".to_owned(),
        };
        let index = compiler.index.build(compiler.vocabulary.len());
        let parts = Parts {
            dictionary: compiler.vocabulary.finish(),
            programs: compiler.programs.build(),
            index: index.ok_or_else(too_large)?,
            rules: rows.into(),
            names: compiler.names.into_bytes().into(),
            operators: operators.into(),
        };
        Self::new(parts).ok_or_else(too_large)
    }
}

fn missing(name: &str) -> LexiconError {
    LexiconError {
        at: format!("@{name}"),
        problem: "the grammar needs this list".to_owned(),
    }
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
    weights: HashMap<usize, usize>,
    programs: ProgramsBuilder,
    index: Builder,
    /// Of all rules, one after the other.
    names: String,
    taken: HashSet<String>,
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
                    let number = self.lists.len() + parsed.len();
                    parsed.insert(list.name.clone(), listed(rows, number));
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

    fn parse_list(&mut self, list: &WordList) -> Result<Vec<Vec<Node>>, LexiconError> {
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
        name: &str,
        says: Says,
        shape: &Shape,
        number: usize,
    ) -> Result<Rule, LexiconError> {
        let fault = |problem: &str| LexiconError {
            at: at.to_owned(),
            problem: problem.to_owned(),
        };
        if !self.taken.insert(at.to_owned()) {
            return Err(fault("this id is taken"));
        }
        let rows = self.rows(at, &shape.pattern)?;
        let mut side = |pattern: &Option<String>| {
            let rows = pattern.as_deref().map(|pattern| self.rows(at, pattern));
            rows.transpose()
        };
        let before_not = side(&shape.before_not)?;
        let after_not = side(&shape.after_not)?;
        let has = side(&shape.sentence_has)?;
        let not = side(&shape.sentence_not)?;
        let weights = &self.weights;
        let weight = |word: usize| weights.get(&word).copied().unwrap_or(1);
        let also = has.as_deref().and_then(of_all);
        if !self.index.add(number, &rows, also.as_ref(), &weight) {
            return Err(fault(
                "each alternative of a pattern needs a word of its own",
            ));
        }
        let from = short(self.names.len());
        self.names.push_str(name);
        let programs = &mut self.programs;
        Ok(Rule {
            says,
            mode: shape.mode,
            actor: shape.actor,
            context: shape.context,
            // One program a rule: rows only say where to look.
            pattern: programs.add(&rows),
            before_not: before_not.map(|rows| programs.add(&rows)),
            after_not: after_not.map(|rows| programs.add(&rows)),
            sentence_has: has.map(|rows| programs.add_trigger(&rows)),
            sentence_not: not.map(|rows| programs.add_trigger(&rows)),
            name: (from, short(self.names.len())),
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
