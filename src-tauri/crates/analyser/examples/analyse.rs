//! Reads entries as JSON lines (`{"id","text"}`) from standard input and writes what the
//! analyser finds, one line each.

use std::io::{self, BufRead, Write};

use serde_json::{Value, json};

#[path = "../tests/lexicon/mod.rs"]
mod lexicon;

fn main() -> io::Result<()> {
    let lexicon = lexicon::lexicon();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let entry: Value = serde_json::from_str(&line)?;
        let text = entry["text"].as_str().unwrap_or_default();
        let reading = goldseam_analyser::read(text, &lexicon);
        let findings: Vec<Value> = reading
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "kind": finding.kind.as_str(),
                    "who": finding.who.as_str(),
                    "status": finding.status.as_str(),
                    "start": finding.start,
                    "end": finding.end,
                    "rule": &*finding.rule,
                })
            })
            .collect();
        let signals: Vec<Value> = reading
            .signals
            .iter()
            .map(|signal| {
                json!({
                    "sign": signal.sign,
                    "level": signal.level.as_str(),
                    "by": signal.by.as_str(),
                    "start": signal.start,
                    "end": signal.end,
                })
            })
            .collect();
        let found = json!({
            "id": entry["id"],
            "findings": findings,
            "safety": reading.safety().map(goldseam_analyser::Concern::as_str),
            "signals": signals,
            "language": reading.language.code(),
        });
        writeln!(out, "{found}")?;
    }
    out.flush()
}
