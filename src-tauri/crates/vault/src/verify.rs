//! Whether a vault is whole: every page authentic, every row where it belongs, the search index
//! telling the same as the text. Reports; mends nothing.

use rusqlite::Connection;

use crate::database;
use crate::error::{Damage, VaultError};
use crate::vault::Vault;

/// What a whole vault holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// Entries, those in the trash included.
    pub entries: u64,
    /// Drafts in the editor.
    pub drafts: u64,
    /// Whether `vault.json` fits. Without it the vault opens all the same, but a damaged key
    /// file could not be told from a wrong passphrase.
    pub label_in_order: bool,
}

impl Vault {
    /// Reads everything. Takes time in proportion to the vault's size.
    ///
    /// # Errors
    /// `Damaged(Database)` if anything in the database is not as it was written.
    pub fn verify(&self) -> Result<Health, VaultError> {
        let connection = self.connection();
        database::assert_set_up(connection)?;
        // A checkpoint that a power cut interrupted leaves torn pages that the log can mend.
        self.checkpoint()?;
        // Both answer with a row for each fault; the texts name page numbers and are dropped.
        for check in ["PRAGMA cipher_integrity_check", "PRAGMA foreign_key_check"] {
            if connection.prepare(check)?.exists([])? {
                return Err(Damage::Database.into());
            }
        }
        if database::text_of(connection, "quick_check(1)")? != "ok" {
            return Err(Damage::Database.into());
        }
        check_search(connection)?;
        Ok(Health {
            entries: count(connection, "entry")?,
            drafts: count(connection, "draft")?,
            label_in_order: self.label_in_order()?,
        })
    }
}

/// Compares the search index with the text it was made from.
fn check_search(connection: &Connection) -> Result<(), VaultError> {
    if connection.table_exists(None, "entry_fts")? {
        // An INSERT by its grammar only: FTS5 reads and compares. Rank 1 has it look at the
        // texts, too, and not only at the index itself.
        connection.execute(
            "INSERT INTO entry_fts (entry_fts, rank) VALUES ('integrity-check', 1)",
            [],
        )?;
    }
    Ok(())
}

fn count(connection: &Connection, table: &str) -> Result<u64, VaultError> {
    let rows: i64 = connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
        row.get(0)
    })?;
    u64::try_from(rows).map_err(|_| Damage::Database.into())
}
