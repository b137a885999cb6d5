//! The binary: hands over to the library.

// A console window beside the app would tell of it.
#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    goldseam_app::run()
}
