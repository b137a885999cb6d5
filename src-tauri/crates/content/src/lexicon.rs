//! The raw lexicon as `content/lexicon/README.md` describes it: strings and ids, checked for
//! shape. Not here: what a pattern means and what it matches (`goldseam-analyser`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::files::{check_text, check_unique};
use crate::{ContentError, Group, files};

const FOLDER: &str = "lexicon";

/// How the words relate to the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The clause tells of the act.
    #[default]
    Act,
    /// Somebody said the words.
    Said,
    /// The same; the writer's own words in the diary count as well.
    Owned,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The subject of the clause, or the speaker.
    #[default]
    Subject,
    /// The subject is at the receiving end.
    Receiver,
    /// Always the writer.
    Me,
    /// Always the other.
    Other,
}

/// Where an expression counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// Anywhere.
    #[default]
    Any,
    /// Only where the entry tells of a rupture.
    Rupture,
    /// Only close to where it does.
    Near,
    /// Only in answer to a complaint.
    Reply,
}

/// What became of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It happened.
    Did,
    /// It often happens.
    Habitual,
    /// It was thought of.
    Considered,
    /// It was held back.
    Resisted,
}

/// What a sign of danger is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// Somebody is harmed or frightened.
    Abuse,
    /// Dying, or hurting oneself or others.
    Crisis,
}

/// How plain a sign of danger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Explicit.
    Certain,
    /// A quiet form.
    Possible,
}

/// One way of saying that an act happened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawExpression {
    /// kebab-case, unique in its file.
    pub id: String,
    /// The pattern.
    pub pattern: String,
    /// A sentence it must fire on.
    pub fires: String,
    /// A sentence it must not fire on.
    pub silent: String,
    /// How the words relate to the act.
    #[serde(default)]
    pub mode: Mode,
    /// Who acts.
    #[serde(default)]
    pub actor: Actor,
    /// Where it counts.
    #[serde(default)]
    pub context: Context,
    /// The status, where the expression fixes it.
    pub status: Option<Status>,
    /// Must not stand directly before.
    pub before_not: Option<String>,
    /// Must not stand directly after.
    pub after_not: Option<String>,
    /// Must stand somewhere in the sentence.
    pub sentence_has: Option<String>,
    /// Must stand nowhere in the sentence.
    pub sentence_not: Option<String>,
}

/// One sign of danger.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSign {
    /// kebab-case, unique in its file.
    pub id: String,
    /// What it is about.
    pub concern: Concern,
    /// How plain it is.
    pub level: Level,
    /// The pattern.
    pub pattern: String,
    /// A sentence it must fire on.
    pub fires: String,
    /// A sentence it must not fire on.
    pub silent: String,
    /// How the words relate to the act.
    #[serde(default)]
    pub mode: Mode,
    /// Who acts.
    #[serde(default)]
    pub actor: Actor,
    /// Where it counts.
    #[serde(default)]
    pub context: Context,
    /// Must not stand directly before.
    pub before_not: Option<String>,
    /// Must not stand directly after.
    pub after_not: Option<String>,
    /// Must stand somewhere in the sentence.
    pub sentence_has: Option<String>,
    /// Must stand nowhere in the sentence.
    pub sentence_not: Option<String>,
}

/// The expressions of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindLexicon {
    /// `stonewalling`, …
    pub kind: String,
    /// In the order of the file.
    pub expressions: Vec<RawExpression>,
}

/// The whole lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    /// By kind, in the order of the files' names.
    pub kinds: Vec<KindLexicon>,
    /// Signs of danger.
    pub signs: Vec<RawSign>,
    /// Word lists, used as `@name` in patterns.
    pub lists: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Option<String>,
    #[serde(default)]
    expression: Vec<RawExpression>,
    #[serde(default)]
    sign: Vec<RawSign>,
    #[serde(default)]
    lists: BTreeMap<String, Vec<String>>,
}

impl File {
    fn check(&self, file: &str) -> Result<(), ContentError> {
        let fault = |words: String| Err(ContentError::new(file, words));
        if let Some(kind) = &self.kind {
            if Group::of(kind).is_none() {
                return fault(format!("`{kind}` is no kind"));
            }
            if file != format!("{FOLDER}/{kind}.toml") {
                return fault("the file is not named after its kind".to_owned());
            }
        } else if !self.expression.is_empty() {
            return fault("expressions need a `kind`".to_owned());
        }
        let ids = self
            .expression
            .iter()
            .map(|e| &e.id)
            .chain(self.sign.iter().map(|s| &s.id));
        check_unique(file, ids.map(String::as_str))?;
        let expressions = self
            .expression
            .iter()
            .map(|e| (&e.id, &e.pattern, &e.fires, &e.silent));
        let signs = self
            .sign
            .iter()
            .map(|s| (&s.id, &s.pattern, &s.fires, &s.silent));
        for (id, pattern, fires, silent) in expressions.chain(signs) {
            for text in [pattern, fires, silent] {
                check_text(file, id, text)?;
            }
        }
        match self.lists.iter().find(|(_, words)| words.is_empty()) {
            Some((name, _)) => fault(format!("the list `{name}` is empty")),
            None => Ok(()),
        }
    }
}

pub(crate) fn load() -> Result<Lexicon, ContentError> {
    let mut lexicon = Lexicon::default();
    for name in files::names(FOLDER)? {
        let file: File = files::parse(&name)?;
        file.check(&name)?;
        if let Some(kind) = file.kind {
            let expressions = file.expression;
            lexicon.kinds.push(KindLexicon { kind, expressions });
        }
        lexicon.signs.extend(file.sign);
        for (list, words) in file.lists {
            if lexicon.lists.contains_key(&list) {
                let fault = format!("another file holds a list `{list}` too");
                return Err(ContentError::new(&name, fault));
            }
            lexicon.lists.insert(list, words);
        }
    }
    Ok(lexicon)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(file: &str, text: &str) -> Result<(), String> {
        let parsed: File = toml::from_str(text).map_err(|fault| fault.to_string())?;
        parsed.check(file).map_err(|fault| fault.to_string())
    }

    const SHUT_DOWN: &str = r#"
        kind = "stonewalling"
        [[expression]]
        id = "shut-down"
        pattern = "shut~ down"
        fires = "I shut down and went to bed."
        silent = "I shut down the laptop."
    "#;

    #[test]
    fn a_file_in_its_shape_passes() {
        assert_eq!(checked("lexicon/stonewalling.toml", SHUT_DOWN), Ok(()));
        let sign = r#"
            [[sign]]
            id = "hit"
            concern = "abuse"
            level = "certain"
            pattern = "hit~ (me|him|her)"
            fires = "He hit me."
            silent = "We hit the road at six."
        "#;
        assert_eq!(checked("lexicon/safety.toml", sign), Ok(()));
        assert_eq!(
            checked("lexicon/words.toml", "[lists]\nthings = [\"door\"]"),
            Ok(())
        );
    }

    #[test]
    fn faults_are_found() {
        let file = "lexicon/stonewalling.toml";
        let twice = format!(
            "{SHUT_DOWN}{}",
            SHUT_DOWN.replace("kind = \"stonewalling\"", "")
        );
        for (what, file, text) in [
            (
                "a file of another name",
                "lexicon/silence.toml",
                SHUT_DOWN.to_owned(),
            ),
            (
                "no such kind",
                file,
                SHUT_DOWN.replace("stonewalling", "silence"),
            ),
            (
                "an unknown key",
                file,
                SHUT_DOWN.replace("silent =", "quiet ="),
            ),
            ("no pattern", file, SHUT_DOWN.replace("shut~ down", "")),
            (
                "an unknown mode",
                file,
                format!("{SHUT_DOWN}\nmode = \"sung\""),
            ),
            ("an id twice", file, twice),
            (
                "no kind",
                file,
                SHUT_DOWN.replace("kind = \"stonewalling\"", ""),
            ),
            (
                "an empty list",
                "lexicon/words.toml",
                "[lists]\nthings = []".to_owned(),
            ),
        ] {
            assert!(checked(file, &text).is_err(), "{what} went unseen");
        }
    }
}
