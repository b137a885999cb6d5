//! The lexicon as texts are read with it: rules found by their rarest words, operators of the
//! grammar, the classes of words. `compiler` makes it.

use crate::dictionary::Dictionary;
use crate::expression::{Actor, Context, Mode};
use crate::index::Index;
use crate::names::{Concern, Kind, SafetyLevel, Status};
use crate::program::{Program, Programs};
use crate::splitter::Splitter;
use crate::table::{Reader, Table, Writer};
use crate::text::Known;
use crate::trigger::Trigger;

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

/// Each with the name of its list, in the order of declaration.
pub(crate) const OPERATORS: [(Operator, &str); 19] = [
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
#[derive(Debug, Clone, Copy)]
pub(crate) enum Says {
    Act {
        kind: Kind,
        status: Option<Status>,
    },
    Sign {
        concern: Concern,
        level: SafetyLevel,
    },
}

/// A compiled expression or sign.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) says: Says,
    pub(crate) mode: Mode,
    pub(crate) actor: Actor,
    pub(crate) context: Context,
    pub(crate) pattern: Program,
    pub(crate) before_not: Option<Program>,
    pub(crate) after_not: Option<Program>,
    pub(crate) sentence_has: Option<Program>,
    pub(crate) sentence_not: Option<Program>,
    /// From where to where its name stands among all names, in bytes.
    pub(crate) name: (u32, u32),
}

/// A rule as a row of a table: what it says in three parts; mode, actor and context; its programs;
/// its name.
pub(crate) type Row = [u32; 13];

impl Rule {
    /// As a row of a table.
    pub(crate) fn packed(&self) -> Row {
        let says = match self.says {
            Says::Act { kind, status } => {
                [0, kind as u32, status.map_or(0, |status| 1 + status as u32)]
            }
            Says::Sign { concern, level } => [1, concern as u32, level as u32],
        };
        let how = [self.mode as u32, self.actor as u32, self.context as u32];
        let programs = [
            Some(self.pattern),
            self.before_not,
            self.after_not,
            self.sentence_has,
            self.sentence_not,
        ]
        .map(Program::number);
        let name = [self.name.0, self.name.1];
        let mut row = Row::default();
        let parts = says.iter().chain(&how).chain(&programs).chain(&name);
        for (place, part) in row.iter_mut().zip(parts) {
            *place = *part;
        }
        row
    }

    /// From a row of a table, if there can be such a rule.
    fn of(row: &Row) -> Option<Self> {
        fn named<T: Copy>(all: &[T], number: u32) -> Option<T> {
            all.get(number as usize).copied()
        }
        let [
            which,
            first,
            second,
            mode,
            actor,
            context,
            programs @ ..,
            from,
            to,
        ] = *row;
        let says = if which == 0 {
            let status = match second.checked_sub(1) {
                Some(status) => Some(named(Status::ALL, status)?),
                None => None,
            };
            let kind = named(Kind::ALL, first)?;
            Says::Act { kind, status }
        } else {
            Says::Sign {
                concern: named(Concern::ALL, first)?,
                level: named(SafetyLevel::ALL, second)?,
            }
        };
        let [pattern, before_not, after_not, sentence_has, sentence_not] =
            programs.map(Program::of);
        Some(Self {
            says,
            mode: named(Mode::ALL, mode)?,
            actor: named(Actor::ALL, actor)?,
            context: named(Context::ALL, context)?,
            pattern: pattern?,
            before_not,
            after_not,
            sentence_has,
            sentence_not,
            name: (from, to),
        })
    }
}

/// What a lexicon is made of, as tables.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) dictionary: Dictionary,
    pub(crate) programs: Programs,
    pub(crate) index: Index,
    pub(crate) rules: Table<Row>,
    /// The names of all rules.
    pub(crate) names: Table<u8>,
    /// The programs of the operators, in their order.
    pub(crate) operators: Table<u32>,
}

/// The compiled lexicon.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) dictionary: Dictionary,
    pub(crate) splitter: Splitter,
    pub(crate) known: Known,
    pub(crate) rules: Vec<Rule>,
    pub(crate) programs: Programs,
    pub(crate) index: Index,
    rows: Table<Row>,
    names: Table<u8>,
    operators: Vec<Program>,
}

impl Lexicon {
    /// None if the parts do not fit together.
    pub(crate) fn new(parts: Parts) -> Option<Self> {
        let Parts {
            dictionary,
            programs,
            index,
            rules: rows,
            names,
            operators,
        } = parts;
        let mut find = |word: &str| dictionary.find(word.as_bytes());
        let (splitter, known) = (Splitter::new(&mut find), Known::new(&mut find));
        let rules = rows.iter().map(Rule::of).collect::<Option<_>>()?;
        let operators: Vec<Program> = operators
            .iter()
            .map(|number| Program::of(*number))
            .collect::<Option<_>>()?;
        (operators.len() == OPERATORS.len()).then_some(Self {
            dictionary,
            splitter,
            known,
            rules,
            programs,
            index,
            rows,
            names,
            operators,
        })
    }

    /// The lexicon as bytes that [`Lexicon::from_image`] reads in place. They are for this build
    /// of the analyser on this kind of machine alone, and no format to keep.
    pub fn to_image(&self) -> Vec<u8> {
        let mut out = Writer::default();
        self.dictionary.write(&mut out);
        self.programs.write(&mut out);
        self.index.write(&mut out);
        out.table(&self.rows);
        out.table(&self.names);
        let operators = self.operators.iter();
        let operators: Vec<u32> = operators.map(|one| Program::number(Some(*one))).collect();
        out.table(&operators);
        out.finish()
    }

    /// A lexicon that was compiled when the program was built. The bytes begin at a multiple of
    /// eight. None if they are no image of this build.
    pub fn from_image(image: &'static [u8]) -> Option<Self> {
        let mut from = Reader::new(image);
        Self::new(Parts {
            dictionary: Dictionary::read(&mut from)?,
            programs: Programs::read(&mut from)?,
            index: Index::read(&mut from)?,
            rules: from.table()?,
            names: from.table()?,
            operators: from.table()?,
        })
    }

    /// The name a finding or signal of a rule carries: `kind/id`, or the id of a sign.
    pub(crate) fn name<T: for<'a> From<&'a str>>(&self, rule: &Rule) -> T {
        let (from, to) = rule.name;
        let name = self.names.get(from as usize..to as usize).unwrap_or(&[]);
        T::from(str::from_utf8(name).unwrap_or_default())
    }

    pub(crate) fn operator(&self, operator: Operator) -> Trigger<'_> {
        self.trigger(self.operators[operator as usize])
    }

    pub(crate) fn trigger(&self, program: Program) -> Trigger<'_> {
        Trigger {
            programs: &self.programs,
            program,
        }
    }
}
