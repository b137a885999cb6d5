//! The people of the journal, and who is in which entry.

use super::{Reads, Write, one, rows, run, run_one};
use crate::VaultError;
use rusqlite::Row;

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Uuid v7.
    pub id: String,
    /// The name the writer uses.
    pub alias: String,
    /// Kind of relationship.
    pub relationship: String,
    /// Age of a child.
    pub age_band: Option<String>,
    /// Answer to the one question: `notAsked`, `no`, `sometimes`, `yes`, `skip`.
    pub safety_answer: String,
    /// `none`, `sign` or `said`.
    pub gate: String,
}

impl Person {
    /// Whether nothing about this person may be suggested, counted or nudged.
    pub fn resting(&self) -> bool {
        self.gate != "none" || matches!(self.safety_answer.as_str(), "sometimes" | "yes")
    }
}

const COLUMNS: &str = "p.id, p.alias, p.relationship, p.age_band, p.safety_answer, p.gate";

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get(0)?,
        alias: row.get(1)?,
        relationship: row.get(2)?,
        age_band: row.get(3)?,
        safety_answer: row.get(4)?,
        gate: row.get(5)?,
    })
}

/// Everybody, by name.
///
/// # Errors
/// The disk's refusal.
pub fn all(at: &impl Reads) -> Result<Vec<Person>, VaultError> {
    let sql = format!("SELECT {COLUMNS} FROM person p ORDER BY p.alias COLLATE NOCASE, p.id");
    rows(at, &sql, &[], read)
}

/// One person.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn get(at: &impl Reads, id: &str) -> Result<Person, VaultError> {
    let sql = format!("SELECT {COLUMNS} FROM person p WHERE p.id = ?1");
    one(at, &sql, &[&id], read)
}

/// The people in an entry, by name.
///
/// # Errors
/// The disk's refusal.
pub fn of_entry(at: &impl Reads, entry_id: &str) -> Result<Vec<Person>, VaultError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry_person ep JOIN person p ON p.id = ep.person_id
         WHERE ep.entry_id = ?1 ORDER BY p.alias COLLATE NOCASE, p.id"
    );
    rows(at, &sql, &[&entry_id], read)
}

/// The people in all untrashed entries that tell a rupture, by name.
///
/// # Errors
/// The disk's refusal.
pub fn of_rupture(at: &impl Reads, rupture_id: &str) -> Result<Vec<Person>, VaultError> {
    let sql = format!(
        "SELECT DISTINCT {COLUMNS} FROM entry e
         JOIN entry_person ep ON ep.entry_id = e.id JOIN person p ON p.id = ep.person_id
         WHERE e.rupture_id = ?1 AND e.trashed_at IS NULL
         ORDER BY p.alias COLLATE NOCASE, p.id"
    );
    rows(at, &sql, &[&rupture_id], read)
}

/// Adds a person.
///
/// # Errors
/// The disk's refusal.
pub fn add(at: &Write<'_>, person: &Person, created_at: &str) -> Result<(), VaultError> {
    run(
        at,
        "INSERT INTO person (id, alias, relationship, age_band, safety_answer, gate, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &[
            &person.id,
            &person.alias,
            &person.relationship,
            &person.age_band,
            &person.safety_answer,
            &person.gate,
            &created_at,
        ],
    )?;
    Ok(())
}

/// Sets the gate over a person: `none`, `sign` or `said`.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn set_gate(at: &Write<'_>, id: &str, gate: &str) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE person SET gate = ?2 WHERE id = ?1",
        &[&id, &gate],
    )
}

/// Sets the answer to the one question.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn set_safety_answer(at: &Write<'_>, id: &str, answer: &str) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE person SET safety_answer = ?2 WHERE id = ?1",
        &[&id, &answer],
    )
}

/// Says who is in an entry, in place of what was said before.
///
/// # Errors
/// The disk's refusal; a person that does not exist breaks the whole change.
pub fn set_of_entry(at: &Write<'_>, entry_id: &str, people: &[String]) -> Result<(), VaultError> {
    run(
        at,
        "DELETE FROM entry_person WHERE entry_id = ?1",
        &[&entry_id],
    )?;
    for person_id in people {
        run(
            at,
            "INSERT OR IGNORE INTO entry_person (entry_id, person_id) VALUES (?1, ?2)",
            &[&entry_id, person_id],
        )?;
    }
    Ok(())
}
