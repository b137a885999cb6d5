//! Patterns compiled to small programs, matched by backtracking whose work is bounded, because
//! every gap is. All programs stand in one table of steps and share their lists.

use std::collections::HashMap;

use crate::choice::{Choices, ChoicesBuilder, RoleWords, first_words};
use crate::pattern::{Node, Role};
use crate::sets::{Sets, SetsBuilder};
use crate::table::{Reader, Table, Writer, short};

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

/// A compiled pattern: its first step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Program(u32);

impl Program {
    /// As a number of a table; 0 is none.
    pub(crate) fn number(this: Option<Self>) -> u32 {
        this.map_or(0, |program| program.0 + 1)
    }

    /// From a number of a table.
    pub(crate) fn of(number: u32) -> Option<Self> {
        number.checked_sub(1).map(Self)
    }
}

/// What a step does; its argument is what the comment names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op {
    /// The pattern matched.
    Done,
    /// The list matched: go on where it was called from.
    Return,
    /// This word.
    Word,
    /// A word of this set.
    Set,
    /// Any word.
    Any,
    /// A role, by its number.
    Role,
    /// So many words; with `OVER` across the ends of clauses.
    Gap,
    /// Try the next step, then the one here.
    Split,
    /// Try all alternatives of this choice that can begin with the word that stands there.
    Choice,
    /// Go on here.
    Jump,
    /// Match the list that begins here.
    Call,
}

const OPS: [Op; 11] = [
    Op::Done,
    Op::Return,
    Op::Word,
    Op::Set,
    Op::Any,
    Op::Role,
    Op::Gap,
    Op::Split,
    Op::Choice,
    Op::Jump,
    Op::Call,
];

/// The bits of a step that hold its argument.
const ARGUMENT: u32 = (1 << 28) - 1;

/// The bit of a gap that may cross the ends of clauses.
const OVER: usize = 1 << 8;

fn step(op: Op, argument: usize) -> u32 {
    (op as u32) << 28 | (short(argument) & ARGUMENT)
}

fn taken_apart(step: u32) -> (Op, usize) {
    let op = OPS.get((step >> 28) as usize).copied();
    (op.unwrap_or(Op::Done), (step & ARGUMENT) as usize)
}

/// All programs.
#[derive(Debug)]
pub(crate) struct Programs {
    steps: Table<u32>,
    sets: Sets,
    choices: Choices,
}

/// Where to go on when a list has matched.
struct Frame<'a> {
    back: usize,
    up: Option<&'a Frame<'a>>,
}

impl Programs {
    /// The end of a match that begins at `start`.
    pub(crate) fn run(&self, program: Program, row: &impl Row, start: usize) -> Option<usize> {
        self.step(row, program.0 as usize, start, None)
    }

    /// Whether the step can take this word at all; steps that are not sure say yes.
    fn may_begin(&self, pc: usize, word: Option<usize>) -> bool {
        let (op, argument) = taken_apart(self.steps[pc]);
        match op {
            Op::Word => word == Some(argument),
            Op::Set => word.is_some_and(|word| self.sets.has(argument, word)),
            Op::Choice => !self.choices.of(argument, word).is_empty(),
            Op::Call => self.may_begin(argument, word),
            _ => true,
        }
    }

    fn step(
        &self,
        row: &impl Row,
        mut pc: usize,
        mut at: usize,
        mut frame: Option<&Frame<'_>>,
    ) -> Option<usize> {
        loop {
            let (op, argument) = taken_apart(self.steps[pc]);
            match op {
                Op::Done => return Some(at),
                Op::Return => {
                    let called = frame?;
                    pc = called.back;
                    frame = called.up;
                    continue;
                }
                Op::Word => {
                    if row.word(at)? != argument {
                        return None;
                    }
                    at += 1;
                }
                Op::Set => {
                    if !self.sets.has(argument, row.word(at)?) {
                        return None;
                    }
                    at += 1;
                }
                Op::Any => {
                    row.word(at)?;
                    at += 1;
                }
                Op::Role => {
                    let lengths = row.role(at, Role::ALL[argument]);
                    return lengths
                        .iter()
                        .find_map(|length| self.step(row, pc + 1, at + length, frame));
                }
                Op::Gap => {
                    let over = argument & OVER != 0;
                    for _ in 0..argument & (OVER - 1) {
                        if self.may_begin(pc + 1, row.word(at))
                            && let Some(end) = self.step(row, pc + 1, at, frame)
                        {
                            return Some(end);
                        }
                        let stays = over || !row.breaks(at);
                        if row.word(at).is_none() || !stays || !row.passable(at) {
                            return None;
                        }
                        at += 1;
                        if !over && row.breaks(at) {
                            return None;
                        }
                    }
                }
                Op::Split => {
                    if let Some(end) = self.step(row, pc + 1, at, frame) {
                        return Some(end);
                    }
                    pc = argument;
                    continue;
                }
                Op::Choice => {
                    return self
                        .choices
                        .of(argument, row.word(at))
                        .iter()
                        .find_map(|start| self.step(row, *start as usize, at, frame));
                }
                Op::Jump => {
                    pc = argument;
                    continue;
                }
                Op::Call => {
                    let called = Frame {
                        back: pc + 1,
                        up: frame,
                    };
                    return self.step(row, argument, at, Some(&called));
                }
            }
            pc += 1;
        }
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        out.table(&self.steps);
        self.sets.write(out);
        self.choices.write(out);
    }

    pub(crate) fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            steps: from.table()?,
            sets: Sets::read(from)?,
            choices: Choices::read(from)?,
        })
    }
}

/// From so many alternatives on they are looked up by their first words.
const MANY: usize = 4;

/// Compiles patterns.
#[derive(Debug)]
pub(crate) struct ProgramsBuilder {
    roles: RoleWords,
    steps: Vec<u32>,
    sets: SetsBuilder,
    choices: ChoicesBuilder,
    /// Where the steps of each list begin.
    lists: HashMap<usize, usize>,
}

impl ProgramsBuilder {
    /// Nothing compiled yet.
    pub(crate) fn new(roles: RoleWords) -> Self {
        Self {
            roles,
            steps: Vec::new(),
            sets: SetsBuilder::default(),
            choices: ChoicesBuilder::default(),
            lists: HashMap::new(),
        }
    }

    /// Compiles a pattern.
    pub(crate) fn add(&mut self, rows: &[Vec<Node>]) -> Program {
        self.lists_of(rows);
        let start = self.steps.len();
        self.rows(rows);
        self.push(Op::Done, 0);
        Program(short(start))
    }

    /// Compiles a pattern that is tried at every word: looked up by its first words, however few
    /// alternatives it has.
    pub(crate) fn add_trigger(&mut self, rows: &[Vec<Node>]) -> Program {
        self.lists_of(rows);
        let start = self.steps.len();
        self.choice(rows);
        self.push(Op::Done, 0);
        Program(short(start))
    }

    pub(crate) fn build(self) -> Programs {
        Programs {
            steps: self.steps.into(),
            sets: self.sets.build(),
            choices: self.choices.build(),
        }
    }

    fn push(&mut self, op: Op, argument: usize) {
        self.steps.push(step(op, argument));
    }

    /// Compiles the lists that some rows name, so that no program stands inside another.
    fn lists_of(&mut self, rows: &[Vec<Node>]) {
        for node in rows.iter().flatten() {
            match node {
                Node::List(list) if !self.lists.contains_key(&list.number) => {
                    self.lists_of(&list.rows);
                    self.lists.insert(list.number, self.steps.len());
                    self.rows(&list.rows);
                    self.push(Op::Return, 0);
                }
                Node::Either(rows) | Node::Maybe(rows) => self.lists_of(rows),
                _ => {}
            }
        }
    }

    fn choice(&mut self, rows: &[Vec<Node>]) {
        let rows = &together(rows);
        let place = self.steps.len();
        self.push(Op::Done, 0);
        let mut jumps = Vec::new();
        let mut firsts: Vec<(usize, Option<Vec<usize>>)> = Vec::new();
        for row in rows {
            firsts.push((self.steps.len(), first_words(row, &self.roles)));
            for node in row {
                self.node(node);
            }
            jumps.push(self.steps.len());
            self.push(Op::Done, 0);
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = step(Op::Jump, end);
        }
        self.steps[place] = step(Op::Choice, self.choices.add(&firsts));
    }

    fn rows(&mut self, rows: &[Vec<Node>]) {
        if rows.len() >= MANY {
            self.choice(rows);
            return;
        }
        let mut jumps = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let split = (index + 1 < rows.len()).then(|| {
                self.push(Op::Split, 0);
                self.steps.len() - 1
            });
            for node in row {
                self.node(node);
            }
            if let Some(split) = split {
                jumps.push(self.steps.len());
                self.push(Op::Jump, 0);
                self.steps[split] = step(Op::Split, self.steps.len());
            }
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = step(Op::Jump, end);
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Words(words) => {
                if let [one] = words[..] {
                    self.push(Op::Word, one);
                } else {
                    let set = self.sets.number(words);
                    self.push(Op::Set, set);
                }
            }
            Node::Any => self.push(Op::Any, 0),
            Node::Role(role) => self.push(Op::Role, *role as usize),
            Node::Gap { most, over } => self.push(Op::Gap, most | if *over { OVER } else { 0 }),
            Node::Either(rows) => self.rows(rows),
            Node::List(list) => {
                let start = self.lists[&list.number];
                self.push(Op::Call, start);
            }
            Node::Maybe(rows) => {
                let split = self.steps.len();
                self.push(Op::Split, 0);
                self.rows(rows);
                self.steps[split] = step(Op::Split, self.steps.len());
            }
        }
    }
}

/// Rows with those in one that begin with a noun phrase, which is then looked for once.
fn together(rows: &[Vec<Node>]) -> Vec<Vec<Node>> {
    let mut out: Vec<Vec<Node>> = Vec::new();
    let mut after = Vec::new();
    let mut place = 0;
    for row in rows.iter().flat_map(|row| opened(row)) {
        match &row[..] {
            [Node::Role(Role::You), rest @ ..] if !rest.is_empty() => {
                if after.is_empty() {
                    place = out.len();
                }
                after.push(rest.to_vec());
            }
            _ => out.push(row),
        }
    }
    if !after.is_empty() {
        out.insert(place, vec![Node::Role(Role::You), Node::Either(after)]);
    }
    out
}

/// A row in several where a noun phrase is one of the things it can begin with.
fn opened(row: &[Node]) -> Vec<Vec<Node>> {
    match row {
        [Node::Either(rows), rest @ ..]
            if rows
                .iter()
                .any(|row| matches!(row[..], [Node::Role(Role::You)])) =>
        {
            rows.iter().map(|row| [row, rest].concat()).collect()
        }
        _ => vec![row.to_vec()],
    }
}
