//! Where a vault lies: a folder of its own and the names of the files in it. Nothing here reads
//! what is in the files.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The encrypted database.
pub(crate) const DATABASE: &str = "journal.db";
/// The database's write-ahead log, there while the vault is open or after a crash.
pub(crate) const WAL: &str = "journal.db-wal";
/// `SQLite`'s rollback journal, there only while a database is being made.
pub(crate) const ROLLBACK: &str = "journal.db-journal";
/// The data key, sealed with the passphrase.
pub(crate) const KEY_FILE: &str = "unlock.age";
/// What is written on the outside: see `label`.
pub(crate) const LABEL: &str = "vault.json";
/// Empty; held locked by the one program that has the vault open.
pub(crate) const LOCK: &str = "journal.lock";

/// The folder of a vault. The folder is the vault's alone: nothing else is kept in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    dir: PathBuf,
}

/// What stands in the folder of a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// No file of a vault.
    Nothing,
    /// A database and its key file.
    Vault,
    /// Some of the files; opening names the one that is missing.
    Partial,
}

impl Place {
    /// The folder need not exist yet.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What stands there. A file that cannot be looked at (access denied, drive gone) counts as
    /// there, so that opening reports the fault and nobody is invited to start afresh.
    pub fn presence(&self) -> Presence {
        let there = |name: &str| match fs::symlink_metadata(self.dir.join(name)) {
            Ok(_) => true,
            Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
        };
        match (there(DATABASE), there(KEY_FILE)) {
            (true, true) => Presence::Vault,
            (false, false) if !there(LABEL) && !there(WAL) => Presence::Nothing,
            _ => Presence::Partial,
        }
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}
