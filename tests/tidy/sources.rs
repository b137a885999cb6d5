//! What every source file must keep to, whatever it is written in.

use super::{files, named, objections, read};
use std::path::PathBuf;

/// Longer than this, a file holds two things.
const LONGEST: usize = 500;

fn sources() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for folder in ["src-tauri", "xtask", "tests", "ui"] {
        all.extend(files(folder, &[".rs", ".js", ".mjs", ".css", ".html"]));
    }
    all
}

#[test]
fn no_file_is_too_long_to_read_at_once() {
    let long: Vec<_> = sources()
        .iter()
        .map(|path| (named(path), read(path).lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .collect();
    assert!(
        long.is_empty(),
        "{long:?}: over {LONGEST} lines a file is two rooms; part them where the names part"
    );
}

#[test]
fn nothing_unfinished_is_left_behind() {
    // Each mark is written in two pieces, or this file would object to itself.
    let everywhere = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["#[ign", "ore]"]];
    let rust = [["to", "do!("], ["unimplem", "ented!("]];
    let scripts = [["test.on", "ly"], ["test.sk", "ip"], ["sk", "ip: true"]];
    let marks: Vec<String> = [&everywhere[..], &rust[..], &scripts[..]]
        .concat()
        .iter()
        .map(|pieces| pieces.concat())
        .collect();
    let unfinished = |line: &str| marks.iter().any(|mark| line.contains(mark.as_str()));
    assert!(unfinished(&["// TO", "DO: later"].concat()));
    let found = objections(&sources(), unfinished);
    assert!(
        found.is_empty(),
        "half a thing called done is a defect:\n{}",
        found.join("\n")
    );
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let places = [
        ["/home", "/"].concat(),
        ["/Us", "ers/"].concat(),
        ["/ro", "ot/"].concat(),
        ["/wo", "rk/"].concat(),
        ["../sha", "red"].concat(),
        ["C:", "\\"].concat(),
    ];
    let machine = |line: &str| {
        // An example in a test may speak of somebody's home; nobody is called that.
        let line = line.replace(&["/home", "/somebody/"].concat(), "");
        places.iter().any(|place| line.contains(place.as_str()))
    };
    assert!(machine(&["let path = \"/ho", "me/ada/notes\";"].concat()));
    let mut all = sources();
    all.extend(files("content", &[".toml", ".md"]));
    all.extend(
        [
            "Cargo.toml",
            "tauri.conf.json",
            "README.md",
            "ARCHITECTURE.md",
            "SECURITY.md",
        ]
        .map(|name| super::root().join(name)),
    );
    let found = objections(&all, machine);
    assert!(
        found.is_empty(),
        "what works on one machine only does not work:\n{}",
        found.join("\n")
    );
}

#[test]
fn every_source_says_what_lives_there() {
    let silent: Vec<_> = sources()
        .iter()
        .filter(|path| path.extension() != Some("html".as_ref()))
        .filter(|path| {
            let text = read(path);
            let first = text.trim_start_matches('\u{feff}').trim_start();
            !(first.starts_with("//") || first.starts_with("/*"))
        })
        .map(|path| named(path))
        .collect();
    assert!(
        silent.is_empty(),
        "{silent:?}: the first lines say what lives in a file, so that nobody has to read it to \
         learn that it is the wrong one"
    );
}
