//! The lexicon of `content/` handed to the analyser, which itself reads no files.

use goldseam_analyser as analyser;
use goldseam_content as content;
use std::str::FromStr;

/// What expressions and signs have in common, which the content keeps as fields of each.
macro_rules! shape {
    ($raw:ident) => {
        analyser::Shape {
            pattern: $raw.pattern.clone(),
            mode: mode($raw.mode),
            actor: actor($raw.actor),
            context: context($raw.context),
            before_not: $raw.before_not.clone(),
            after_not: $raw.after_not.clone(),
            sentence_has: $raw.sentence_has.clone(),
            sentence_not: $raw.sentence_not.clone(),
        }
    };
}

/// Compiles the embedded lexicon.
///
/// # Panics
/// If the embedded lexicon is broken, which the tests rule out for every build that passed them.
pub(crate) fn compile() -> analyser::Lexicon {
    let raw = content::content().lexicon();
    let expressions = raw.kinds.iter().flat_map(|of_kind| {
        let kind = analyser::Kind::from_str(&of_kind.kind).expect("the content checks its kinds");
        of_kind
            .expressions
            .iter()
            .map(move |raw| analyser::Expression {
                id: raw.id.clone(),
                kind,
                shape: shape!(raw),
                status: raw.status.map(status),
                fires: raw.fires.clone(),
                silent: raw.silent.clone(),
            })
    });
    let signs = raw.signs.iter().map(|raw| analyser::Sign {
        id: raw.id.clone(),
        concern: match raw.concern {
            content::Concern::Abuse => analyser::Concern::Abuse,
            content::Concern::Crisis => analyser::Concern::Crisis,
        },
        level: match raw.level {
            content::Level::Certain => analyser::SafetyLevel::Certain,
            content::Level::Possible => analyser::SafetyLevel::Possible,
        },
        shape: shape!(raw),
        fires: raw.fires.clone(),
        silent: raw.silent.clone(),
    });
    let lists = raw.lists.iter().map(|(name, words)| analyser::WordList {
        name: name.clone(),
        words: words.clone(),
    });
    analyser::Lexicon::compile(expressions, signs, lists)
        .expect("the lexicon is walked by the tests")
}

fn mode(raw: content::Mode) -> analyser::Mode {
    match raw {
        content::Mode::Act => analyser::Mode::Act,
        content::Mode::Said => analyser::Mode::Said,
        content::Mode::Owned => analyser::Mode::Owned,
    }
}

fn actor(raw: content::Actor) -> analyser::Actor {
    match raw {
        content::Actor::Subject => analyser::Actor::Subject,
        content::Actor::Receiver => analyser::Actor::Receiver,
        content::Actor::Me => analyser::Actor::Me,
        content::Actor::Other => analyser::Actor::Other,
    }
}

fn context(raw: content::Context) -> analyser::Context {
    match raw {
        content::Context::Any => analyser::Context::Any,
        content::Context::Rupture => analyser::Context::Rupture,
        content::Context::Near => analyser::Context::Near,
        content::Context::Reply => analyser::Context::Reply,
    }
}

fn status(raw: content::Status) -> analyser::Status {
    match raw {
        content::Status::Did => analyser::Status::Did,
        content::Status::Habitual => analyser::Status::Habitual,
        content::Status::Considered => analyser::Status::Considered,
        content::Status::Resisted => analyser::Status::Resisted,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_embedded_lexicon_compiles_and_reads() {
        let read = crate::reader::read(
            "e",
            "She asked where I had been. I shut down and went to bed without a word.",
        );
        assert!(
            read.findings
                .iter()
                .any(|found| found.kind == "stonewalling" && found.who == "me"),
            "the analyser was handed its lexicon"
        );
    }
}
