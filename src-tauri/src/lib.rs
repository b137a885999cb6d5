//! The desktop shell.
/// Runs the app.
pub fn run() {
    tauri::Builder::default()
        .plugin(tauri_plugin_notification::init())
        .run(tauri::generate_context!("tauri.conf.json")).expect("the window opens");
}
