//! Prints the TypeScript declarations of the IPC types.

fn main() {
    print!("{}", goldseam_journal::dto::declarations());
}
