//! `goldseam-cli analyse` as a program beside us: JSON lines in, JSON lines out.

use crate::Outcome;
use crate::gold::{Act, Found, Passage, Sign};
use serde::Deserialize;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

#[derive(Deserialize)]
struct Line {
    findings: Vec<Finding>,
    safety: Option<String>,
    signals: Vec<Signal>,
}

#[derive(Deserialize)]
struct Finding {
    kind: String,
    who: String,
    status: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Signal {
    concern: String,
    level: String,
    by: String,
    start: usize,
    end: usize,
}

/// Reads all passages with the program, in order.
pub fn analyse(program: &Path, passages: &[Passage]) -> Outcome<Vec<Found>> {
    let mut input = String::new();
    for passage in passages {
        let line = serde_json::json!({"id": passage.id, "text": passage.text});
        input.push_str(&line.to_string());
        input.push('\n');
    }
    let output = feed(program, &input)?;
    let found = output
        .lines()
        .zip(passages)
        .map(|(line, passage)| {
            let line: Line = serde_json::from_str(line)
                .map_err(|error| format!("{}: the program's answer: {error}", passage.id))?;
            found(line, &passage.text)
                .ok_or_else(|| format!("{}: a span is not on character boundaries.", passage.id))
        })
        .collect::<Outcome<Vec<Found>>>()?;
    if found.len() == passages.len() {
        Ok(found)
    } else {
        Err(format!(
            "{} passages went in and {} came out.",
            passages.len(),
            found.len()
        ))
    }
}

fn found(line: Line, text: &str) -> Option<Found> {
    let whole = |start: usize, end: usize| start < end && text.get(start..end).is_some();
    let findings = line.findings.iter().all(|f| whole(f.start, f.end));
    let signals = line.signals.iter().all(|s| whole(s.start, s.end));
    (findings && signals).then(|| Found {
        acts: line
            .findings
            .into_iter()
            .map(|finding| Act {
                kind: finding.kind,
                who: finding.who,
                status: finding.status,
                start: finding.start,
                end: finding.end,
                ambiguous: false,
            })
            .collect(),
        signs: line
            .signals
            .into_iter()
            .map(|signal| Sign {
                concern: signal.concern,
                level: signal.level,
                by: signal.by,
                start: signal.start,
                end: signal.end,
            })
            .collect(),
        safety: line.safety,
    })
}

/// Runs `analyse` over JSON lines and hands back what it printed.
pub fn feed(program: &Path, input: &str) -> Outcome<String> {
    let told = |error: std::io::Error| format!("{}: {error}", program.display());
    let mut child = Command::new(program)
        .arg("analyse")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(told)?;
    let mut stdin = child.stdin.take().ok_or("the program takes no input")?;
    // Written beside the reading: both pipes are short.
    let output = std::thread::scope(|scope| {
        let writer = scope.spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output();
        match writer.join() {
            Ok(Ok(())) => output,
            Ok(Err(error)) => Err(error),
            Err(_) => Err(std::io::Error::other("the input could not be written")),
        }
    })
    .map_err(told)?;
    if !output.status.success() {
        return Err(format!(
            "{} ended with {}.",
            program.display(),
            output.status
        ));
    }
    String::from_utf8(output.stdout).map_err(|_| "the answer is not UTF-8.".to_owned())
}
