//! A named piece of work: says its name, runs, keeps its time, and stops the rest when it fails.
//! Not here: what the steps do.

use crate::Outcome;
use std::process::Command;
use std::time::{Duration, Instant};

/// The steps done so far, for the summary at the end.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration, bool)>,
}

impl Steps {
    /// Runs one step; its error names it.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        eprintln!("\n── {name}");
        let start = Instant::now();
        let outcome = work();
        self.done
            .push((name.to_owned(), start.elapsed(), outcome.is_ok()));
        outcome.map_err(|sentence| format!("Stopped at \"{name}\": {sentence}"))
    }

    /// Runs one program as a step.
    pub fn command(&mut self, name: &str, command: &mut Command) -> Outcome {
        self.run(name, || call(command))
    }

    /// Prints what was done and how long each step took. Silent when there was one step or none.
    pub fn summary(&self) {
        if self.done.len() < 2 {
            return;
        }
        let total: Duration = self.done.iter().map(|(_, time, _)| *time).sum();
        eprintln!("\n── Summary");
        for (name, time, good) in &self.done {
            let word = if *good { "ok    " } else { "FAILED" };
            eprintln!("{word} {:>7.1} s  {name}", time.as_secs_f32());
        }
        eprintln!("       {:>7.1} s  in all", total.as_secs_f32());
    }
}

/// Runs a program with its output shown.
pub fn call(command: &mut Command) -> Outcome {
    let shown = shown(command);
    let status = command
        .status()
        .map_err(|error| format!("`{shown}` could not be started ({error})."))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!(
            "`{shown}` failed ({status}); its last lines above say why."
        ))
    }
}

/// Runs a program and hands back what it printed.
pub fn output(command: &mut Command) -> Outcome<String> {
    let shown = shown(command);
    let output = command
        .output()
        .map_err(|error| format!("`{shown}` could not be started ({error})."))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!(
            "`{shown}` failed ({}): {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ))
    }
}

/// The command as somebody would type it.
fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_named_in_the_sentence() {
        let mut steps = Steps::default();
        let outcome: Outcome = steps.run("counting", || Err("three is missing.".to_owned()));
        assert_eq!(
            outcome,
            Err("Stopped at \"counting\": three is missing.".to_owned()),
            "who reads only the last line must learn where it stopped"
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_a_sentence() {
        let outcome = call(Command::new("goldseam-no-such-program").arg("now"));
        let sentence = outcome.expect_err("there is no such program");
        assert!(
            sentence.starts_with("`goldseam-no-such-program now` could not be started"),
            "{sentence}"
        );
    }
}
