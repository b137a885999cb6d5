//! The use cases of Goldseam: write, read, follow up, summarise. The desktop app and
//! `goldseam-cli` are two thin fronts of this crate.
//!
//! Glossary: a *rupture* is what broke; one or more *entries* tell it; a *finding* is one act
//! that the analyser (or the writer) sees in an entry, of a *kind*, by *who*, with a *status*; a
//! *verdict* is the writer's word on a finding; what *rests* lies behind the safety gate and is
//! in no count, list of findings, question or nudge.
//!
//! Not here: windows and notifications (the app), SQL and keys (`goldseam-vault`), rules
//! (`goldseam-analyser`), texts (`content/`). Time enters here, by [`clock::Clock`].

mod again;
pub mod clock;
pub mod days;
mod demo;
pub mod dto;
mod entry_page;
mod fault;
mod follow_up;
mod gate;
mod list;
pub mod machine;
mod month;
mod opening;
mod people;
mod reader;
pub mod reminders;
mod settings;
mod today;
mod wire;
mod write;

pub use again::again_words;
pub use opening::{Locked, Unlocked, default_dir};

/// Longest text of one entry, in bytes.
pub const LONGEST_TEXT: usize = 4 * 1024 * 1024;

/// Makes ready what needs no key: the texts and the lexicon. Called beside the start of the app, so
/// that the first entry is read as fast as the next.
pub fn warm_up() {
    goldseam_content::content();
    goldseam_lexicon::lexicon();
}
