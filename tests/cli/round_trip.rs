//! What goes in comes out: add, list, summary, verify.

use super::{Journal, PASSPHRASE};
use serde_json::Value;
use std::fs;

const QUIET: &str = "She asked where I had been. I shut down and went to bed without a word.";

#[test]
fn what_was_added_is_listed_as_it_was_written() {
    let journal = Journal::new();
    let hard = "Zoë said “fine” 😶 — שלום\n\n<script>alert(1)</script>\tend";
    let ids = [journal.add(QUIET), journal.add(hard)];
    let list = journal.list();
    assert_eq!(list.len(), 2);
    for (id, text) in ids.iter().zip([QUIET, hard]) {
        let entry = list
            .iter()
            .find(|entry| entry["id"] == id.as_str())
            .unwrap_or_else(|| panic!("{id} is not listed"));
        assert_eq!(entry["text"], text);
        let written = entry["written_at"].as_str().unwrap();
        assert!(written.ends_with('Z') && written.contains('T'), "{written}");
        let day = entry["happened_on"].as_str().unwrap();
        assert_eq!(day.len(), "2026-10-03".len(), "{day}");
        assert!(entry["people"].is_array());
        assert!(entry["findings"].is_array());
    }
    let quiet = list.iter().find(|entry| entry["text"] == QUIET).unwrap();
    assert!(
        quiet["findings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|finding| finding["kind"] == "stonewalling"),
        "what was read is stored: {quiet}"
    );
}

#[test]
fn the_month_counts_what_was_added() {
    let journal = Journal::new();
    let quiet = [
        journal.add(QUIET),
        journal.add("We argued about the car and I went to bed without a word."),
    ];
    journal.add("We argued about money, but I didn't shut down this time.");
    let day = journal.list()[0]["happened_on"]
        .as_str()
        .unwrap()
        .to_owned();
    let month = &day[..7];
    let out = journal
        .call(&["summary", "--month", month, "--json"], "")
        .good();
    let summary: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(summary["month"], month);
    assert_eq!(summary["n"], 3, "three ruptures: {summary}");
    assert_eq!(summary["ruptures"].as_array().unwrap().len(), 3);
    let statement = summary["statements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|statement| statement["kind"] == "stonewalling")
        .unwrap_or_else(|| panic!("{summary}"));
    assert_eq!(
        (&statement["k"], &statement["n"]),
        (&Value::from(2), &Value::from(3)),
        "the one held back is not counted: {summary}"
    );
    let mut behind: Vec<_> = statement["entry_ids"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    behind.sort_unstable();
    let mut told: Vec<_> = quiet.iter().map(String::as_str).collect();
    told.sort_unstable();
    assert_eq!(behind, told, "every count can be followed to its entries");
}

#[test]
fn the_vault_is_three_files_and_verifies() {
    let journal = Journal::new();
    journal.add(QUIET);
    for name in ["journal.db", "unlock.age", "vault.json"] {
        assert!(journal.vault().join(name).is_file(), "{name} is missing");
    }
    let out = journal.call(&["verify"], "").good();
    let verified: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&verified["sound"], &verified["entries"]),
        (&Value::from(true), &Value::from(1))
    );
}

#[test]
fn nothing_in_the_vault_can_be_read() {
    let journal = Journal::new();
    let other = Journal::new();
    journal.add(QUIET);
    other.add(QUIET);
    let utf16: Vec<u8> = QUIET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let start = |journal: &Journal| {
        let mut bytes = fs::read(journal.vault().join("journal.db")).unwrap();
        bytes.truncate(16);
        bytes
    };
    let mut seen = 0;
    for entry in fs::read_dir(journal.vault()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for secret in [QUIET.as_bytes(), &utf16, PASSPHRASE.as_bytes()] {
            assert!(
                !bytes.windows(secret.len()).any(|window| window == secret),
                "{} holds a sentence in the clear",
                path.display()
            );
        }
        seen += 1;
    }
    assert!(seen >= 3);
    assert_ne!(start(&journal), b"SQLite format 3\0");
    assert_ne!(
        start(&journal),
        start(&other),
        "each vault has its own salt"
    );
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_open_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let journal = Journal::new();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&journal.vault()), 0o700);
    for name in ["journal.db", "unlock.age", "vault.json"] {
        assert_eq!(mode(&journal.vault().join(name)), 0o600, "{name}");
    }
}
