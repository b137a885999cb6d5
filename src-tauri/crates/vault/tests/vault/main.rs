//! The vault from the outside: real files, and what a thief, a broken disk or a second program
//! would meet. What needs a look inside is tested beside the code.
#![allow(missing_docs, clippy::unwrap_used)]

mod bench;
mod create;
mod damage;
mod label;
mod memory;
mod open;
mod secrecy;
mod verify;
