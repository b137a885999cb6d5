//! The encrypted connection: opened, keyed and set up in one fixed order, and every setting read
//! back, because a setting that silently did not take would break a promise without a trace.
//! What the tables hold lives in `table`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::VaultError;
use crate::error::{Damage, DiskFault};
use crate::files::{self, Found};
use crate::key::DataKey;
use crate::place::WAL;

/// `SQLCipher`'s page: no database is smaller.
const PAGE: u64 = 4096;

/// Settings of the connection and what they must read back as.
const SETTINGS: &[(&str, &str, &str)] = &[
    ("foreign_keys", "ON", "1"),
    ("cell_size_check", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    // On macOS fsync alone leaves data in the drive's cache.
    #[cfg(target_os = "macos")]
    ("fullfsync", "ON", "1"),
    #[cfg(target_os = "macos")]
    ("checkpoint_fullfsync", "ON", "1"),
];

/// Switches that keep a tampered schema from doing anything but hold rows.
const SWITCHES: &[(DbConfig, bool)] = &[
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
];

/// Looks at a database file before any key is derived for it.
///
/// # Errors
/// What is wrong with it at first sight.
pub(crate) fn inspect(path: &Path) -> Result<(), VaultError> {
    match files::look(path)? {
        Found::Nothing => Err(Damage::DatabaseMissing.into()),
        Found::Other => Err(Damage::NotAFile.into()),
        // SQLite would take an empty file for an empty database, whatever the key.
        Found::File(0) => Err(Damage::DatabaseEmpty.into()),
        Found::File(1..PAGE) => Err(Damage::Database.into()),
        Found::File(_) => {
            // Where SQLite may not write it opens for reading without a word; asked here, the
            // system says why. Safe only while no connection is open: closing any handle to the
            // file would drop that connection's POSIX locks.
            files::options().read(true).write(true).open(path)?;
            Ok(())
        }
    }
}

/// Opens and keys the database at `path`, which exists (it may be empty while a vault is being
/// made), and reads its schema. Nothing is written.
///
/// # Errors
/// `Damaged(Database)` if the key does not fit.
pub(crate) fn connect(path: &Path, key: &DataKey) -> Result<Connection, VaultError> {
    let log_is_there = !matches!(files::look(&log_of(path))?, Found::Nothing);
    let connection = Connection::open_with_flags(
        resolved(path)?,
        // Without CREATE: a missing database is damage, not a fresh start.
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_EXRESCODE
            | no_follow(),
    )?;
    // Nobody of ours waits for anybody: the lock file saw to that. A stranger's tool may be in.
    connection.busy_timeout(Duration::ZERO)?;
    // First of all, else SQLCipher may print what it does, or leave pages in freed memory.
    for pragma in [
        "cipher_log_level = NONE",
        "cipher_log = off",
        "cipher_memory_security = ON",
    ] {
        run_pragma(&connection, pragma)?;
    }
    key.hand_to(&connection)?;
    for (switch, value) in SWITCHES {
        connection.set_db_config(*switch, *value)?;
    }
    // If opening is refused further on, a log that is there must stay as it is, and one that is
    // not there must not stay behind.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, log_is_there)?;
    // Before the first read: only so does a WAL database do without shared memory.
    run_pragma(&connection, "locking_mode = EXCLUSIVE")?;

    // The first read. A key that does not fit shows here, as "not a database".
    let _: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if connection.is_readonly("main")? {
        return Err(VaultError::Disk(DiskFault::ReadOnly));
    }
    Ok(connection)
}

/// Sets up a connection of [`connect`] for use and reads every setting back.
///
/// # Errors
/// `Storage(-1)` if a setting did not take: then the vault is not opened.
pub(crate) fn set_up(connection: &Connection) -> Result<(), VaultError> {
    for (name, value, _) in SETTINGS {
        run_pragma(connection, &format!("{name} = {value}"))?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    assert_set_up(connection)
}

/// Reads back what [`connect`] and [`set_up`] asked for.
pub(crate) fn assert_set_up(connection: &Connection) -> Result<(), VaultError> {
    let ciphered = text_of(connection, "cipher_version")?.starts_with("4.");
    let alone = text_of(connection, "locking_mode")? == "exclusive";
    let settings = SETTINGS
        .iter()
        .all(|(name, _, expected)| text_of(connection, name).as_deref() == Ok(*expected));
    let switches = SWITCHES
        .iter()
        .all(|(switch, value)| connection.db_config(*switch) == Ok(*value));
    if ciphered && alone && settings && switches {
        Ok(())
    } else {
        Err(VaultError::Storage(-1))
    }
}

/// Writes the write-ahead log into the database and empties it. One flipped byte in a log drops
/// every commit after it without a trace, so it is kept short-lived.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), VaultError> {
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        Ok(())
    } else {
        Err(VaultError::OpenElsewhere)
    }
}

/// Closes a connection, by which `SQLCipher` wipes its copy of the key.
pub(crate) fn close(connection: Connection) -> Result<(), VaultError> {
    connection
        .close()
        .map_err(|(_connection, error)| error.into())
}

/// A pragma's answer as text, whatever its type.
pub(crate) fn text_of(connection: &Connection, pragma: &str) -> Result<String, VaultError> {
    use rusqlite::types::ValueRef;
    Ok(
        connection.query_row(&format!("PRAGMA {pragma}"), [], |row| {
            Ok(match row.get_ref(0)? {
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                _ => String::new(),
            })
        })?,
    )
}

/// Runs a pragma, with or without an answer.
fn run_pragma(connection: &Connection, pragma: &str) -> Result<(), VaultError> {
    let mut statement = connection.prepare(&format!("PRAGMA {pragma}"))?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

/// The write-ahead log's path.
fn log_of(path: &Path) -> PathBuf {
    path.with_file_name(WAL)
}

/// `SQLite`'s refusal of links looks at the whole path; links above the vault's folder are the
/// person's own affair, so they are resolved first.
#[cfg(unix)]
fn resolved(path: &Path) -> Result<PathBuf, VaultError> {
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(Damage::NotAFile.into());
    };
    Ok(parent.canonicalize()?.join(name))
}

/// Not on Windows, where a resolved path has a form (`\\?\`) that not every tool takes.
#[cfg(not(unix))]
fn resolved(path: &Path) -> Result<PathBuf, VaultError> {
    Ok(path.to_owned())
}

#[cfg(unix)]
fn no_follow() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NOFOLLOW
}

#[cfg(not(unix))]
fn no_follow() -> OpenFlags {
    OpenFlags::empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::VaultError;

    /// An encrypted database in use, and the folder it lies in.
    fn in_use() -> (tempfile::TempDir, Connection) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.db");
        files::write_new(&path, b"").unwrap();
        let connection = connect(&path, &DataKey::random().unwrap()).unwrap();
        set_up(&connection).unwrap();
        connection
            .execute_batch("CREATE TABLE t (x INTEGER PRIMARY KEY, y REFERENCES t (x))")
            .unwrap();
        (dir, connection)
    }

    #[test]
    fn every_setting_is_in_force() {
        let (_dir, connection) = in_use();
        // Spelled out again, so that a slip in the tables above shows.
        for (pragma, expected) in [
            ("synchronous", "2"),
            ("journal_mode", "wal"),
            ("locking_mode", "exclusive"),
            ("foreign_keys", "1"),
            ("cell_size_check", "1"),
            ("temp_store", "2"),
            ("trusted_schema", "0"),
            ("cipher_memory_security", "1"),
            ("cipher_page_size", "4096"),
            ("cipher_use_hmac", "1"),
            ("cipher_hmac_algorithm", "HMAC_SHA512"),
            ("cipher_plaintext_header_size", "0"),
            ("cipher_log_level", "NONE"),
            ("mmap_size", "0"),
            ("recursive_triggers", "0"),
        ] {
            assert_eq!(
                text_of(&connection, pragma).as_deref(),
                Ok(expected),
                "{pragma}"
            );
        }
        assert!(
            text_of(&connection, "cipher_version")
                .unwrap()
                .starts_with("4.")
        );
        assert_eq!(
            connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE),
            Ok(true)
        );
    }

    #[test]
    fn the_settings_bite() {
        let (dir, connection) = in_use();
        for (refused, why) in [
            ("INSERT INTO t VALUES (1, 99)", "a reference to nothing"),
            (
                "SELECT \"not a column\" FROM t",
                "a string in double quotes",
            ),
            (
                "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
                "the schema by hand",
            ),
        ] {
            assert!(connection.execute_batch(refused).is_err(), "{why}");
        }
        assert!(
            !dir.path().join("journal.db-shm").exists(),
            "no shared memory"
        );
    }

    #[test]
    fn a_setting_that_does_not_hold_is_noticed() {
        for slip in [
            "synchronous = NORMAL",
            "foreign_keys = OFF",
            "cell_size_check = OFF",
            "temp_store = FILE",
            "locking_mode = NORMAL",
        ] {
            let (_dir, connection) = in_use();
            assert_set_up(&connection).unwrap();
            run_pragma(&connection, slip).unwrap();
            assert_eq!(
                assert_set_up(&connection),
                Err(VaultError::Storage(-1)),
                "{slip}"
            );
        }
        let (_dir, connection) = in_use();
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
            .unwrap();
        assert_eq!(assert_set_up(&connection), Err(VaultError::Storage(-1)));
    }

    #[test]
    fn another_key_is_not_the_key() {
        let (dir, connection) = in_use();
        close(connection).unwrap();
        let path = dir.path().join("journal.db");
        let other = connect(&path, &DataKey::random().unwrap());
        assert_eq!(other.err(), Some(VaultError::Damaged(Damage::Database)));
    }

    #[test]
    fn nothing_is_made_where_nothing_is() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.db");
        assert!(connect(&path, &DataKey::random().unwrap()).is_err());
        assert!(!path.exists());
    }
}
