//! How good and how fast the analyser is: `cargo xtask eval` and `cargo xtask bench` run this.
//!
//! It knows the analyser only as a person's script does, through `goldseam-cli analyse`, so that
//! what is measured is what is shipped. Not here: tests, which never measure time.

mod baseline;
mod bench;
mod cli;
mod corpus;
mod eval;
mod gold;
mod score;

use std::path::PathBuf;
use std::process::ExitCode;

/// What can go wrong, in a sentence.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
goldseam-measure eval  --cli PROGRAM --corpus DIR [--gold FILE] [--errors]
goldseam-measure bench --cli PROGRAM --corpus DIR";

fn main() -> ExitCode {
    let outcome = Arguments::read(std::env::args().skip(1)).and_then(|arguments| {
        match arguments.command.as_str() {
            "eval" => eval::run(&arguments),
            _ => bench::run(&arguments),
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for.
struct Arguments {
    command: String,
    /// The `goldseam-cli` to run.
    cli: PathBuf,
    /// The folder with `tuning/`, `sealed/` and `keywords.txt`.
    corpus: PathBuf,
    /// Another set to score instead.
    gold: Option<PathBuf>,
    /// List what was missed and what was wrong; never for the sealed part.
    errors: bool,
}

impl Arguments {
    fn read(mut words: impl Iterator<Item = String>) -> Outcome<Self> {
        let command = words.next().unwrap_or_default();
        if !matches!(command.as_str(), "eval" | "bench") {
            return Err(USAGE.to_owned());
        }
        let (mut cli, mut corpus, mut gold, mut errors) = (None, None, None, false);
        while let Some(word) = words.next() {
            let mut path = || words.next().map(PathBuf::from).ok_or(USAGE);
            match word.as_str() {
                "--cli" => cli = Some(path()?),
                "--corpus" => corpus = Some(path()?),
                "--gold" => gold = Some(path()?),
                "--errors" => errors = true,
                _ => return Err(USAGE.to_owned()),
            }
        }
        match (cli, corpus) {
            (Some(cli), Some(corpus)) => Ok(Self {
                command,
                cli,
                corpus,
                gold,
                errors,
            }),
            _ => Err(USAGE.to_owned()),
        }
    }
}
