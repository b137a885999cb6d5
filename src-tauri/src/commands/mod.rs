//! One adapter a command, three lines each: what is done stands in `goldseam-journal`. The list of
//! them is `src-tauri/commands.txt`, from which the handler and the permissions are made.

// Tauri hands a command its state and request by value.
#![allow(clippy::needless_pass_by_value)]

mod opening;
mod reading;
mod repairing;
mod writing;

pub use opening::*;
pub use reading::*;
pub use repairing::*;
pub use writing::*;
