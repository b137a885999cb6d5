//! The binary: hands over to the library.
fn main() { goldseam_app::run(); }
