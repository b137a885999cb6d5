//! What stands in the editor: one draft for a new entry and one for each entry being changed.

use super::{Reads, Write, maybe, run};
use crate::VaultError;

/// The slot of the draft of a new entry; any other slot is the id of the entry being changed.
pub const NEW: &str = "new";

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The editor's fields, as the journal serialised them.
    pub body: String,
    /// UTC instant, RFC 3339.
    pub saved_at: String,
}

/// The draft in a slot, if there is one.
///
/// # Errors
/// The disk's refusal.
pub fn get(at: &impl Reads, slot: &str) -> Result<Option<Draft>, VaultError> {
    maybe(
        at,
        "SELECT body, saved_at FROM draft WHERE slot = ?1",
        &[&slot],
        |row| {
            Ok(Draft {
                body: row.get(0)?,
                saved_at: row.get(1)?,
            })
        },
    )
}

/// Puts a draft into a slot, in place of what was there.
///
/// # Errors
/// The disk's refusal; the earlier draft stays.
pub fn put(at: &Write<'_>, slot: &str, draft: &Draft) -> Result<(), VaultError> {
    run(
        at,
        "INSERT INTO draft (slot, body, saved_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (slot) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        &[&slot, &draft.body, &draft.saved_at],
    )?;
    Ok(())
}

/// Empties a slot.
///
/// # Errors
/// The disk's refusal.
pub fn clear(at: &Write<'_>, slot: &str) -> Result<(), VaultError> {
    run(at, "DELETE FROM draft WHERE slot = ?1", &[&slot])?;
    Ok(())
}
