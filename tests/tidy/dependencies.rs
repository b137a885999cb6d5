//! Who may depend on whom, under which licence, and that nothing can reach the network.

use super::cargo;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The desktop platforms the app is made for.
const TARGETS: [&str; 3] = [
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
];

/// Licences that an app under Apache-2.0 OR MIT may carry.
const LICENCES: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whatever speaks HTTP, TLS or DNS of its own. (`http`, which names things only, is not here.)
const NETWORK: [&str; 24] = [
    "attohttpc",
    "awc",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "lettre",
    "minreq",
    "native-tls",
    "quinn",
    "reqwest",
    "rustls",
    "sentry",
    "surf",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tiny_http",
    "tungstenite",
    "ureq",
    "websocket",
];

/// Our packages with the names of what each depends on outside of its tests.
fn ours() -> BTreeMap<String, BTreeSet<String>> {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version=1"])).unwrap();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let packages: BTreeMap<_, _> = list(&metadata["packages"])
        .iter()
        .map(|package| {
            let needs = list(&package["dependencies"])
                .iter()
                .filter(|need| need["kind"].as_str() != Some("dev"))
                .map(|need| need["name"].as_str().unwrap().to_owned())
                .collect();
            (package["name"].as_str().unwrap().to_owned(), needs)
        })
        .collect();
    assert_eq!(
        packages.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "goldseam",
            "goldseam-analyser",
            "goldseam-cli",
            "goldseam-content",
            "goldseam-journal",
            "goldseam-lexicon",
            "goldseam-measure",
            "goldseam-vault",
            "xtask"
        ],
        "a new package needs its line in the rules below"
    );
    packages
}

/// Each package of a tree as (name, licence).
fn tree(package: &str, target: &str) -> BTreeSet<(String, String)> {
    cargo(&[
        "tree",
        "--package",
        package,
        "--edges",
        "normal",
        "--target",
        target,
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}\t{l}",
    ])
    .lines()
    .filter_map(|line| line.split_once('\t'))
    .map(|(package, licence)| {
        let name = package.split(' ').next().unwrap_or_default();
        (name.to_owned(), licence.trim().to_owned())
    })
    .collect()
}

/// Whether a licence expression can be met by the list: every part of it that is joined by AND
/// has an alternative that is on the list.
fn allowed(licence: &str) -> bool {
    licence.split(" AND ").all(|part| {
        part.trim_matches(['(', ')'])
            .replace('/', " OR ")
            .split(" OR ")
            .any(|choice| LICENCES.contains(&choice.trim()))
    })
}

#[test]
fn our_packages_know_only_whom_they_may() {
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("goldseam", &["goldseam-journal"][..]),
        ("goldseam-analyser", &[]),
        ("goldseam-cli", &["goldseam-journal"]),
        ("goldseam-content", &[]),
        (
            "goldseam-journal",
            &[
                "goldseam-analyser",
                "goldseam-content",
                "goldseam-lexicon",
                "goldseam-vault",
            ],
        ),
        (
            "goldseam-lexicon",
            &["goldseam-analyser", "goldseam-content"],
        ),
        ("goldseam-measure", &[]),
        ("goldseam-vault", &[]),
        ("xtask", &[]),
    ]);
    for (package, needs) in ours() {
        for need in needs.iter().filter(|need| need.starts_with("goldseam")) {
            assert!(
                may[package.as_str()].contains(&need.as_str()),
                "{package} uses {need}. The use cases stand in the journal; analyser, vault and \
                 content know nothing of each other, so that each can be read and tested alone"
            );
        }
    }
}

#[test]
fn the_encrypted_file_has_one_door() {
    for (package, needs) in ours() {
        for door in ["rusqlite", "age", "libsqlite3-sys"] {
            assert!(
                package == "goldseam-vault" || !needs.contains(door),
                "{package} uses {door}: keys and SQL stay in the vault, where they are reviewed"
            );
        }
    }
}

#[test]
fn only_the_app_knows_the_window() {
    for (package, needs) in ours() {
        let window = needs
            .iter()
            .find(|need| need.starts_with("tauri") || *need == "wry");
        assert!(
            package == "goldseam" || window.is_none(),
            "{package} uses {window:?}: everything but the shell must run without a window"
        );
    }
    for target in TARGETS {
        let found = tree("goldseam-cli", target)
            .into_iter()
            .find(|(name, _)| name.starts_with("tauri") || name == "wry" || name == "gtk");
        assert_eq!(
            found, None,
            "the command line must build and run where no window system is"
        );
    }
}

#[test]
fn the_analyser_is_pure() {
    let needs = &ours()["goldseam-analyser"];
    for impure in ["serde", "chrono", "rand", "getrandom", "rusqlite", "toml"] {
        assert!(
            !needs.contains(impure),
            "the analyser uses {impure}: the same text must give the same findings, everywhere"
        );
    }
}

#[test]
fn tauri_stays_at_its_second_version() {
    let found = tree("goldseam", TARGETS[0]);
    assert!(found.iter().any(|(name, _)| name == "tauri"));
    let listed = cargo(&[
        "tree",
        "--package",
        "goldseam",
        "--prefix",
        "none",
        "--depth",
        "1",
    ]);
    let tauri = listed
        .lines()
        .find(|line| line.starts_with("tauri v"))
        .expect("the app depends on tauri");
    assert!(
        tauri.starts_with("tauri v2."),
        "{tauri}: version 3 is an alpha with another permission model"
    );
}

#[test]
fn nothing_in_the_app_speaks_to_a_network() {
    for target in TARGETS {
        let found: Vec<_> = tree("goldseam", target)
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| NETWORK.contains(&name.as_str()))
            .collect();
        assert!(
            found.is_empty(),
            "{found:?} in the tree for {target}: nothing that is written may leave the machine, so \
             there is nothing that could carry it"
        );
    }
}

#[test]
fn every_licence_may_be_shipped() {
    assert!(allowed("MIT OR Apache-2.0") && allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(allowed("Apache-2.0 OR GPL-2.0-only"), "we take the first");
    assert!(!allowed("GPL-3.0-only") && !allowed("MIT AND AGPL-3.0") && !allowed(""));
    for target in TARGETS {
        let packages = tree("goldseam", target);
        assert!(packages.len() > 100, "the tree for {target} was not read");
        for (name, licence) in packages {
            assert!(
                allowed(&licence),
                "{name} is under \"{licence}\", which an app under Apache-2.0 OR MIT cannot carry \
                 without a second look"
            );
        }
    }
}
