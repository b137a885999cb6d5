//! `cargo xtask test`: every check, in the order in which a fault is cheapest to learn of.
//! Not here: the checks. Rust's live beside the code and in `tests/`, the interface's in
//! `tests/ui/`, those of the real window in `tests/window/`.

use crate::build::{Build, HOOKS, building, cargo, keep, kept};
use crate::desktop::Desktop;
use crate::setup::{self, Depth, WINDOW_TESTS};
use crate::step::{Steps, call};
use crate::{Outcome, root};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Runs everything; the first failing step ends it.
pub fn test(steps: &mut Steps) -> Outcome {
    let depth = if WINDOW_TESTS {
        Depth::Drive
    } else {
        Depth::Build
    };
    steps.run("what this machine has", || {
        setup::node()?;
        setup::rust_tools()?;
        setup::prepare(depth)
    })?;
    steps.command(
        "format",
        Command::new("cargo")
            .current_dir(root())
            .args(["fmt", "--all", "--check"]),
    )?;
    packages(steps)?;
    interface(steps)?;
    steps.command(
        "clippy",
        Command::new("cargo").current_dir(root()).args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            HOOKS,
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    programs(steps)?;
    steps.command(
        "the developer's commands",
        Command::new("cargo")
            .current_dir(root())
            .args(["test", "--quiet", "--package", "xtask"]),
    )?;
    steps.command(
        "Rust: units, command line, house rules",
        cargo("test")
            .args(["--features", HOOKS])
            .env("GOLDSEAM_CLI", kept("goldseam-cli", Build::Hooks)),
    )?;
    if WINDOW_TESTS {
        steps.run("the real window", || {
            window("window tests", &tests_of("window")?)
        })
    } else {
        eprintln!(
            "\nThe window tests are left out: WebKit's driver exists for Linux alone. \
             Everything else above ran."
        );
        Ok(())
    }
}

/// Builds both forms of the app and keeps them aside.
///
/// The tests are built together with the hooks: so both share one set of features, and what is
/// built here is what `cargo test` runs.
fn programs(steps: &mut Steps) -> Outcome {
    steps.run("build, as a person gets it", || {
        call(&mut building(Build::Plain))?;
        keep(Build::Plain)
    })?;
    steps.run("build, with the test hooks", || {
        call(building(Build::Hooks).args(["--bins", "--tests"]))?;
        keep(Build::Hooks)
    })
}

/// What `tests/` takes from npm, as its lock file says.
pub fn packages(steps: &mut Steps) -> Outcome {
    steps.command(
        "npm ci",
        npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
    )
}

/// Types, lint and unit tests of the interface.
fn interface(steps: &mut Steps) -> Outcome {
    steps.command("interface: types", npm().args(["run", "--silent", "types"]))?;
    steps.command("interface: lint", npm().args(["run", "--silent", "lint"]))?;
    let tests = tests_of("ui")?;
    steps.command(
        "interface: units",
        Command::new("node")
            .current_dir(root())
            .arg("--test")
            .args(tests),
    )
}

/// Runs files of window tests one after the other on a desktop of their own.
pub fn window(what: &str, files: &[PathBuf]) -> Outcome {
    let desktop = Desktop::start()?;
    let mut node = Command::new("node");
    node.current_dir(root())
        .args(["--test", "--test-concurrency=1"])
        .args(files);
    give_programs(desktop.furnish(&mut node));
    call(&mut node).map_err(|sentence| format!("{what}: {sentence}"))
}

/// Tells a script where the programs stand.
pub fn give_programs(command: &mut Command) -> &mut Command {
    command
        .env("GOLDSEAM_HOOKS", kept("goldseam", Build::Hooks))
        .env("GOLDSEAM_PLAIN", kept("goldseam", Build::Plain))
        .env("GOLDSEAM_CLI", kept("goldseam-cli", Build::Hooks))
}

/// The test files of one folder, in order. None at all is a fault: nothing would be proven.
fn tests_of(folder: &str) -> Outcome<Vec<PathBuf>> {
    let folder = root().join("tests").join(folder);
    let entries = fs::read_dir(&folder)
        .map_err(|error| format!("{} cannot be read ({error}).", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("there is no test in {}.", folder.display()));
    }
    Ok(files)
}

fn npm() -> Command {
    let mut command = Command::new(setup::npm());
    command.current_dir(root().join("tests"));
    command
}
