//! Ruptures: what broke and what became of it.

use super::{Reads, Write, maybe, one, rows, run, run_one};
use crate::VaultError;
use rusqlite::Row;

/// A rupture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rupture {
    /// Uuid v7.
    pub id: String,
    /// What it was over.
    pub cause: Option<String>,
    /// How big it felt.
    pub size: Option<String>,
    /// What became of it.
    pub state: String,
    /// UTC instant of the last change of state.
    pub state_at: String,
    /// The earlier rupture it repeats.
    pub repeats: Option<String>,
}

/// A rupture with the first untrashed entry that tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The rupture.
    pub rupture: Rupture,
    /// Its first entry.
    pub entry_id: String,
    /// Day of that entry.
    pub happened_on: String,
    /// Part of that day.
    pub happened_part: Option<String>,
    /// First words of that entry.
    pub opening: String,
    /// An entry or a person of it rests behind the gate.
    pub resting: bool,
}

/// First entry per rupture, and whether anything in it rests. Told once, used by every list.
const TOLD: &str = "
  SELECT r.id, r.cause, r.size, r.state, r.state_at, r.repeats,
         e.id, e.happened_on, e.happened_part, e.opening,
         EXISTS (SELECT 1 FROM entry g WHERE g.rupture_id = r.id AND g.trashed_at IS NULL AND g.resting = 1)
         OR EXISTS (SELECT 1 FROM entry g JOIN entry_person ep ON ep.entry_id = g.id
                    JOIN person p ON p.id = ep.person_id
                    WHERE g.rupture_id = r.id AND g.trashed_at IS NULL
                      AND (p.gate <> 'none' OR p.safety_answer IN ('sometimes', 'yes')))
  FROM rupture r
  JOIN entry e ON e.seq = (SELECT min(f.seq) FROM entry f WHERE f.rupture_id = r.id AND f.trashed_at IS NULL)";

fn read(row: &Row<'_>) -> rusqlite::Result<Rupture> {
    Ok(Rupture {
        id: row.get(0)?,
        cause: row.get(1)?,
        size: row.get(2)?,
        state: row.get(3)?,
        state_at: row.get(4)?,
        repeats: row.get(5)?,
    })
}

fn read_told(row: &Row<'_>) -> rusqlite::Result<Told> {
    Ok(Told {
        rupture: read(row)?,
        entry_id: row.get(6)?,
        happened_on: row.get(7)?,
        happened_part: row.get(8)?,
        opening: row.get(9)?,
        resting: row.get(10)?,
    })
}

/// One rupture.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn get(at: &impl Reads, id: &str) -> Result<Rupture, VaultError> {
    one(
        at,
        "SELECT id, cause, size, state, state_at, repeats FROM rupture WHERE id = ?1",
        &[&id],
        read,
    )
}

/// One rupture with its first entry; none when all its entries are in the trash.
///
/// # Errors
/// The disk's refusal.
pub fn told(at: &impl Reads, id: &str) -> Result<Option<Told>, VaultError> {
    maybe(at, &format!("{TOLD} WHERE r.id = ?1"), &[&id], read_told)
}

/// The ruptures whose first entry lies in `[from, before)` (local days), in the order told.
///
/// # Errors
/// The disk's refusal.
pub fn between(at: &impl Reads, from: &str, before: &str) -> Result<Vec<Told>, VaultError> {
    // A rupture that begins in the span has an entry in it, so only those are looked at.
    let sql = format!(
        "{TOLD} WHERE r.id IN (SELECT rupture_id FROM entry
                               WHERE happened_on >= ?1 AND happened_on < ?2
                                 AND trashed_at IS NULL AND rupture_id IS NOT NULL)
           AND e.happened_on >= ?1 AND e.happened_on < ?2
         ORDER BY e.seq"
    );
    rows(at, &sql, &[&from, &before], read_told)
}

/// Ruptures that are open, waiting or tried, told on or after a day, oldest first.
///
/// # Errors
/// The disk's refusal.
pub fn unsettled(at: &impl Reads, since: &str) -> Result<Vec<Told>, VaultError> {
    let sql = format!(
        "{TOLD} WHERE r.state IN ('open', 'waiting', 'tried') AND e.happened_on >= ?1 ORDER BY e.seq"
    );
    rows(at, &sql, &[&since], read_told)
}

/// The newest ruptures, newest first.
///
/// # Errors
/// The disk's refusal.
pub fn newest(at: &impl Reads, limit: u32) -> Result<Vec<Told>, VaultError> {
    rows(
        at,
        &format!("{TOLD} ORDER BY e.seq DESC LIMIT ?1"),
        &[&limit],
        read_told,
    )
}

/// The ruptures that repeat this one, in the order told.
///
/// # Errors
/// The disk's refusal.
pub fn repeating(at: &impl Reads, id: &str) -> Result<Vec<Told>, VaultError> {
    let sql = format!("{TOLD} WHERE r.repeats = ?1 ORDER BY e.seq");
    rows(at, &sql, &[&id], read_told)
}

/// Adds a rupture.
///
/// # Errors
/// The disk's refusal.
pub fn add(at: &Write<'_>, rupture: &Rupture) -> Result<(), VaultError> {
    run(
        at,
        "INSERT INTO rupture (id, cause, size, state, state_at, repeats, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5)",
        &[
            &rupture.id,
            &rupture.cause,
            &rupture.size,
            &rupture.state,
            &rupture.state_at,
            &rupture.repeats,
        ],
    )?;
    Ok(())
}

/// Changes what a rupture was over, how big it was and what it repeats.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn describe(
    at: &Write<'_>,
    id: &str,
    cause: Option<&str>,
    size: Option<&str>,
    repeats: Option<&str>,
) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE rupture SET cause = ?2, size = ?3, repeats = ?4 WHERE id = ?1",
        &[&id, &cause, &size, &repeats],
    )
}

/// Sets what became of a rupture.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn set_state(at: &Write<'_>, id: &str, state: &str, now: &str) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE rupture SET state = ?2, state_at = ?3 WHERE id = ?1",
        &[&id, &state, &now],
    )
}

/// Removes a rupture that no entry tells any more (trashed entries count as telling it).
///
/// # Errors
/// The disk's refusal.
pub fn remove_if_untold(at: &Write<'_>, id: &str) -> Result<(), VaultError> {
    run(
        at,
        "DELETE FROM rupture WHERE id = ?1
           AND NOT EXISTS (SELECT 1 FROM entry WHERE rupture_id = ?1)",
        &[&id],
    )?;
    Ok(())
}
