//! What a failed command answers.

use serde::Serialize;

/// What every failed command answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export_to = "ipc.d.ts"))]
pub struct Failure {
    /// What the frontend acts on.
    pub code: Code,
    /// What happened, that nothing is lost, and what to do: one or two plain sentences.
    pub message: String,
}

/// A code exists only where the frontend does something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export_to = "ipc.d.ts"))]
#[serde(rename_all = "camelCase")]
pub enum Code {
    /// The journal is locked: show the lock screen.
    Locked,
    /// Wrong passphrase: select the field.
    WrongPassphrase,
    /// The passphrase is too easy to guess, or the two differ: select the field.
    Passphrase,
    /// The journal on disk is damaged or missing: show the page about it.
    Damaged,
    /// Another Goldseam has it open.
    OpenElsewhere,
    /// What was sent cannot be taken (empty, too long, a day to come): show it by the field.
    Input,
    /// It is not there (any more): go back.
    NotFound,
    /// The disk refused: keep the text in the editor, say so.
    Disk,
    /// Anything else.
    Other,
}
