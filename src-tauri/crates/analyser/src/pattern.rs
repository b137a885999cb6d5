//! The pattern notation of the lexicon: parsed, compiled to a small program, matched by
//! backtracking whose work is bounded, because every gap is. `content/lexicon/README.md`
//! specifies the notation.

use std::collections::HashMap;
use std::sync::Arc;

use crate::choice::{Choice, WordSet, first_words};
use crate::inflect::forms;
use crate::splitter::Splitter;
use crate::vocabulary::Vocabulary;

/// A word that stands for a side, seen from whoever acts or speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    I,
    Me,
    My,
    Myself,
    You,
    Your,
}

/// A parsed pattern.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// One of these words, sorted.
    Words(Arc<[usize]>),
    Any,
    Role(Role),
    Gap {
        most: usize,
        over: bool,
    },
    Either(Vec<Vec<Node>>),
    Maybe(Vec<Vec<Node>>),
}

/// Words that text contracts beyond recognition: the halves stay apart in it, and a pattern
/// means both.
const CONTRACTED: [(&str, &str); 4] = [("is", "'s"), ("has", "'s"), ("would", "'d"), ("had", "'d")];

/// The lists that patterns may name, each already parsed.
pub(crate) type Lists = HashMap<String, Vec<Vec<Node>>>;

/// Parses one pattern into its alternatives.
pub(crate) fn parse(
    text: &str,
    vocabulary: &mut Vocabulary,
    splitter: &Splitter,
    lists: &Lists,
) -> Result<Vec<Vec<Node>>, String> {
    let contracted =
        CONTRACTED.map(|(full, short)| (vocabulary.intern(full), vocabulary.intern(short)));
    let mut parser = Parser {
        contracted,
        rest: text.replace('’', "'"),
        at: 0,
        vocabulary,
        splitter,
        lists,
    };
    let rows = parser.rows()?;
    if parser.at < parser.rest.len() {
        return Err(format!("unexpected {:?}", &parser.rest[parser.at..]));
    }
    Ok(rows)
}

struct Parser<'a> {
    contracted: [(usize, usize); CONTRACTED.len()],
    rest: String,
    at: usize,
    vocabulary: &'a mut Vocabulary,
    splitter: &'a Splitter,
    lists: &'a Lists,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.rest[self.at..].chars().next()
    }

    fn rows(&mut self) -> Result<Vec<Vec<Node>>, String> {
        let mut rows = vec![self.row()?];
        while self.peek() == Some('|') {
            self.at += 1;
            rows.push(self.row()?);
        }
        Ok(rows)
    }

    fn row(&mut self) -> Result<Vec<Node>, String> {
        let mut row = Vec::new();
        loop {
            match self.peek() {
                Some(' ' | '\n' | '\t') => self.at += 1,
                None | Some('|' | ')' | ']') => break,
                Some(open @ ('(' | '[')) => {
                    self.at += 1;
                    let rows = self.rows()?;
                    let close = if open == '(' { ')' } else { ']' };
                    if self.peek() != Some(close) {
                        return Err(format!("{open} is not closed"));
                    }
                    self.at += 1;
                    row.push(if open == '(' {
                        either(rows)
                    } else {
                        Node::Maybe(rows)
                    });
                }
                Some(_) => self.element(&mut row)?,
            }
        }
        if row.is_empty() {
            return Err("an alternative is empty".to_owned());
        }
        Ok(row)
    }

    /// A word with its contracted spelling: "is" is also written "'s".
    fn spellings(&self, word: usize) -> Vec<usize> {
        let mut words = vec![word];
        for (full, short) in self.contracted {
            if word == full {
                words.push(short);
            } else if word == short {
                words.push(full);
            }
        }
        words.sort_unstable();
        words
    }

    fn element(&mut self, row: &mut Vec<Node>) -> Result<(), String> {
        let rest = &self.rest[self.at..];
        let length = rest
            .find([' ', '|', ')', ']', '(', '[', '\n', '\t'])
            .unwrap_or(rest.len());
        let word = rest[..length].to_owned();
        self.at += length;
        if let Some(most) = word.strip_prefix("...") {
            row.push(gap(most, true)?);
        } else if let Some(most) = word.strip_prefix("..") {
            row.push(gap(most, false)?);
        } else if let Some(name) = word.strip_prefix('@') {
            let rows = self
                .lists
                .get(name)
                .ok_or_else(|| format!("no list @{name}"))?;
            row.push(either(rows.clone()));
        } else if word == "_" {
            row.push(Node::Any);
        } else if let Some(role) = role(&word) {
            row.push(Node::Role(role));
        } else if let Some((first, half)) = word.split_once('\'')
            && let Some(role) = role(first)
        {
            row.push(Node::Role(role));
            let half = self.splitter.half(half).ok_or("no such contraction")?;
            row.push(Node::Words([half].into()));
        } else if let Some(base) = word.strip_suffix('~') {
            let mut words: Vec<usize> = forms(base)
                .iter()
                .map(|(form, _)| self.vocabulary.intern(form))
                .collect();
            words.sort_unstable();
            words.dedup();
            row.push(Node::Words(words.into()));
        } else if word.is_empty() || word.chars().any(|l| l.is_uppercase() || "~@_".contains(l)) {
            return Err(format!("{word:?} is no element"));
        } else {
            for half in self.splitter.split_word(&word, self.vocabulary) {
                row.push(Node::Words(self.spellings(half).into()));
            }
        }
        Ok(())
    }
}

fn gap(most: &str, over: bool) -> Result<Node, String> {
    match most.parse() {
        Ok(most) if (1..=12).contains(&most) => Ok(Node::Gap { most, over }),
        _ => Err(format!("a gap is 1 to 12 words, not {most:?}")),
    }
}

fn role(word: &str) -> Option<Role> {
    Some(match word {
        "I" => Role::I,
        "ME" => Role::Me,
        "MY" => Role::My,
        "MYSELF" => Role::Myself,
        "YOU" => Role::You,
        "YOUR" => Role::Your,
        _ => return None,
    })
}

/// Alternatives that are single words become one set.
fn either(rows: Vec<Vec<Node>>) -> Node {
    let mut words = Vec::new();
    let mut others = Vec::new();
    for row in rows {
        match &row[..] {
            [Node::Words(set)] => words.extend_from_slice(set),
            [Node::Either(inner)] => others.extend(inner.iter().cloned()),
            _ => others.push(row),
        }
    }
    words.sort_unstable();
    words.dedup();
    if others.is_empty() {
        Node::Words(words.into())
    } else {
        if !words.is_empty() {
            others.insert(0, vec![Node::Words(words.into())]);
        }
        Node::Either(others)
    }
}

#[derive(Debug, Clone)]
enum Step {
    Word(usize),
    Words(WordSet),
    Any,
    Role(Role),
    Gap {
        most: usize,
        over: bool,
    },
    /// Try the next step, then the one here.
    Split(usize),
    /// Try all of many alternatives that can begin with the word that stands there.
    Choice(Box<Choice>),
    Jump(usize),
    Done,
}

/// What a program asks of the text it runs over.
pub(crate) trait Row {
    /// The word at a place, if the place is inside the sentence.
    fn word(&self, at: usize) -> Option<usize>;
    /// How many words from this place on are this role, as a list of lengths to try.
    fn role(&self, at: usize, role: Role) -> &'static [usize];
    /// Whether a gap may take in the word: a negation changes what the words mean.
    fn passable(&self, at: usize) -> bool;
    /// Whether a clause ends before this place, which a gap within the clause may not cross.
    fn breaks(&self, at: usize) -> bool;
}

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Program {
    steps: Vec<Step>,
}

impl Program {
    /// Compiles parsed alternatives.
    pub(crate) fn new(rows: &[Vec<Node>]) -> Self {
        let mut steps = Vec::new();
        emit_rows(rows, &mut steps);
        steps.push(Step::Done);
        Self { steps }
    }

    /// The end of a match that begins at `start`.
    pub(crate) fn run(&self, row: &impl Row, start: usize) -> Option<usize> {
        self.step(row, 0, start)
    }

    /// Whether the step can take this word at all; steps that are not sure say yes.
    fn may_begin(&self, pc: usize, word: Option<usize>) -> bool {
        match &self.steps[pc] {
            Step::Word(id) => word == Some(*id),
            Step::Words(ids) => word.is_some_and(|word| ids.has(word)),
            Step::Choice(choice) => !choice.of(word).is_empty(),
            _ => true,
        }
    }

    fn step(&self, row: &impl Row, mut pc: usize, mut at: usize) -> Option<usize> {
        loop {
            match &self.steps[pc] {
                Step::Done => return Some(at),
                Step::Word(id) => {
                    if row.word(at)? != *id {
                        return None;
                    }
                    at += 1;
                }
                Step::Words(ids) => {
                    if !ids.has(row.word(at)?) {
                        return None;
                    }
                    at += 1;
                }
                Step::Any => {
                    row.word(at)?;
                    at += 1;
                }
                Step::Role(role) => {
                    for length in row.role(at, *role) {
                        if let Some(end) = self.step(row, pc + 1, at + length) {
                            return Some(end);
                        }
                    }
                    return None;
                }
                Step::Gap { most, over } => {
                    for _ in 0..*most {
                        if self.may_begin(pc + 1, row.word(at))
                            && let Some(end) = self.step(row, pc + 1, at)
                        {
                            return Some(end);
                        }
                        let stays = *over || !row.breaks(at);
                        if row.word(at).is_none() || !stays || !row.passable(at) {
                            return None;
                        }
                        at += 1;
                        if !over && row.breaks(at) {
                            return None;
                        }
                    }
                }
                Step::Split(other) => {
                    if let Some(end) = self.step(row, pc + 1, at) {
                        return Some(end);
                    }
                    pc = *other;
                    continue;
                }
                Step::Choice(choice) => {
                    return choice
                        .of(row.word(at))
                        .iter()
                        .find_map(|alternative| self.step(row, *alternative as usize, at));
                }
                Step::Jump(to) => {
                    pc = *to;
                    continue;
                }
            }
            pc += 1;
        }
    }
}

/// From so many alternatives on they are looked up by their first words.
const MANY: usize = 4;

fn emit_choice(rows: &[Vec<Node>], steps: &mut Vec<Step>) {
    let place = steps.len();
    steps.push(Step::Done);
    let mut jumps = Vec::new();
    let mut firsts: Vec<(usize, Option<Vec<usize>>)> = Vec::new();
    for row in rows {
        firsts.push((steps.len(), first_words(row)));
        for node in row {
            emit(node, steps);
        }
        jumps.push(steps.len());
        steps.push(Step::Done);
    }
    let end = steps.len();
    for jump in jumps {
        steps[jump] = Step::Jump(end);
    }
    steps[place] = Step::Choice(Box::new(Choice::new(&firsts)));
}

fn emit_rows(rows: &[Vec<Node>], steps: &mut Vec<Step>) {
    if rows.len() >= MANY {
        emit_choice(rows, steps);
        return;
    }
    let mut jumps = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let split = (index + 1 < rows.len()).then(|| {
            steps.push(Step::Split(0));
            steps.len() - 1
        });
        for node in row {
            emit(node, steps);
        }
        if let Some(split) = split {
            steps.push(Step::Jump(0));
            jumps.push(steps.len() - 1);
            steps[split] = Step::Split(steps.len());
        }
    }
    let end = steps.len();
    for jump in jumps {
        steps[jump] = Step::Jump(end);
    }
}

fn emit(node: &Node, steps: &mut Vec<Step>) {
    match node {
        Node::Words(words) => steps.push(match &words[..] {
            [one] => Step::Word(*one),
            _ => Step::Words(WordSet::new(words)),
        }),
        Node::Any => steps.push(Step::Any),
        Node::Role(role) => steps.push(Step::Role(*role)),
        Node::Gap { most, over } => steps.push(Step::Gap {
            most: *most,
            over: *over,
        }),
        Node::Either(rows) => emit_rows(rows, steps),
        Node::Maybe(rows) => {
            steps.push(Step::Split(0));
            let split = steps.len() - 1;
            emit_rows(rows, steps);
            steps[split] = Step::Split(steps.len());
        }
    }
}
