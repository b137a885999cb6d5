//! What is left in a program's memory after it has closed a vault, seen from outside.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::process::{Child, Command, Stdio};

use crate::bench::{Bench, PASSPHRASE};
use crate::secrecy::open_envelope;

fn hear(from: &mut impl BufRead, word: &str) {
    let mut line = String::new();
    while line.trim() != word {
        line.clear();
        assert!(
            from.read_line(&mut line).unwrap() > 0,
            "ended before it said {word}"
        );
    }
}

/// How often each of `needles` stands in the writable memory of `child`.
fn hits(child: &Child, needles: &[&[u8]]) -> Vec<usize> {
    let maps = fs::read_to_string(format!("/proc/{}/maps", child.id())).unwrap();
    let mut memory = File::open(format!("/proc/{}/mem", child.id())).unwrap();
    let mut found = vec![0; needles.len()];
    for map in maps.lines() {
        let mut fields = map.split(' ');
        let (range, rights) = (fields.next().unwrap(), fields.next().unwrap());
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').unwrap();
        let from = u64::from_str_radix(from, 16).unwrap();
        let to = u64::from_str_radix(to, 16).unwrap();
        memory.seek(SeekFrom::Start(from)).unwrap();
        let mut bytes = Vec::new();
        // Pages without memory behind them end the reading; nothing stands there.
        let _some_are_unreadable = (&mut memory).take(to - from).read_to_end(&mut bytes);
        for (count, needle) in found.iter_mut().zip(needles) {
            *count += bytes
                .windows(needle.len())
                .filter(|window| window == needle)
                .count();
        }
    }
    found
}

#[test]
fn the_key_is_gone_from_memory_when_the_vault_is_closed() {
    for making in [false, true] {
        let bench = if making {
            Bench::empty()
        } else {
            Bench::with_vault()
        };
        let mut child = Command::new(env!("CARGO_BIN_EXE_vault-child"))
            .arg(if making { "hold-made" } else { "hold-opened" })
            .arg(bench.place.dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut says = BufReader::new(child.stdout.take().unwrap());
        let mut go_on = child.stdin.take().unwrap();

        hear(&mut says, "open");
        let (literal, id) = open_envelope(&bench);
        let hex = &literal[2..66];
        let raw: Vec<u8> = (0..64)
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
            .collect();
        let while_open = hits(&child, &[hex.as_bytes(), &raw, id.as_bytes()]);
        writeln!(go_on).unwrap();
        hear(&mut says, "closed");
        let after = hits(&child, &[hex.as_bytes(), &raw, PASSPHRASE.as_bytes()]);
        writeln!(go_on).unwrap();
        assert!(child.wait().unwrap().success());
        println!("making: {making}, open: {while_open:?}, closed: {after:?}");
        assert!(
            while_open[2] > 0,
            "the search finds what is there: the vault's id"
        );
        assert_eq!(after, [0, 0, 0], "making: {making}");
    }
}
