//! Settings that travel with the journal.

use super::{Reads, Write, maybe, run};
use crate::VaultError;

/// The value of a setting, if it was ever set.
///
/// # Errors
/// The disk's refusal.
pub fn get(at: &impl Reads, key: &str) -> Result<Option<String>, VaultError> {
    maybe(
        at,
        "SELECT value FROM setting WHERE key = ?1",
        &[&key],
        |row| row.get(0),
    )
}

/// Sets a setting.
///
/// # Errors
/// The disk's refusal.
pub fn set(at: &Write<'_>, key: &str, value: &str) -> Result<(), VaultError> {
    run(
        at,
        "INSERT INTO setting (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        &[&key, &value],
    )?;
    Ok(())
}
