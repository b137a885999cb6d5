//! Declares the app's commands to Tauri and writes the handler for them. `commands.txt` is the
//! one list: a command that is not declared would be open to every window.

use std::path::Path;
use std::{env, fs};

fn main() {
    let list = Path::new("src-tauri/commands.txt");
    println!("cargo::rerun-if-changed={}", list.display());
    let text = fs::read_to_string(list).expect("src-tauri/commands.txt is there");
    // Cargo runs a build script once and ends: what it leaks is gone with it.
    let text: &'static str = text.leak();
    let commands: &'static [&'static str] = text.split_whitespace().collect::<Vec<_>>().leak();

    let handlers = commands
        .iter()
        .map(|name| format!("crate::commands::{name}"))
        .collect::<Vec<_>>()
        .join(", ");
    let out = env::var_os("OUT_DIR").expect("Cargo names the output folder");
    fs::write(
        Path::new(&out).join("handler.rs"),
        format!("tauri::generate_handler![{handlers}]"),
    )
    .expect("the output folder can be written to");

    tauri_build::try_build(
        tauri_build::Attributes::new()
            .app_manifest(tauri_build::AppManifest::new().commands(commands)),
    )
    .expect("tauri.conf.json is valid");
}
