//! `cargo xtask tour`: walks the main journey in the real window and leaves a picture of every
//! screen, light and dark, wide and narrow, in `target/tour/`.

use crate::build::{Build, building, keep};
use crate::desktop::Desktop;
use crate::setup::{self, Depth, WINDOW_TESTS};
use crate::step::{Steps, call};
use crate::test::{give_programs, packages};
use crate::{Outcome, root, target};
use std::process::Command;

/// Builds what it needs and walks.
pub fn tour(steps: &mut Steps) -> Outcome {
    if !WINDOW_TESTS {
        return Err(
            "The tour drives the window through WebKit's driver, which exists for Linux alone. \
             `cargo xtask run` opens the app itself."
                .to_owned(),
        );
    }
    steps.run("what this machine has", || {
        setup::node()?;
        setup::prepare(Depth::Drive)
    })?;
    packages(steps)?;
    steps.run("build, with the test hooks", || {
        call(&mut building(Build::Hooks))?;
        keep(Build::Hooks)
    })?;
    steps.run("tour", || {
        let desktop = Desktop::start()?;
        let pictures = target().join("tour");
        let mut node = Command::new("node");
        node.current_dir(root())
            .arg("tests/window/tour.mjs")
            .arg(&pictures);
        call(give_programs(desktop.furnish(&mut node)))?;
        eprintln!("The pictures are in {}.", pictures.display());
        Ok(())
    })
}
