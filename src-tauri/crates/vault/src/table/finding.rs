//! What the reader found in an entry, what the writer said to it, and the safety signs.

use super::{Reads, Write, rows, run};
use crate::VaultError;
use rusqlite::{Row, ToSql};

/// A finding, with the writer's word on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The entry it stands in.
    pub entry_id: String,
    /// Byte span in the entry's text.
    pub start: u32,
    /// End of the span.
    pub end: u32,
    /// Kind.
    pub kind: String,
    /// `me` or `other`.
    pub who: String,
    /// `did`, `habitual`, `considered` or `resisted`.
    pub status: String,
    /// The rule that fired; `hand` for one added by the writer.
    pub rule: String,
    /// Why, as a word the content turns into a sentence.
    pub why: String,
    /// Added by the writer.
    pub added: bool,
    /// The sentence it stands in.
    pub sentence: String,
    /// What ties a verdict to that sentence.
    pub sentence_key: String,
    /// `yes`, `noWords`, `notMe` or `safest`.
    pub verdict: Option<String>,
}

/// A safety sign that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// Which sign.
    pub sign: String,
    /// `abuse` or `crisis`.
    pub concern: String,
    /// `certain` or `possible`.
    pub level: String,
    /// `me` or `other`.
    pub by_whom: String,
    /// The sentence it stands in.
    pub sentence_key: String,
    /// The writer said "this isn't that".
    pub freed: bool,
}

const COLUMNS: &str =
    "f.entry_id, f.span_start, f.span_end, f.kind, f.who, f.status, f.rule, f.why,
  f.origin = 'added', f.sentence, f.sentence_key, v.verdict";
const WITH_VERDICT: &str = "LEFT JOIN verdict v ON v.entry_id = f.entry_id AND v.kind = f.kind
  AND v.who = f.who AND v.sentence_key = f.sentence_key";

fn read(row: &Row<'_>) -> rusqlite::Result<Finding> {
    Ok(Finding {
        entry_id: row.get(0)?,
        start: row.get(1)?,
        end: row.get(2)?,
        kind: row.get(3)?,
        who: row.get(4)?,
        status: row.get(5)?,
        rule: row.get(6)?,
        why: row.get(7)?,
        added: row.get(8)?,
        sentence: row.get(9)?,
        sentence_key: row.get(10)?,
        verdict: row.get(11)?,
    })
}

/// The findings of an entry in the order of the text.
///
/// # Errors
/// The disk's refusal.
pub fn of_entry(at: &impl Reads, entry_id: &str) -> Result<Vec<Finding>, VaultError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM finding f {WITH_VERDICT}
         WHERE f.entry_id = ?1 ORDER BY f.span_start, f.span_end, f.id"
    );
    rows(at, &sql, &[&entry_id], read)
}

/// The writer's own findings in several entries, in the order of the entries' ids and texts.
///
/// # Errors
/// The disk's refusal.
pub fn mine_in(at: &impl Reads, entry_ids: &[&str]) -> Result<Vec<Finding>, VaultError> {
    let marks = vec!["?"; entry_ids.len()].join(", ");
    let sql = format!(
        "SELECT {COLUMNS} FROM finding f {WITH_VERDICT}
         WHERE f.who = 'me' AND f.entry_id IN ({marks}) ORDER BY f.entry_id, f.span_start, f.id"
    );
    // Not cached: the number of marks differs from list to list.
    let mut statement = at.conn().prepare(&sql)?;
    let params = entry_ids
        .iter()
        .map(|id| id as &dyn ToSql)
        .collect::<Vec<_>>();
    let found = statement
        .query_map(params.as_slice(), read)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn insert(
    at: &Write<'_>,
    finding: &Finding,
    revision: u32,
    read_by: u32,
) -> Result<(), VaultError> {
    run(
        at,
        "INSERT INTO finding (entry_id, revision, span_start, span_end, kind, who, status, rule,
           why, read_by, origin, sentence, sentence_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        &[
            &finding.entry_id,
            &revision,
            &finding.start,
            &finding.end,
            &finding.kind,
            &finding.who,
            &finding.status,
            &finding.rule,
            &finding.why,
            &read_by,
            &if finding.added { "added" } else { "read" },
            &finding.sentence,
            &finding.sentence_key,
        ],
    )?;
    Ok(())
}

/// Puts a reading of an entry in place of the last one: findings that were read (those added by
/// hand are in `findings` too, where their sentence still stands) and signs. Verdicts and freed
/// signs stay.
///
/// # Errors
/// The disk's refusal.
pub fn replace(
    at: &Write<'_>,
    entry_id: &str,
    revision: u32,
    read_by: u32,
    findings: &[Finding],
    signals: &[Signal],
) -> Result<(), VaultError> {
    run(at, "DELETE FROM finding WHERE entry_id = ?1", &[&entry_id])?;
    run(at, "DELETE FROM signal WHERE entry_id = ?1", &[&entry_id])?;
    for finding in findings {
        insert(at, finding, revision, read_by)?;
    }
    for signal in signals {
        run(
            at,
            "INSERT INTO signal (entry_id, sign, concern, level, by_whom, sentence_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[
                &entry_id,
                &signal.sign,
                &signal.concern,
                &signal.level,
                &signal.by_whom,
                &signal.sentence_key,
            ],
        )?;
    }
    Ok(())
}

/// Adds a finding by hand.
///
/// # Errors
/// The disk's refusal.
pub fn add(
    at: &Write<'_>,
    finding: &Finding,
    revision: u32,
    read_by: u32,
) -> Result<(), VaultError> {
    insert(at, finding, revision, read_by)
}

/// Takes back a finding that was added by hand.
///
/// # Errors
/// [`VaultError::NotFound`] if there is none such, or the disk's refusal.
pub fn remove_added(
    at: &Write<'_>,
    entry_id: &str,
    kind: &str,
    sentence_key: &str,
) -> Result<(), VaultError> {
    super::run_one(
        at,
        "DELETE FROM finding
         WHERE entry_id = ?1 AND kind = ?2 AND sentence_key = ?3 AND origin = 'added'",
        &[&entry_id, &kind, &sentence_key],
    )
}

/// Sets the writer's word on a finding, or takes it back (none).
///
/// # Errors
/// The disk's refusal.
pub fn set_verdict(
    at: &Write<'_>,
    finding: &Finding,
    verdict: Option<&str>,
    now: &str,
) -> Result<(), VaultError> {
    let (entry, kind, who, key) = (
        &finding.entry_id,
        &finding.kind,
        &finding.who,
        &finding.sentence_key,
    );
    match verdict {
        Some(word) => run(
            at,
            "INSERT INTO verdict (entry_id, kind, who, sentence_key, verdict, given_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (entry_id, kind, who, sentence_key)
             DO UPDATE SET verdict = excluded.verdict, given_at = excluded.given_at",
            &[entry, kind, who, key, &word, &now],
        )?,
        None => run(
            at,
            "DELETE FROM verdict
             WHERE entry_id = ?1 AND kind = ?2 AND who = ?3 AND sentence_key = ?4",
            &[entry, kind, who, key],
        )?,
    };
    Ok(())
}

/// The safety signs of an entry, in the order read.
///
/// # Errors
/// The disk's refusal.
pub fn signals(at: &impl Reads, entry_id: &str) -> Result<Vec<Signal>, VaultError> {
    rows(
        at,
        "SELECT s.sign, s.concern, s.level, s.by_whom, s.sentence_key, d.freed_at IS NOT NULL
         FROM signal s LEFT JOIN signal_freed d
           ON d.entry_id = s.entry_id AND d.sign = s.sign AND d.sentence_key = s.sentence_key
         WHERE s.entry_id = ?1 ORDER BY s.id",
        &[&entry_id],
        |row| {
            Ok(Signal {
                sign: row.get(0)?,
                concern: row.get(1)?,
                level: row.get(2)?,
                by_whom: row.get(3)?,
                sentence_key: row.get(4)?,
                freed: row.get(5)?,
            })
        },
    )
}

/// "This isn't that": sets all signs of an entry aside. A new sign closes it again.
///
/// # Errors
/// The disk's refusal.
pub fn free_signals(at: &Write<'_>, entry_id: &str, now: &str) -> Result<(), VaultError> {
    run(
        at,
        "INSERT OR IGNORE INTO signal_freed (entry_id, sign, sentence_key, freed_at)
         SELECT entry_id, sign, sentence_key, ?2 FROM signal WHERE entry_id = ?1",
        &[&entry_id, &now],
    )?;
    Ok(())
}

/// Sets one sign aside, as the writer did with its sentence before.
///
/// # Errors
/// The disk's refusal.
pub fn free_signal(
    at: &Write<'_>,
    entry_id: &str,
    signal: &Signal,
    now: &str,
) -> Result<(), VaultError> {
    run(
        at,
        "INSERT OR IGNORE INTO signal_freed (entry_id, sign, sentence_key, freed_at)
         VALUES (?1, ?2, ?3, ?4)",
        &[&entry_id, &signal.sign, &signal.sentence_key, &now],
    )?;
    Ok(())
}
