//! Entries: the person's own words, their revisions, labels, and the full-text index over them.

use super::{Reads, Write, one, rows, run, run_one};
use crate::VaultError;
use rusqlite::{Row, ToSql};

/// Everything about an entry but its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Row; follows the time told.
    pub seq: i64,
    /// Uuid v7.
    pub id: String,
    /// The rupture it tells.
    pub rupture_id: Option<String>,
    /// Local day.
    pub happened_on: String,
    /// Part of the day.
    pub happened_part: Option<String>,
    /// IANA zone it was written in.
    pub zone: String,
    /// UTC instant.
    pub written_at: String,
    /// UTC instant of the last change.
    pub edited_at: Option<String>,
    /// 1 is the first.
    pub revision: u32,
    /// First words.
    pub opening: String,
    /// Not to be read by the analyser.
    pub keep_only: bool,
    /// Distress when written, 0 to 10.
    pub distress: Option<u8>,
    /// Language the analyser saw.
    pub language: String,
    /// Version of the analyser that read it; 0 = not read.
    pub read_by: u32,
    /// A safety sign stands in it that the writer has not set aside.
    pub resting: bool,
    /// UTC instant it went into the trash.
    pub trashed_at: Option<String>,
}

/// What a list shows of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The entry.
    pub entry: Entry,
    /// State of the rupture it tells.
    pub state: Option<String>,
}

/// An earlier wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// 1 is the first.
    pub number: u32,
    /// The text as it was.
    pub text: String,
    /// UTC instant at which it was replaced.
    pub replaced_at: String,
}

/// Sorts of label: each its own list in the editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A feeling by name.
    Feeling,
    /// What was going on.
    Stressor,
    /// The writer's own.
    Tag,
}

impl Sort {
    fn as_str(self) -> &'static str {
        match self {
            Self::Feeling => "feeling",
            Self::Stressor => "stressor",
            Self::Tag => "tag",
        }
    }
}

const COLUMNS: &str = "e.seq, e.id, e.rupture_id, e.happened_on, e.happened_part, e.zone,
  e.written_at, e.edited_at, e.revision, e.opening, e.keep_only, e.distress_before, e.language,
  e.read_by, e.resting, e.trashed_at";

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get(0)?,
        id: row.get(1)?,
        rupture_id: row.get(2)?,
        happened_on: row.get(3)?,
        happened_part: row.get(4)?,
        zone: row.get(5)?,
        written_at: row.get(6)?,
        edited_at: row.get(7)?,
        revision: row.get(8)?,
        opening: row.get(9)?,
        keep_only: row.get(10)?,
        distress: row.get(11)?,
        language: row.get(12)?,
        read_by: row.get(13)?,
        resting: row.get(14)?,
        trashed_at: row.get(15)?,
    })
}

fn read_line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        entry: read(row)?,
        state: row.get(16)?,
    })
}

/// One entry.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn get(at: &impl Reads, id: &str) -> Result<Entry, VaultError> {
    let sql = format!("SELECT {COLUMNS} FROM entry e WHERE e.id = ?1");
    one(at, &sql, &[&id], read)
}

/// The text of an entry.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn text(at: &impl Reads, id: &str) -> Result<String, VaultError> {
    one(
        at,
        "SELECT b.text FROM entry e JOIN entry_body b ON b.seq = e.seq WHERE e.id = ?1",
        &[&id],
        |row| row.get(0),
    )
}

/// Untrashed entries that tell a rupture, in the order told.
///
/// # Errors
/// The disk's refusal.
pub fn of_rupture(at: &impl Reads, rupture_id: &str) -> Result<Vec<Entry>, VaultError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry e WHERE e.rupture_id = ?1 AND e.trashed_at IS NULL ORDER BY e.seq"
    );
    rows(at, &sql, &[&rupture_id], read)
}

/// All untrashed entries, in the order told.
///
/// # Errors
/// The disk's refusal.
pub fn all(at: &impl Reads) -> Result<Vec<Entry>, VaultError> {
    let sql = format!("SELECT {COLUMNS} FROM entry e WHERE e.trashed_at IS NULL ORDER BY e.seq");
    rows(at, &sql, &[], read)
}

/// Untrashed entries of the days in `[from, before)`, in the order told.
///
/// # Errors
/// The disk's refusal.
pub fn between(at: &impl Reads, from: &str, before: &str) -> Result<Vec<Entry>, VaultError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry e
         WHERE e.happened_on >= ?1 AND e.happened_on < ?2 AND e.trashed_at IS NULL ORDER BY e.seq"
    );
    rows(at, &sql, &[&from, &before], read)
}

/// The ids of entries that were read by an earlier analyser than this, the latest first, those in
/// the trash included. Entries that are only kept were never read.
///
/// # Errors
/// The disk's refusal.
pub fn read_before(at: &impl Reads, version: u32) -> Result<Vec<String>, VaultError> {
    rows(
        at,
        "SELECT id FROM entry WHERE read_by < ?1 AND NOT keep_only ORDER BY seq DESC",
        &[&version],
        |row| row.get(0),
    )
}

/// The day of the first untrashed entry.
///
/// # Errors
/// The disk's refusal.
pub fn first_day(at: &impl Reads) -> Result<Option<String>, VaultError> {
    one(
        at,
        "SELECT min(happened_on) FROM entry WHERE trashed_at IS NULL",
        &[],
        |row| row.get(0),
    )
}

/// How many entries there are, in the trash or out of it.
///
/// # Errors
/// The disk's refusal.
pub fn count(at: &impl Reads, trash: bool) -> Result<u32, VaultError> {
    one(
        at,
        "SELECT count(*) FROM entry WHERE (trashed_at IS NOT NULL) = ?1",
        &[&trash],
        |row| row.get(0),
    )
}

/// A page of entries, newest first, from before a row on.
///
/// # Errors
/// The disk's refusal.
pub fn page(
    at: &impl Reads,
    before: i64,
    trash: bool,
    limit: u32,
) -> Result<Vec<Line>, VaultError> {
    let sql = format!(
        "SELECT {COLUMNS}, r.state FROM entry e LEFT JOIN rupture r ON r.id = e.rupture_id
         WHERE e.seq < ?1 AND (e.trashed_at IS NOT NULL) = ?2 ORDER BY e.seq DESC LIMIT ?3"
    );
    rows(at, &sql, &[&before, &trash, &limit], read_line)
}

/// A page of entries in which all the words stand (the last as a beginning), newest first.
///
/// `words` come from the search field: quoted one by one, so that nothing in them is an operator.
///
/// # Errors
/// The disk's refusal.
pub fn search(
    at: &impl Reads,
    words: &[&str],
    before: i64,
    trash: bool,
    limit: u32,
) -> Result<Vec<Line>, VaultError> {
    let mut pattern = words
        .iter()
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect::<Vec<_>>()
        .join(" ");
    pattern.push('*');
    let sql = format!(
        "SELECT {COLUMNS}, r.state FROM entry_fts
         JOIN entry e ON e.seq = entry_fts.rowid LEFT JOIN rupture r ON r.id = e.rupture_id
         WHERE entry_fts MATCH ?1 AND entry_fts.rowid < ?2 AND (e.trashed_at IS NOT NULL) = ?3
         ORDER BY entry_fts.rowid DESC LIMIT ?4"
    );
    rows(at, &sql, &[&pattern, &before, &trash, &limit], read_line)
}

/// The first free row at or after `base` in its second.
fn free_seq(at: &Write<'_>, base: i64) -> Result<i64, VaultError> {
    Ok(one(
        at,
        "SELECT max(seq) + 1 FROM entry WHERE seq >= ?1 AND seq < ?1 + 1024",
        &[&base],
        |row| row.get::<_, Option<i64>>(0),
    )?
    .unwrap_or(base))
}

/// Adds an entry; `entry.seq` is where it should stand, the row it got is answered.
///
/// # Errors
/// The disk's refusal.
pub fn add(at: &Write<'_>, entry: &Entry, text: &str) -> Result<i64, VaultError> {
    let seq = free_seq(at, entry.seq)?;
    run(
        at,
        "INSERT INTO entry (seq, id, rupture_id, happened_on, happened_part, zone, written_at,
           revision, opening, keep_only, distress_before, language, read_by, resting)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        &[
            &seq,
            &entry.id,
            &entry.rupture_id,
            &entry.happened_on,
            &entry.happened_part,
            &entry.zone,
            &entry.written_at,
            &entry.revision,
            &entry.opening,
            &entry.keep_only,
            &entry.distress,
            &entry.language,
            &entry.read_by,
            &entry.resting,
        ],
    )?;
    run(
        at,
        "INSERT INTO entry_body (seq, text) VALUES (?1, ?2)",
        &[&seq, &text],
    )?;
    Ok(seq)
}

/// Changes an entry. An earlier wording is kept when the text changed. `entry.seq` is where it
/// should stand now; it moves only if the time told changed.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn change(at: &Write<'_>, entry: &Entry, text: &str) -> Result<(), VaultError> {
    let before = get(at, &entry.id)?;
    let old_text = self::text(at, &entry.id)?;
    if old_text != text {
        run(
            at,
            "INSERT INTO entry_revision (entry_id, revision, happened_on, text, replaced_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[
                &entry.id,
                &before.revision,
                &before.happened_on,
                &old_text,
                &entry.edited_at,
            ],
        )?;
        run_one(
            at,
            "UPDATE entry_body SET text = ?2 WHERE seq = ?1",
            &[&before.seq, &text],
        )?;
    }
    let same_time =
        before.happened_on == entry.happened_on && before.happened_part == entry.happened_part;
    let seq = if same_time {
        before.seq
    } else {
        free_seq(at, entry.seq)?
    };
    run_one(
        at,
        "UPDATE entry SET seq = ?2, rupture_id = ?3, happened_on = ?4, happened_part = ?5,
           edited_at = ?6, revision = revision + ?7, opening = ?8, keep_only = ?9,
           distress_before = ?10, language = ?11, read_by = ?12, resting = ?13
         WHERE id = ?1",
        &[
            &entry.id,
            &seq,
            &entry.rupture_id,
            &entry.happened_on,
            &entry.happened_part,
            &entry.edited_at,
            &(old_text != text),
            &entry.opening,
            &entry.keep_only,
            &entry.distress,
            &entry.language,
            &entry.read_by,
            &entry.resting,
        ],
    )
}

/// Notes what the analyser saw.
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn note_reading(
    at: &Write<'_>,
    id: &str,
    language: &str,
    read_by: u32,
    resting: bool,
) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE entry SET language = ?2, read_by = ?3, resting = ?4 WHERE id = ?1",
        &[&id, &language, &read_by, &resting],
    )
}

/// Puts an entry into the trash (an instant) or takes it out (none).
///
/// # Errors
/// [`VaultError::NotFound`], or the disk's refusal.
pub fn set_trashed(at: &Write<'_>, id: &str, when: Option<&str>) -> Result<(), VaultError> {
    run_one(
        at,
        "UPDATE entry SET trashed_at = ?2 WHERE id = ?1",
        &[&id, &when],
    )
}

/// Earlier wordings, the latest first.
///
/// # Errors
/// The disk's refusal.
pub fn revisions(at: &impl Reads, id: &str) -> Result<Vec<Revision>, VaultError> {
    rows(
        at,
        "SELECT revision, text, replaced_at FROM entry_revision
         WHERE entry_id = ?1 ORDER BY revision DESC",
        &[&id],
        |row| {
            Ok(Revision {
                number: row.get(0)?,
                text: row.get(1)?,
                replaced_at: row.get(2)?,
            })
        },
    )
}

/// Labels of an entry, of one sort.
///
/// # Errors
/// The disk's refusal.
pub fn labels(at: &impl Reads, id: &str, sort: Sort) -> Result<Vec<String>, VaultError> {
    rows(
        at,
        "SELECT name FROM entry_label WHERE entry_id = ?1 AND sort = ?2 ORDER BY name",
        &[&id, &sort.as_str()],
        |row| row.get(0),
    )
}

/// Sets the labels of one sort, in place of what was there.
///
/// # Errors
/// The disk's refusal.
pub fn set_labels(
    at: &Write<'_>,
    id: &str,
    sort: Sort,
    names: &[String],
) -> Result<(), VaultError> {
    run(
        at,
        "DELETE FROM entry_label WHERE entry_id = ?1 AND sort = ?2",
        &[&id, &sort.as_str()],
    )?;
    for name in names {
        run(
            at,
            "INSERT OR IGNORE INTO entry_label (entry_id, sort, name) VALUES (?1, ?2, ?3)",
            &[&id, &sort.as_str(), name],
        )?;
    }
    Ok(())
}

/// Names of the people in each of these entries, by name; one query for a whole list.
///
/// # Errors
/// The disk's refusal.
pub fn names_in(at: &impl Reads, entry_ids: &[&str]) -> Result<Vec<(String, String)>, VaultError> {
    let marks = vec!["?"; entry_ids.len()].join(", ");
    let sql = format!(
        "SELECT ep.entry_id, p.alias FROM entry_person ep JOIN person p ON p.id = ep.person_id
         WHERE ep.entry_id IN ({marks}) ORDER BY ep.entry_id, p.alias COLLATE NOCASE"
    );
    // Not cached: the number of marks differs from list to list.
    let mut statement = at.conn().prepare(&sql)?;
    let params = entry_ids
        .iter()
        .map(|id| id as &dyn ToSql)
        .collect::<Vec<_>>();
    let found = statement
        .query_map(params.as_slice(), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}
