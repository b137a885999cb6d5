//! Compiles the lexicon of `content/` for the program to hold, so that no start of the app
//! parses or compiles anything.

use goldseam_analyser as analyser;
use goldseam_content as content;
use std::error::Error;
use std::path::Path;
use std::str::FromStr;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let image = compile(&content::lexicon()?)?.to_image();
    let out = std::env::var_os("OUT_DIR").ok_or("cargo names the folder to write to")?;
    std::fs::write(Path::new(&out).join("lexicon.image"), image)?;
    Ok(())
}

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

/// The lexicon as the analyser compiles it.
fn compile(raw: &content::Lexicon) -> Result<analyser::Lexicon, Box<dyn Error>> {
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
    Ok(analyser::Lexicon::compile(expressions, signs, lists)?)
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
