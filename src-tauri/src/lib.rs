//! The desktop shell: one window, the scheduler, and commands of three lines each that call
//! `goldseam-journal`. Nothing here knows what an entry holds.

mod arguments;
mod commands;
mod leaving;
mod rereading;
mod scheduler;
mod shell;
mod window;

use arguments::Arguments;
use shell::Shell;
use std::process::ExitCode;
use tauri::{Manager, RunEvent};

/// Runs the app until it is left.
pub fn run() -> ExitCode {
    let arguments = match Arguments::from_env() {
        Ok(arguments) => arguments,
        Err(words) => {
            eprintln!("{words}");
            return ExitCode::from(2);
        }
    };
    let shell = match Shell::new(&arguments) {
        Ok(shell) => shell,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::FAILURE;
        }
    };
    let mut single = tauri_plugin_single_instance::Builder::new()
        .callback(|app, _arguments, _folder| window::show(app));
    if let Some(id) = arguments.instance_id() {
        single = single.dbus_id(id);
    }
    let built = tauri::Builder::default()
        // First, so that a second start ends before it does anything.
        .plugin(single.build())
        .plugin(tauri_plugin_notification::init())
        .manage(shell)
        .invoke_handler(include!(concat!(env!("OUT_DIR"), "/handler.rs")))
        .setup(|app| {
            window::open(app.handle())?;
            scheduler::start(app.handle())?;
            std::thread::spawn(goldseam_journal::warm_up);
            Ok(())
        })
        .build(tauri::generate_context!("tauri.conf.json"));
    let app = match built {
        Ok(app) => app,
        Err(fault) => {
            eprintln!("Goldseam could not open its window. {fault}");
            return ExitCode::FAILURE;
        }
    };
    app.run(|app, event| match event {
        RunEvent::WindowEvent {
            event: tauri::WindowEvent::CloseRequested { api, .. },
            ..
        } => {
            api.prevent_close();
            leaving::close(app);
        }
        RunEvent::Exit => {
            app.state::<Shell>().lock_for_good();
            window::forget_automation(app);
        }
        _ => {}
    });
    ExitCode::SUCCESS
}
