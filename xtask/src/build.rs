//! Building the programs. Two builds of the app exist side by side: with the test hooks (a clock
//! that tests set, a cheap key derivation) and without.
//!
//! Every build takes the whole workspace but this program, with the same features for everything
//! that is not ours: so the dependency graph is compiled once, and going from one build to the
//! other costs our own crates alone. This program is left out because it is running: Windows
//! does not let a running program be replaced.

use crate::{Outcome, root, target};
use std::path::PathBuf;
use std::process::Command;

/// Turns the hooks on in every package that has them, and the types of the interface, which a
/// test compares. All are named: a test target that wants a feature is otherwise left out unseen.
pub const HOOKS: &str = "goldseam/test-hooks,goldseam-cli/test-hooks,\
    goldseam-journal/test-hooks,goldseam-journal/types,goldseam-vault/test-hooks";

/// Which build of a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Build {
    /// What a person gets.
    Plain,
    /// With the test hooks.
    Hooks,
}

/// cargo over the workspace without this program.
pub fn cargo(subcommand: &str) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(root())
        .args([subcommand, "--workspace", "--exclude", "xtask"]);
    command
}

/// The command that builds app and command line.
pub fn building(build: Build) -> Command {
    let mut command = cargo("build");
    if build == Build::Hooks {
        command.args(["--features", HOOKS]);
    }
    command
}

/// Puts what was just built aside, where the next build does not overwrite it.
pub fn keep(build: Build) -> Outcome {
    let shelf = target().join("window");
    std::fs::create_dir_all(&shelf)
        .map_err(|error| format!("{} cannot be made ({error}).", shelf.display()))?;
    for program in ["goldseam", "goldseam-cli"] {
        let from = built(program);
        let to = kept(program, build);
        // Copied beside and renamed: a copy that is running right now stays as it is.
        let fresh = to.with_extension("new");
        std::fs::copy(&from, &fresh)
            .and_then(|_| std::fs::rename(&fresh, &to))
            .map_err(|error| {
                format!(
                    "{} cannot be put into {} ({error}).",
                    from.display(),
                    to.display()
                )
            })?;
    }
    Ok(())
}

/// Where cargo leaves a program.
pub fn built(program: &str) -> PathBuf {
    target()
        .join("debug")
        .join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// Where a kept program stands.
pub fn kept(program: &str, build: Build) -> PathBuf {
    let word = match build {
        Build::Plain => "plain",
        Build::Hooks => "hooks",
    };
    target()
        .join("window")
        .join(format!("{program}-{word}{}", std::env::consts::EXE_SUFFIX))
}
