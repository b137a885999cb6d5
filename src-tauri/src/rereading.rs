//! Reads earlier entries again after an unlock, when the analyser has learned since: one after
//! the other on a thread of its own, giving way to whatever the person does meanwhile. A lock ends
//! it; the next unlock goes on where it stood.

use crate::shell::Shell;
use crate::window;
use goldseam_journal::again_words;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Manager};

/// Between two entries, so that a waiting command comes first.
const GIVE_WAY: Duration = Duration::from_millis(2);

/// How often the page is told how far it is.
const TELL: Duration = Duration::from_millis(250);

/// Starts the thread; it ends by itself.
pub fn start(app: &AppHandle) {
    let app = app.clone();
    let started = std::thread::Builder::new()
        .name("rereading".to_owned())
        .spawn(move || read(&app));
    if let Err(fault) = started {
        // They are read at the next unlock.
        eprintln!("Earlier entries are not read again now. {fault}");
    }
}

fn read(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let Ok(waiting) = shell.with(|open| open.to_read_again()) else {
        return;
    };
    let mut told = Instant::now();
    for (done, id) in waiting.iter().enumerate() {
        if done == 0 || told.elapsed() >= TELL {
            tell(app, Some(again_words(done, waiting.len())));
            told = Instant::now();
        }
        match shell.with(|open| open.read_again(id)) {
            Ok(()) => std::thread::sleep(GIVE_WAY),
            Err(failure) => {
                if shell.is_unlocked() {
                    eprintln!("{failure}");
                }
                break;
            }
        }
    }
    if !waiting.is_empty() {
        tell(app, None);
    }
}

/// The sentence while it goes on, nothing when it has ended.
fn tell(app: &AppHandle, words: Option<String>) {
    if let Err(fault) = app.emit_to(window::MAIN, "reading-again", words) {
        eprintln!("The page could not be told of the reading. {fault}");
    }
}
