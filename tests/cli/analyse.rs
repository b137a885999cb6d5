//! `analyse`: JSON lines in, findings out, without any vault.

use super::{lines, run};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

fn analyse(home: &Path, texts: &[&str]) -> Vec<Value> {
    let mut input = String::new();
    for (number, text) in texts.iter().enumerate() {
        input += &json!({"id": number.to_string(), "text": text}).to_string();
        input.push('\n');
    }
    let found = lines(&run(home, &["analyse"], input).good());
    assert_eq!(found.len(), texts.len(), "one line out for each line in");
    found
}

/// (kind, who, status) of each finding.
fn acts(line: &Value) -> Vec<(String, String, String)> {
    let word = |finding: &Value, name: &str| finding[name].as_str().unwrap().to_owned();
    line["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            (
                word(finding, "kind"),
                word(finding, "who"),
                word(finding, "status"),
            )
        })
        .collect()
}

fn holds(line: &Value, kind: &str, who: &str, status: &[&str]) -> bool {
    acts(line)
        .iter()
        .any(|(k, w, s)| k == kind && w == who && status.contains(&s.as_str()))
}

/// Counts in the month: the writer's own, and it happened.
fn counts(line: &Value, kind: &str) -> bool {
    holds(line, kind, "me", &["did", "habitual"])
}

#[test]
fn the_first_kinds_are_found_and_put_down_to_the_right_person() {
    let home = TempDir::new().unwrap();
    let found = analyse(
        home.path(),
        &[
            "She asked where I had been. I shut down and went to bed without a word.",
            "He shut down and went to bed.",
            "We argued about money, but I didn't shut down this time.",
            "When she said I forgot again I told her it wasn't my fault, the calendar was wrong.",
            "I said sorry about nine times for burning the toast, then sorry for saying sorry.",
        ],
    );
    assert!(counts(&found[0], "stonewalling"), "{}", found[0]);
    assert!(
        holds(&found[1], "stonewalling", "other", &["did"]),
        "{}",
        found[1]
    );
    assert!(
        acts(&found[1]).iter().all(|(_, who, _)| who == "other"),
        "what he did is not the writer's: {}",
        found[1]
    );
    assert!(
        holds(&found[2], "stonewalling", "me", &["resisted"]) && !counts(&found[2], "stonewalling"),
        "what was held back is not counted: {}",
        found[2]
    );
    assert!(counts(&found[3], "defensiveness"), "{}", found[3]);
    assert!(counts(&found[4], "over_apologizing"), "{}", found[4]);
}

#[test]
fn a_line_out_has_the_shape_that_was_promised() {
    let home = TempDir::new().unwrap();
    let text = "Café row, again 😶. She asked where I had been. I shut down and went to bed.";
    let found = analyse(home.path(), &[text]);
    let line = &found[0];
    assert_eq!(line["id"], "0");
    assert_eq!(line["language"], "en");
    assert_eq!(line["safety"], Value::Null);
    assert_eq!(line["signals"], json!([]));
    let findings = line["findings"].as_array().unwrap();
    assert!(!findings.is_empty(), "{line}");
    for finding in findings {
        let place = |name: &str| usize::try_from(finding[name].as_u64().unwrap()).unwrap();
        let words = text.get(place("start")..place("end"));
        assert!(
            words.is_some_and(|words| !words.is_empty()),
            "offsets are UTF-8 bytes on character boundaries: {finding}"
        );
        assert!(
            finding["rule"]
                .as_str()
                .is_some_and(|rule| !rule.is_empty())
        );
    }
}

#[test]
fn a_safety_sign_is_said() {
    let home = TempDir::new().unwrap();
    let found = analyse(
        home.path(),
        &[
            "He hit me and said next time would be worse.",
            "I want to kill myself tonight.",
            "This deadline is killing me and she hit the roof about it.",
        ],
    );
    assert_eq!(found[0]["safety"], "abuse", "{}", found[0]);
    assert_eq!(found[0]["signals"][0]["by"], "other", "{}", found[0]);
    assert_eq!(found[1]["safety"], "crisis", "{}", found[1]);
    assert_eq!(
        found[2]["safety"],
        Value::Null,
        "a way of speaking is no sign: {}",
        found[2]
    );
}

#[test]
fn another_language_is_named_and_left_alone() {
    let home = TempDir::new().unwrap();
    let german = "Gestern Abend haben wir uns wieder gestritten, und ich habe die Tür zugeschlagen \
                  und bin ohne ein Wort ins Bett gegangen. Heute tut es mir leid.";
    let found = analyse(home.path(), &[german]);
    assert_eq!(found[0]["findings"], json!([]));
    let language = found[0]["language"].as_str().unwrap();
    assert!(language.starts_with("de"), "{}", found[0]);
}

#[test]
fn a_bad_line_is_named_and_ends_in_an_error() {
    let home = TempDir::new().unwrap();
    let outcome = run(
        home.path(),
        &["analyse"],
        "{\"id\":\"a\",\"text\":\"We argued.\"}\nnot json\n",
    );
    assert_ne!(outcome.code, Some(0));
    assert!(
        outcome.err.contains('2') && !outcome.err.contains("panicked"),
        "the line is named: {}",
        outcome.err
    );
}
