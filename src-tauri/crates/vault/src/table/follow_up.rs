//! When the writer asked to be asked, and what they answered.

use super::{Reads, Write, one, rows, run, run_one};
use crate::VaultError;
use rusqlite::Row;

/// A follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Uuid v7.
    pub id: String,
    /// The rupture it asks about.
    pub rupture_id: String,
    /// UTC instant, RFC 3339.
    pub due_at: String,
    /// IANA zone in which the time was chosen.
    pub zone: String,
    /// `planned`, `answered` or `stopped`.
    pub state: String,
    /// How often a notification was shown.
    pub shown: u32,
    /// When the last one was (UTC).
    pub shown_at: Option<String>,
    /// When it was answered (UTC).
    pub answered_at: Option<String>,
    /// `better`, `same` or `worse`.
    pub outcome: Option<String>,
    /// The line of text.
    pub note: String,
}

const COLUMNS: &str =
    "id, rupture_id, due_at, zone, state, shown, shown_at, answered_at, outcome, note";

fn read(row: &Row<'_>) -> rusqlite::Result<FollowUp> {
    Ok(FollowUp {
        id: row.get(0)?,
        rupture_id: row.get(1)?,
        due_at: row.get(2)?,
        zone: row.get(3)?,
        state: row.get(4)?,
        shown: row.get(5)?,
        shown_at: row.get(6)?,
        answered_at: row.get(7)?,
        outcome: row.get(8)?,
        note: row.get(9)?,
    })
}

/// One follow-up.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn get(at: &impl Reads, id: &str) -> Result<FollowUp, VaultError> {
    let sql = format!("SELECT {COLUMNS} FROM follow_up WHERE id = ?1");
    one(at, &sql, &[&id], read)
}

/// All follow-ups of a rupture, the latest first.
///
/// # Errors
/// The disk's refusal.
pub fn of_rupture(at: &impl Reads, rupture_id: &str) -> Result<Vec<FollowUp>, VaultError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM follow_up WHERE rupture_id = ?1 ORDER BY due_at DESC, id DESC"
    );
    rows(at, &sql, &[&rupture_id], read)
}

/// All planned follow-ups, soonest first.
///
/// # Errors
/// The disk's refusal.
pub fn planned(at: &impl Reads) -> Result<Vec<FollowUp>, VaultError> {
    let sql =
        format!("SELECT {COLUMNS} FROM follow_up WHERE state = 'planned' ORDER BY due_at, id");
    rows(at, &sql, &[], read)
}

/// Plans a follow-up.
///
/// # Errors
/// The disk's refusal.
pub fn add(at: &Write<'_>, follow_up: &FollowUp, now: &str) -> Result<(), VaultError> {
    run(
        at,
        "INSERT INTO follow_up (id, rupture_id, due_at, zone, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[
            &follow_up.id,
            &follow_up.rupture_id,
            &follow_up.due_at,
            &follow_up.zone,
            &now,
        ],
    )?;
    Ok(())
}

/// Moves a planned follow-up to another time; it may be shown anew.
///
/// # Errors
/// [`VaultError::NotFound`] if it is not planned, or the disk's refusal.
pub fn move_to(at: &Write<'_>, id: &str, due_at: &str) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE follow_up SET due_at = ?2, shown = 0, shown_at = NULL
         WHERE id = ?1 AND state = 'planned'",
        &[&id, &due_at],
    )
}

/// Notes that notifications were shown for it, `times` in all so far.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn note_shown(at: &Write<'_>, id: &str, times: u32, now: &str) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE follow_up SET shown = ?2, shown_at = ?3 WHERE id = ?1",
        &[&id, &times, &now],
    )
}

/// Notes the answer.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn answer(
    at: &Write<'_>,
    id: &str,
    outcome: &str,
    note: &str,
    now: &str,
) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE follow_up SET state = 'answered', outcome = ?2, note = ?3, answered_at = ?4
         WHERE id = ?1",
        &[&id, &outcome, &note, &now],
    )
}

/// Stops all planned follow-ups of a rupture.
///
/// # Errors
/// The disk's refusal.
pub fn stop_of(at: &Write<'_>, rupture_id: &str) -> Result<(), VaultError> {
    run(
        at,
        "UPDATE follow_up SET state = 'stopped' WHERE rupture_id = ?1 AND state = 'planned'",
        &[&rupture_id],
    )?;
    Ok(())
}
