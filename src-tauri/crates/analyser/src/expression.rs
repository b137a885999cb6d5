//! The lexicon as plain values: what a caller hands in. No parsing of files here, and no
//! matching; `lexicon` compiles these, `content/lexicon/README.md` specifies them.

use crate::names::{Concern, Kind, SafetyLevel, Status, UnknownName};

/// How the words of an expression relate to the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The clause tells of the act; its subject acts.
    #[default]
    Act,
    /// The words themselves are the act, said or written to somebody; the speaker acts.
    Said,
    /// As `Said`, and the writer's own words in the diary count as well.
    Owned,
}

impl Mode {
    /// Every value, in the order of declaration.
    pub(crate) const ALL: &'static [Self] = &[Self::Act, Self::Said, Self::Owned];
}

/// Who acts, seen from the grammar of the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Actor {
    /// The subject of the clause, or the speaker.
    #[default]
    Subject,
    /// The one whom the subject suffers it from.
    Receiver,
    /// Always the writer.
    Me,
    /// Always somebody else.
    Other,
}

impl Actor {
    /// Every value, in the order of declaration.
    pub(crate) const ALL: &'static [Self] = &[Self::Subject, Self::Receiver, Self::Me, Self::Other];
}

/// What the entry must be about for the expression to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Context {
    /// Anything.
    #[default]
    Any,
    /// Something that broke between people.
    Rupture,
    /// Something that broke, told close by: in the same sentence, one of the three before it or
    /// the one after.
    Near,
    /// In answer to what the other holds against the writer, at most two sentences later.
    Reply,
}

impl Context {
    /// Every value, in the order of declaration.
    pub(crate) const ALL: &'static [Self] = &[Self::Any, Self::Rupture, Self::Near, Self::Reply];
}

/// What expressions and signs have in common. Patterns are in the notation of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// The words that must stand there.
    pub pattern: String,
    /// How they relate to the act.
    pub mode: Mode,
    /// Who acts.
    pub actor: Actor,
    /// What the entry must be about.
    pub context: Context,
    /// Must not stand directly before the match.
    pub before_not: Option<String>,
    /// Must not stand directly after the match.
    pub after_not: Option<String>,
    /// Must stand somewhere in the sentence.
    pub sentence_has: Option<String>,
    /// Must stand nowhere in the sentence.
    pub sentence_not: Option<String>,
}

/// One way of saying that an act happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Unique within its kind, in kebab-case; the rule is `kind/id`.
    pub id: String,
    /// The kind of act.
    pub kind: Kind,
    /// What must stand there.
    pub shape: Shape,
    /// The status whatever the clause says, for words that carry it in themselves.
    pub status: Option<Status>,
    /// A sentence that must give this kind.
    pub fires: String,
    /// A sentence that must not give this kind.
    pub silent: String,
}

/// One sign of danger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Unique among the signs, in kebab-case.
    pub id: String,
    /// What it is about.
    pub concern: Concern,
    /// How sure it is.
    pub level: SafetyLevel,
    /// What must stand there.
    pub shape: Shape,
    /// A sentence that must give this sign.
    pub fires: String,
    /// A sentence that must not.
    pub silent: String,
}

/// A word list that patterns name as `@name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordList {
    /// The name, without the `@`.
    pub name: String,
    /// Words or rows of words, each a pattern of its own.
    pub words: Vec<String>,
}

/// Parses the TOML value of a key, so that every reader of the files agrees on the names.
macro_rules! from_name {
    ($name:ident { $($text:literal => $variant:ident,)+ }) => {
        impl std::str::FromStr for $name {
            type Err = UnknownName;
            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(UnknownName(name.to_owned())),
                }
            }
        }
    };
}

from_name!(Mode { "act" => Act, "said" => Said, "owned" => Owned, });
from_name!(Actor { "subject" => Subject, "receiver" => Receiver, "me" => Me, "other" => Other, });
from_name!(Context { "any" => Any, "rupture" => Rupture, "near" => Near, "reply" => Reply, });
