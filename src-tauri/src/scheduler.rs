//! Shows follow-ups when they are due. Its own thread: the notification plugin cannot schedule on
//! desktop. The text is constant and says nothing of anybody.

use crate::shell::Shell;
use crate::window;
use goldseam_journal::reminders;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_notification::NotificationExt;

/// How often the clock is looked at. A look costs one small query while unlocked, none while
/// locked; a suspended computer catches up at the first look.
const LOOK: Duration = if cfg!(feature = "test-hooks") {
    Duration::from_millis(200)
} else {
    Duration::from_secs(15)
};

/// Starts the thread.
pub fn start(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    let clicked = app.clone();
    app.notification()
        .on_action(move |_| open_clicked(&clicked))?;
    let app = app.clone();
    std::thread::Builder::new()
        .name("scheduler".to_owned())
        .spawn(move || {
            loop {
                std::thread::sleep(LOOK);
                look(&app);
            }
        })?;
    Ok(())
}

fn look(app: &AppHandle) {
    let shell = app.state::<Shell>();
    shell.refresh_reminders();
    // An open Today lists what is due, also where no notification may be shown.
    if shell.more_due()
        && let Err(fault) = app.emit_to(window::MAIN, "due", ())
    {
        eprintln!("The page could not be told of a question. {fault}");
    }
    let Some(due) = shell.due() else {
        return;
    };
    // Noted in the journal at once, so that a crash does not show it twice.
    shell.refresh_reminders();
    shell.shown(due.rupture_id);
    let (title, body) = reminders::notification();
    if let Err(fault) = app.notification().builder().title(title).body(body).show() {
        eprintln!("A reminder could not be shown. {fault}");
    }
}

/// Somebody opened the notification: the window comes up, and leads to that conflict at once or
/// after the lock screen.
fn open_clicked(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let Some(rupture_id) = shell.last_shown() else {
        return;
    };
    shell.lead_to(rupture_id.clone());
    let main = app.clone();
    // Windows are opened on the main thread only.
    let shown = app.run_on_main_thread(move || window::show(&main));
    if let Err(fault) = shown {
        eprintln!("The window could not be shown. {fault}");
    }
    if shell.is_unlocked()
        && let Err(fault) = app.emit_to(window::MAIN, "open-rupture", rupture_id)
    {
        eprintln!("The page could not be led to the conflict. {fault}");
    }
}
