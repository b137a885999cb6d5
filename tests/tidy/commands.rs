//! The app's commands are named in three places that must agree: the list Tauri and the handler
//! are built from, what the window is allowed, and what the interface knows. One that is missing
//! in a list is open to nobody; one too many is a door without a use.

use super::{files, read, root};
use serde_json::Value;
use std::collections::BTreeSet;

/// The one list: `src-tauri/build.rs` declares it to Tauri and writes the handler from it.
fn declared() -> BTreeSet<String> {
    let list = read(&root().join("src-tauri/commands.txt"));
    let commands: BTreeSet<String> = list.split_whitespace().map(str::to_owned).collect();
    assert!(commands.len() > 20, "the list of commands was not read");
    commands
}

/// The permissions of the one window.
fn permissions() -> BTreeSet<String> {
    let config: Value =
        serde_json::from_str(&read(&root().join("tauri.conf.json"))).expect("it is JSON");
    let capabilities = config["app"]["security"]["capabilities"]
        .as_array()
        .expect("the capabilities stand in tauri.conf.json");
    assert_eq!(
        capabilities.len(),
        1,
        "there is one window, so one capability"
    );
    capabilities[0]["permissions"]
        .as_array()
        .expect("a capability lists permissions")
        .iter()
        .map(|name| name.as_str().expect("a permission is a name").to_owned())
        .collect()
}

/// Typed in the interface's one door.
fn typed() -> BTreeSet<String> {
    let door = read(&root().join("ui/js/backend.js"));
    let (_, list) = door
        .split_once("@typedef {{")
        .expect("the types of commands");
    let (list, _) = list
        .split_once("}} Commands")
        .expect("the types of commands");
    list.lines()
        .filter_map(|line| line.trim().trim_start_matches('*').trim().split_once(": ["))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn the_interface_knows_the_commands_there_are() {
    assert_eq!(
        declared(),
        typed(),
        "left: src-tauri/commands.txt; right: the types in ui/js/backend.js"
    );
}

#[test]
fn the_window_may_call_our_commands_and_nothing_else() {
    let mut may: BTreeSet<String> = declared()
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    may.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
    assert_eq!(
        may,
        permissions(),
        "left: our commands and hearing events; right: what tauri.conf.json allows. Plugins are \
         called from Rust alone: what the page cannot call, a script in it cannot either"
    );
}

#[test]
fn every_command_is_used() {
    let scripts: String = files("ui/js", &[".js"])
        .iter()
        .map(|path| read(path))
        .collect();
    let asked: String = scripts.split_whitespace().collect();
    let unused: Vec<_> = declared()
        .into_iter()
        .filter(|name| !asked.contains(&format!("ask(\"{name}\"")))
        .collect();
    assert!(
        unused.is_empty(),
        "{unused:?} can be called but nobody does: a door without a use is only a risk"
    );
}
