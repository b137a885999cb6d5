//! The frontend's types are the backend's.

#[test]
fn the_committed_declarations_are_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/types/ipc.d.ts");
    let committed = std::fs::read_to_string(path).expect("ui/types/ipc.d.ts is there");
    assert!(
        committed.replace("\r\n", "\n") == goldseam_journal::dto::declarations(),
        "ui/types/ipc.d.ts is not current: its first lines say how it is made"
    );
}
