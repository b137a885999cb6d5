//! Every error is a plain sentence on stderr, an exit code that is not 0, and no harm done.

use super::{Journal, PASSPHRASE, Run, run};
use std::fs;
use tempfile::TempDir;

/// What a script can tell apart, as `goldseam-cli --help` and its first lines say.
const FAILED: i32 = 1;
const USAGE: i32 = 2;
const PASSPHRASE_REFUSED: i32 = 3;
const DAMAGED: i32 = 4;

/// A sentence that a person can read, and nothing on stdout that could be taken for success.
#[track_caller]
fn refused(run: &Run, code: i32, about: &[&str]) {
    assert_eq!(run.code, Some(code), "it said: {}", run.err);
    assert_eq!(run.out, "", "nothing that looks like an answer");
    let said = run.err.trim();
    assert!(
        said.ends_with('.') && said.contains(' ') && said.lines().count() <= 4,
        "one plain sentence or two: {said:?}"
    );
    for leak in [
        "panicked", "Error {", "rusqlite", "sqlite", "age::", "src/", PASSPHRASE,
    ] {
        assert!(!said.contains(leak), "{leak:?} is for nobody: {said}");
    }
    let lower = said.to_lowercase();
    assert!(
        about.iter().any(|word| lower.contains(word)),
        "it should speak of {about:?}: {said}"
    );
}

#[test]
fn a_wrong_passphrase_is_called_that() {
    let journal = Journal::new();
    journal.add("We argued about the car.");
    let wrong = journal.call_with("eight kettles under the stairs", &["list", "--json"], "");
    refused(&wrong, PASSPHRASE_REFUSED, &["passphrase"]);
    assert_eq!(journal.list().len(), 1);
}

#[test]
fn an_empty_entry_is_refused() {
    let journal = Journal::new();
    for nothing in ["", "  \n\t\n"] {
        refused(
            &journal.call(&["add"], nothing),
            USAGE,
            &["empty", "nothing", "text"],
        );
    }
    assert!(journal.list().is_empty());
}

#[test]
fn a_weak_passphrase_is_refused_and_makes_no_vault() {
    let home = TempDir::new().unwrap();
    let vault = home.path().join("vault");
    let words = [
        "init",
        "--passphrase-stdin",
        "--vault",
        vault.to_str().unwrap(),
    ];
    refused(
        &run(home.path(), &words, "password\n"),
        PASSPHRASE_REFUSED,
        &["guess"],
    );
    assert!(!vault.join("journal.db").exists());
}

#[test]
fn a_second_init_leaves_the_first_journal_alone() {
    let journal = Journal::new();
    journal.add("We argued about the car.");
    refused(&journal.call(&["init"], ""), FAILED, &["already"]);
    assert_eq!(journal.list().len(), 1);
}

#[test]
fn a_journal_that_is_not_there_is_not_made_by_looking() {
    let home = TempDir::new().unwrap();
    let vault = home.path().join("nowhere");
    for command in ["add", "verify"] {
        let words = [
            command,
            "--passphrase-stdin",
            "--vault",
            vault.to_str().unwrap(),
        ];
        let outcome = run(home.path(), &words, format!("{PASSPHRASE}\nWe argued.\n"));
        refused(&outcome, DAMAGED, &["no journal"]);
    }
    assert!(!vault.exists(), "looking makes nothing");
}

#[test]
fn damage_is_told_apart_from_a_wrong_passphrase() {
    type Harm = fn(&std::path::Path);
    let harms: [(&str, Harm); 6] = [
        ("zero-byte journal.db", |vault| {
            fs::write(vault.join("journal.db"), b"").unwrap();
        }),
        ("journal.db gone", |vault| {
            fs::remove_file(vault.join("journal.db")).unwrap();
        }),
        ("unlock.age gone", |vault| {
            fs::remove_file(vault.join("unlock.age")).unwrap();
        }),
        ("a flipped byte in unlock.age", |vault| {
            flip(&vault.join("unlock.age"), 0.9);
        }),
        ("a flipped byte in the middle of journal.db", |vault| {
            flip(&vault.join("journal.db"), 0.5);
        }),
        ("journal.db cut short", |vault| {
            let path = vault.join("journal.db");
            let bytes = fs::read(&path).unwrap();
            fs::write(&path, &bytes[..bytes.len() / 2 + 100]).unwrap();
        }),
    ];
    for (name, harm) in harms {
        let journal = Journal::new();
        journal.add("We argued about the car.");
        harm(&journal.vault());
        let outcome = journal.call(&["verify"], "");
        assert_eq!(outcome.code, Some(DAMAGED), "{name}: {}", outcome.err);
        let said = outcome.err.to_lowercase();
        assert!(
            !said.contains("wrong passphrase") && !said.contains("panicked"),
            "{name} is not the person's mistake: {said}"
        );
        assert!(
            ["damaged", "missing", "changed", "empty", "not there"]
                .iter()
                .any(|word| said.contains(word)),
            "{name}: {said}"
        );
    }
}

fn flip(path: &std::path::Path, share: f64) {
    let mut bytes = fs::read(path).unwrap();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place somewhere in a small file"
    )]
    let at = (bytes.len() as f64 * share) as usize;
    bytes[at] ^= 0x20;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_month_that_is_none_is_refused() {
    let journal = Journal::new();
    for month in ["2026-13", "October", "2026"] {
        let outcome = journal.call(&["summary", "--json", "--month", month], "");
        assert_eq!(outcome.code, Some(USAGE), "{month} was taken");
        assert!(!outcome.err.contains("panicked"), "{}", outcome.err);
        assert!(outcome.err.contains("2026-10"), "{}", outcome.err);
    }
}

#[test]
fn a_megabyte_goes_in_and_five_do_not() {
    let journal = Journal::new();
    let megabyte = "We argued about the car and I went quiet. ".repeat(25_000);
    assert!(megabyte.len() > 1_000_000);
    journal.add(&megabyte);
    let list = journal.list();
    assert_eq!(
        list[0]["text"].as_str().unwrap().trim_end(),
        megabyte.trim_end()
    );
    let five = "a ".repeat(2_500_000);
    refused(
        &journal.call(&["add"], &five),
        USAGE,
        &["more than one entry"],
    );
    assert_eq!(journal.list().len(), 1);
}

#[test]
fn a_nul_does_not_cut_an_entry_short() {
    let journal = Journal::new();
    journal.add("Before\0after, and I shut down.");
    let list = journal.list();
    let text = list[0]["text"].as_str().unwrap();
    assert!(
        text.starts_with("Before") && text.ends_with("after, and I shut down."),
        "{text:?}"
    );
}

#[test]
fn a_command_that_is_none_is_refused() {
    let home = TempDir::new().unwrap();
    let outcome = run(home.path(), &["publish"], "");
    assert_eq!(outcome.code, Some(USAGE), "{}", outcome.err);
}
