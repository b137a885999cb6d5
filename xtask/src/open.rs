//! `cargo xtask run` and `cargo xtask demo`: open the app, on the person's own journal or on a
//! made-up one. Where there is no display, both say so and give the tour instead.

use crate::build::{Build, building, keep, kept};
use crate::setup::{self, Depth};
use crate::step::{Steps, call};
use crate::{Outcome, target, tour};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// Opens the demo and nothing else; printed where it is made.
const DEMO_PASSPHRASE: &str = "four cups on the blue shelf";

/// Installs what is missing, builds, opens the app in its usual place.
pub fn run(steps: &mut Steps) -> Outcome {
    if !display() {
        return tour_instead(steps);
    }
    program(steps)?;
    steps.run("Goldseam", || {
        call(&mut Command::new(kept("goldseam", Build::Plain)))
    })
}

/// Makes a journal of made-up entries and opens the app on it.
pub fn demo(steps: &mut Steps) -> Outcome {
    if !display() {
        return tour_instead(steps);
    }
    program(steps)?;
    let folder = target().join("demo");
    let vault = folder.join("vault");
    steps.run("a made-up journal", || {
        if vault.exists() {
            fs::remove_dir_all(&vault)
                .map_err(|error| format!("the last demo cannot be removed ({error})."))?;
        }
        fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made ({error}).", folder.display()))?;
        let mut cli = Command::new(kept("goldseam-cli", Build::Plain))
            .args(["demo", "--passphrase-stdin", "--vault"])
            .arg(&vault)
            .stdin(Stdio::piped())
            .spawn()
            .map_err(|error| format!("goldseam-cli could not be started ({error})."))?;
        if let Some(mut pipe) = cli.stdin.take() {
            writeln!(pipe, "{DEMO_PASSPHRASE}")
                .map_err(|error| format!("goldseam-cli does not listen ({error})."))?;
        }
        match cli.wait() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("goldseam-cli demo failed ({status}).")),
            Err(error) => Err(format!("goldseam-cli demo was lost ({error}).")),
        }
    })?;
    println!("\nThe passphrase of the demo is:  {DEMO_PASSPHRASE}\n");
    steps.run("Goldseam, on the made-up journal", || {
        call(
            Command::new(kept("goldseam", Build::Plain))
                .arg("--vault")
                .arg(&vault),
        )
    })
}

fn program(steps: &mut Steps) -> Outcome {
    steps.run("what this machine has", || setup::prepare(Depth::Build))?;
    steps.run("build (the first time takes some minutes)", || {
        call(&mut building(Build::Plain))?;
        keep(Build::Plain)
    })
}

fn tour_instead(steps: &mut Steps) -> Outcome {
    println!(
        "There is no display here, so no window can open. Walking through the app on a screen of \
         its own instead: the pictures will be in target/tour/."
    );
    tour::tour(steps)
}

/// Whether a window can open. Only Linux tells by its environment.
fn display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
