//! The developer's commands: `cargo xtask run | test | tour | demo | eval | bench`.
//!
//! One module per idea: `setup` (what this machine lacks and how it comes), `step` (a named,
//! timed piece of work), `build` (the programs), `desktop` (a private screen with a session bus
//! and a notification daemon), `test`, `tour`, `open` and `measure` (the commands).
//! Not here: the checks themselves, which live in `tests/` and beside the code they check.

mod build;
mod desktop;
mod measure;
mod open;
mod setup;
mod step;
mod test;
mod tour;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can go wrong, in a sentence that a person can act on.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
Goldseam's two commands:
  cargo xtask run     install what is missing, build, open the app
  cargo xtask test    every check, the window tests included
and, to look around:
  cargo xtask demo    open the app on a made-up journal of four months
  cargo xtask tour    leave a picture of every screen in target/tour/
  cargo xtask eval    how well the analyser reads, on our corpus; --errors lists what it
                      got wrong in the part to tune on, --gold FILE scores another set
  cargo xtask bench   how fast it reads, in a release build";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let known =
        matches!(command.as_str(), "run" | "test" | "tour" | "demo" | "bench") && rest.is_empty();
    if !known && command != "eval" {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let mut steps = step::Steps::default();
    let outcome = match command.as_str() {
        "run" => open::run(&mut steps),
        "demo" => open::demo(&mut steps),
        "tour" => tour::tour(&mut steps),
        "eval" => measure::eval(&mut steps, &rest),
        "bench" => measure::bench(&mut steps),
        _ => test::test(&mut steps),
    };
    steps.summary();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The top folder of the repository.
fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest
        .parent()
        .map_or_else(|| manifest.clone(), Path::to_path_buf)
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
