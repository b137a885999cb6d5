//! Many alternatives looked up by the word they begin with.

use crate::pattern::{Node, Role};
use crate::sets::bit;
use crate::table::{Reader, Table, Writer, halves, short, whole};
use crate::vocabulary::{Class, Vocabulary};

/// All choices of all patterns.
#[derive(Debug)]
pub(crate) struct Choices {
    /// For each choice a bit for each word that opens an alternative, in two halves; the first of
    /// these words in `words` and one past the last; the same for `others`.
    heads: Table<[u32; 6]>,
    /// The words that some alternative can begin with, sorted within each choice.
    words: Table<u32>,
    /// For each of them, where its alternatives end in `starts`; they begin where those of the
    /// word before end.
    ends: Table<u32>,
    /// Where the steps of the alternatives begin, in order, word by word.
    starts: Table<u32>,
    /// Where those begin that any word may open.
    others: Table<u32>,
}

impl Choices {
    /// The alternatives to try where this word stands.
    pub(crate) fn of(&self, choice: usize, word: Option<usize>) -> &[u32] {
        let [low, high, first, end, others, others_end] = self.heads[choice];
        let first = first as usize;
        let known = word
            .filter(|word| whole(low, high) & bit(*word) != 0)
            .and_then(|word| {
                self.words[first..end as usize]
                    .binary_search(&short(word))
                    .ok()
            });
        match known {
            Some(at) => {
                let at = first + at;
                let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
                &self.starts[start as usize..self.ends[at] as usize]
            }
            None => &self.others[others as usize..others_end as usize],
        }
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        out.table(&self.heads);
        for table in [&self.words, &self.ends, &self.starts, &self.others] {
            out.table(table);
        }
    }

    pub(crate) fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            heads: from.table()?,
            words: from.table()?,
            ends: from.table()?,
            starts: from.table()?,
            others: from.table()?,
        })
    }
}

/// Gathers choices.
#[derive(Debug, Default)]
pub(crate) struct ChoicesBuilder {
    heads: Vec<[u32; 6]>,
    words: Vec<u32>,
    ends: Vec<u32>,
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl ChoicesBuilder {
    /// Adds one, from where each alternative's steps begin and the words it can begin with, and
    /// gives its number.
    pub(crate) fn add(&mut self, firsts: &[(usize, Option<Vec<usize>>)]) -> usize {
        // Every word with the alternatives it opens; those that anything opens are among all.
        let mut opened: Vec<(u32, u32)> = Vec::new();
        let others = short(self.others.len());
        for (start, words) in firsts {
            match words {
                Some(words) => {
                    opened.extend(words.iter().map(|word| (short(*word), short(*start))));
                }
                None => self.others.push(short(*start)),
            }
        }
        opened.sort_unstable();
        opened.dedup();
        let (first, mut bits) = (short(self.words.len()), 0);
        for group in opened.chunk_by(|a, b| a.0 == b.0) {
            bits |= bit(group[0].0 as usize);
            self.words.push(group[0].0);
            let from = self.starts.len();
            self.starts.extend(group.iter().map(|(_, start)| *start));
            self.starts
                .extend_from_slice(&self.others[others as usize..]);
            // Steps stand in the order of the alternatives.
            self.starts[from..].sort_unstable();
            self.ends.push(short(self.starts.len()));
        }
        let [low, high] = halves(bits);
        let (end, others_end) = (short(self.words.len()), short(self.others.len()));
        self.heads.push([low, high, first, end, others, others_end]);
        self.heads.len() - 1
    }

    pub(crate) fn build(self) -> Choices {
        Choices {
            heads: self.heads.into(),
            words: self.words.into(),
            ends: self.ends.into(),
            starts: self.starts.into(),
            others: self.others.into(),
        }
    }
}

/// The words that may take each role, but for `YOU`, which is any noun phrase.
#[derive(Debug)]
pub(crate) struct RoleWords([Option<Vec<usize>>; Role::ALL.len()]);

impl RoleWords {
    /// From all pronouns.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        Self(Role::ALL.map(|role| {
            let case = match role {
                Role::I => Class::SUBJECT,
                Role::Me => Class::OBJECT,
                Role::My | Role::Your => Class::POSSESSIVE,
                Role::Myself => Class::REFLEXIVE,
                Role::You => return None,
            };
            Some(vocabulary.all_of(Class::PRONOUN, case))
        }))
    }
}

/// The words a match of a row can begin with; nothing if it may begin with anything.
pub(crate) fn first_words(row: &[Node], roles: &RoleWords) -> Option<Vec<usize>> {
    let of_rows = |rows: &[Vec<Node>]| {
        let words = rows.iter().map(|row| first_words(row, roles));
        Some(words.collect::<Option<Vec<_>>>()?.concat())
    };
    match row.first()? {
        Node::Words(words) => Some(words.to_vec()),
        Node::Role(role) => roles.0[*role as usize].clone(),
        Node::Either(rows) => of_rows(rows),
        Node::List(list) => of_rows(&list.rows),
        Node::Maybe(rows) => {
            let mut words = first_words(&row[1..], roles)?;
            words.extend(of_rows(rows)?);
            Some(words)
        }
        Node::Any | Node::Gap { .. } => None,
    }
}
