//! The one window: its shape, and what its web view may not do.

use std::path::PathBuf;
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder};

/// Label of the only window.
pub const MAIN: &str = "main";

/// Shows the window again.
pub fn show(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    let shown = window
        .show()
        .and_then(|()| window.unminimize())
        .and_then(|()| window.set_focus());
    if let Err(fault) = shown {
        eprintln!("The window could not be shown. {fault}");
    }
}

/// Opens the window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Goldseam")
        .inner_size(1120.0, 800.0)
        .min_inner_size(360.0, 480.0)
        .background_color(Color(0xFA, 0xF7, 0xF1, 0xFF))
        .devtools(false)
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    // WebDriver cannot see an incognito window; what it drives keeps its profile in a folder that
    // is thrown away at the end.
    builder = match automation_profile() {
        Some(profile) => builder.data_directory(profile),
        None => builder.incognito(true),
    };
    #[cfg(any(windows, target_os = "macos"))]
    {
        builder = builder.content_protected(true);
    }
    builder.build()?;
    Ok(())
}

/// Only the app's own pages: `tauri://localhost`, on Windows `http://tauri.localhost`.
fn is_ours(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    match url.scheme() {
        "tauri" => host == "localhost",
        "http" | "https" => cfg!(windows) && host == "tauri.localhost",
        _ => false,
    }
}

fn automation_profile() -> Option<PathBuf> {
    (std::env::var_os("TAURI_WEBVIEW_AUTOMATION")? == "true")
        .then(|| std::env::temp_dir().join(format!("goldseam-automation-{}", std::process::id())))
}

/// Throws the profile of a driven window away.
pub fn forget_automation(_app: &AppHandle) {
    if let Some(profile) = automation_profile()
        && let Err(fault) = std::fs::remove_dir_all(profile)
        && fault.kind() != std::io::ErrorKind::NotFound
    {
        eprintln!("The profile of the driven window could not be removed. {fault}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_our_own_pages_may_be_shown() {
        let ours = |url: &str| Url::parse(url).is_ok_and(|url| is_ours(&url));
        assert!(ours("tauri://localhost/index.html") || cfg!(windows));
        for foreign in [
            "https://example.org/",
            "http://localhost/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "javascript:alert(1)",
            "about:blank",
            "tauri://elsewhere/",
        ] {
            assert!(!ours(foreign), "{foreign}");
        }
    }
}
