//! kill -9 at random moments: an id that was printed is in the journal, whatever came after.

use super::{Journal, PASSPHRASE, start};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::{Read, Write};
use std::time::{Duration, Instant};

const KILLS: u32 = 40;

/// A number between 0 and 1, another each time.
fn chance(turn: u32) -> f64 {
    let drawn = RandomState::new().hash_one(turn);
    f64::from(u32::try_from(drawn >> 32).unwrap()) / f64::from(u32::MAX)
}

#[test]
fn no_acknowledged_entry_is_lost_by_forty_kills() {
    let journal = Journal::new();
    let whole = Instant::now();
    let mut acknowledged = vec![journal.add("We argued about entry number zero.")];
    let whole = whole.elapsed();
    let mut struck = 0;
    for turn in 1..=KILLS {
        let mut child = start(journal.home.path(), &journal.words(&["add"]));
        let began = Instant::now();
        // It may be gone before it listens; then nothing is acknowledged either.
        let text = format!("{PASSPHRASE}\nWe argued about entry number {turn}.\n");
        drop(
            child
                .stdin
                .take()
                .map(|mut pipe| pipe.write_all(text.as_bytes())),
        );
        let moment = whole.mul_f64(chance(turn) * 1.2);
        std::thread::sleep(moment.saturating_sub(began.elapsed()));
        struck += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        let mut said = String::new();
        child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        child.wait().unwrap();
        if let Some((id, "")) = said.split_once('\n') {
            acknowledged.push(id.to_owned());
        }
    }
    let list = journal.list();
    let listed: Vec<_> = list
        .iter()
        .filter_map(|entry| entry["id"].as_str())
        .collect();
    for id in &acknowledged {
        assert!(
            listed.contains(&id.as_str()),
            "{id} was acknowledged and is gone; \"saved\" must mean saved"
        );
    }
    for entry in &list {
        let text = entry["text"].as_str().unwrap();
        assert!(
            text.starts_with("We argued about entry number ") && text.trim_end().ends_with('.'),
            "half an entry: {text:?}"
        );
    }
    journal.call(&["verify"], "").good();
    assert!(
        struck >= KILLS / 4,
        "only {struck} of {KILLS} kills struck a running program ({:?} a run): nothing is proven",
        whole.max(Duration::ZERO)
    );
}
