//! The pattern notation of the lexicon, parsed. `content/lexicon/README.md` specifies it;
//! `program` compiles and matches what comes of it.

use std::collections::HashMap;
use std::sync::Arc;

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

impl Role {
    /// Every role, in the order of declaration.
    pub(crate) const ALL: [Self; 6] = [
        Self::I,
        Self::Me,
        Self::My,
        Self::Myself,
        Self::You,
        Self::Your,
    ];
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
    /// One of the rows of a named list.
    List(Arc<List>),
    Maybe(Vec<Vec<Node>>),
}

/// A named list that holds more than single words.
#[derive(Debug)]
pub(crate) struct List {
    /// Unlike that of any other list.
    pub(crate) number: usize,
    pub(crate) rows: Vec<Vec<Node>>,
}

impl Node {
    /// The rows of which one must stand there, if there are several.
    pub(crate) fn alternatives(&self) -> Option<&[Vec<Self>]> {
        match self {
            Self::Either(rows) => Some(rows),
            Self::List(list) => Some(&list.rows),
            _ => None,
        }
    }
}

/// Words that text contracts beyond recognition: the halves stay apart in it, and a pattern
/// means both.
const CONTRACTED: [(&str, &str); 4] = [("is", "'s"), ("has", "'s"), ("would", "'d"), ("had", "'d")];

/// The lists that patterns may name, each already parsed.
pub(crate) type Lists = HashMap<String, Node>;

/// What `@name` stands for, from the rows of the list; each list has its own number.
pub(crate) fn listed(rows: Vec<Vec<Node>>, number: usize) -> Node {
    match either(rows) {
        Node::Either(rows) => Node::List(Arc::new(List { number, rows })),
        node => node,
    }
}

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
            let list = self.lists.get(name);
            row.push(list.ok_or_else(|| format!("no list @{name}"))?.clone());
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
