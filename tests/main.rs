//! The tests of the whole workspace, in one binary: the command line as somebody uses it, and the
//! house rules ("tidy") that Cargo cannot enforce.
//! Not here: units, which stand beside their code; the interface's tests (`ui/`) and those of the
//! real window (`window/`), which are JavaScript.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics is a test that fails, and says where"
)]

mod cli;
mod tidy;
