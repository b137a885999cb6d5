//! `cargo xtask eval` and `cargo xtask bench`: build the command line and the program that
//! measures it, and run that. Not here: the measuring (`goldseam-measure`).

use crate::step::{Steps, call};
use crate::{Outcome, root, target};
use std::path::PathBuf;
use std::process::Command;

/// How well the analyser reads. `rest` goes on as it is: `--gold FILE`, `--errors`.
pub fn eval(steps: &mut Steps, rest: &[String]) -> Outcome {
    let measure = build(steps, "debug")?;
    call(measure_with(&measure, "eval", "debug").args(rest))
}

/// How fast it reads, in the build that people get.
pub fn bench(steps: &mut Steps) -> Outcome {
    let measure = build(steps, "release")?;
    call(&mut measure_with(&measure, "bench", "release"))
}

fn build(steps: &mut Steps, profile: &str) -> Outcome<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root()).args([
        "build",
        "--quiet",
        "--package",
        "goldseam-cli",
        "--package",
        "goldseam-measure",
    ]);
    if profile == "release" {
        cargo.arg("--release");
    }
    steps.command("build", &mut cargo)?;
    Ok(program(profile, "goldseam-measure"))
}

fn measure_with(measure: &PathBuf, what: &str, profile: &str) -> Command {
    let mut command = Command::new(measure);
    command
        .arg(what)
        .arg("--cli")
        .arg(program(profile, "goldseam-cli"))
        .arg("--corpus")
        .arg(root().join("tests").join("corpus"));
    command
}

fn program(profile: &str, name: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
