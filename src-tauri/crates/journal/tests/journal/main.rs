//! The use cases from outside: real files, a clock that is set, the key derivation cheap.

mod again;
mod diary;
mod follow_up;
mod gate;
mod month;
mod reading;
#[cfg(feature = "types")]
mod types;
mod writing;
