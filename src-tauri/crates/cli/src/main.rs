//! The journal from a terminal.
fn main() {}
