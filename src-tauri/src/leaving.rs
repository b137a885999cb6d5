//! Closing the window and leaving the app: the draft first, then the lock, then away.

use crate::shell::Shell;
use crate::window;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// How long the page has to hand in what stands in the editor.
const FLUSH: Duration = Duration::from_millis(700);

/// The window's close button: hides it at once, keeps the draft, locks; then waits for a
/// follow-up if the person asked for that, else leaves.
pub fn close(app: &AppHandle) {
    let app = app.clone();
    if let Some(window) = app.get_webview_window(window::MAIN)
        && let Err(fault) = window.hide()
    {
        eprintln!("The window could not be hidden. {fault}");
    }
    std::thread::spawn(move || {
        let shell = app.state::<Shell>();
        if shell.is_unlocked() {
            match app.emit_to(window::MAIN, "flush", ()) {
                Ok(()) => std::thread::sleep(FLUSH),
                Err(fault) => eprintln!("The page could not be told to hand in. {fault}"),
            }
        }
        shell.lock_for_good();
        match app
            .get_webview_window(window::MAIN)
            .filter(|_| shell.wants_background())
        {
            // Hidden with the lock screen in it, made anew. Not closed: a second window without a
            // profile is not served our pages by the web view.
            Some(window) => {
                if let Err(fault) = window.reload() {
                    eprintln!("The page could not be made anew. {fault}");
                }
            }
            None => app.exit(0),
        }
    });
}

/// How long a draft that the page sent beside "Hide" may take to arrive.
const ARRIVAL: Duration = Duration::from_millis(250);

/// "Hide" and Esc Esc: hides at once, takes the draft that the page sends beside it, locks, leaves.
pub fn quit(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(window::MAIN)
        && let Err(fault) = window.hide()
    {
        eprintln!("The window could not be hidden. {fault}");
    }
    let shell = app.state::<Shell>();
    if shell.is_unlocked() {
        std::thread::sleep(ARRIVAL);
    }
    shell.lock_for_good();
    app.exit(0);
}
