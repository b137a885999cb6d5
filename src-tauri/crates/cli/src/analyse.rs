//! `analyse`: one JSON line in, one out, in order. Needs no journal.

use goldseam_journal::dto::{Code, Failure};
use goldseam_journal::machine;
use std::io::{BufRead, Write};

/// Reads passages until the input ends.
pub fn run(input: impl BufRead, mut out: impl Write) -> Result<(), Failure> {
    for (number, line) in input.lines().enumerate() {
        let line =
            line.map_err(|_| Failure::input(format!("Line {} is not text (UTF-8).", number + 1)))?;
        if line.trim().is_empty() {
            continue;
        }
        let passage: machine::Passage = serde_json::from_str(&line).map_err(|_| {
            Failure::input(format!(
                "Line {} is not a JSON object with \"id\" and \"text\".",
                number + 1
            ))
        })?;
        let written = serde_json::to_writer(&mut out, &machine::analyse(passage))
            .map_err(std::io::Error::from)
            .and_then(|()| out.write_all(b"\n"));
        written.map_err(|_| unprintable())?;
    }
    out.flush().map_err(|_| unprintable())
}

fn unprintable() -> Failure {
    Failure::new(Code::Other, "The output could not be written.")
}
