//! Opening, closing, leaving, settings.

use crate::shell::Shell;
use crate::{leaving, rereading};
use goldseam_journal::Locked;
use goldseam_journal::dto::{
    CreateRequest, EntrySaved, Failure, PassphraseRequest, Settings, Status, Strength, Today,
};
use tauri::{AppHandle, State, WebviewWindow};

#[tauri::command(async)]
pub fn status(shell: State<'_, Shell>) -> Result<Status, Failure> {
    shell.status()
}

#[tauri::command(async)]
pub fn passphrase_strength(request: PassphraseRequest) -> Strength {
    Locked::passphrase_strength(request)
}

#[tauri::command(async)]
pub fn create(
    shell: State<'_, Shell>,
    request: CreateRequest,
) -> Result<Option<EntrySaved>, Failure> {
    #[cfg(feature = "test-hooks")]
    return shell.open(|locked| locked.create_cheaply(request));
    #[cfg(not(feature = "test-hooks"))]
    return shell.open(|locked| locked.create(request));
}

#[tauri::command(async)]
pub fn unlock(
    app: AppHandle,
    shell: State<'_, Shell>,
    request: PassphraseRequest,
) -> Result<Today, Failure> {
    shell.open(|locked| locked.unlock(request).map(|open| (open, ())))?;
    #[cfg(feature = "test-hooks")]
    if std::env::var_os("GOLDSEAM_TEST_READ_BEFORE").is_some() {
        shell.with(goldseam_journal::Unlocked::pretend_read_before)?;
    }
    rereading::start(&app);
    today(shell)
}

#[tauri::command(async)]
pub fn today(shell: State<'_, Shell>) -> Result<Today, Failure> {
    let mut today = shell.with(|open| open.today())?;
    today.open_rupture = shell.led_to();
    Ok(today)
}

#[tauri::command(async)]
pub fn lock(shell: State<'_, Shell>, window: WebviewWindow) -> Result<(), Failure> {
    let closed = shell.lock();
    // The page is made anew, so that nothing of the journal stays in it.
    if let Err(fault) = window.reload() {
        eprintln!("The page could not be made anew. {fault}");
    }
    closed
}

#[tauri::command(async)]
pub fn quit(app: AppHandle) {
    leaving::quit(&app);
}

#[tauri::command(async)]
pub fn settings(shell: State<'_, Shell>) -> Result<Settings, Failure> {
    shell.with(|open| open.settings())
}

#[tauri::command(async)]
pub fn settings_set(shell: State<'_, Shell>, request: Settings) -> Result<Settings, Failure> {
    shell.with(|open| open.settings_set(&request))
}
