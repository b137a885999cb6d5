//! What can go wrong with a vault, in this crate's own words. No text of `SQLite`, age or the
//! operating system passes through here: such texts can hold a key, a path or a person's words.

use std::io;

use rusqlite::ffi;
use thiserror::Error;

/// Why a vault did not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum VaultError {
    /// The key file is as it was written, and this passphrase does not open it.
    #[error("this passphrase does not open the vault")]
    WrongPassphrase,
    /// The passphrase is too easy to guess to protect a new vault.
    #[error("this passphrase is too easy to guess")]
    WeakPassphrase,
    /// The folder already holds something; a vault is only made in a new or empty folder.
    #[error("there is already something in this folder")]
    AlreadyThere,
    /// There is no vault in this folder.
    #[error("there is no vault in this folder")]
    NotThere,
    /// A file of the vault is damaged or missing. Nothing was changed.
    #[error("{0}")]
    Damaged(Damage),
    /// A newer Goldseam wrote this vault. Nothing was changed.
    #[error("this vault was written by a newer version of Goldseam")]
    NewerSchema,
    /// Another program has this vault open.
    #[error("this vault is open elsewhere")]
    OpenElsewhere,
    /// Less memory is free than deriving the key takes.
    #[error("not enough free memory to open the vault")]
    NotEnoughMemory,
    /// The disk refused.
    #[error("{0}")]
    Disk(DiskFault),
    /// What was asked for is not in the vault.
    #[error("not in the vault")]
    NotFound,
    /// Any other refusal of the database: `SQLite`'s extended result code, never its text.
    /// -1 for a mistake of ours that never reached `SQLite`.
    #[error("the vault could not do this (code {0})")]
    Storage(i32),
}

/// Which part of a vault is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Damage {
    /// `unlock.age` is not as it was written.
    #[error("the vault's key file is damaged")]
    KeyFile,
    /// `unlock.age` is missing beside a database.
    #[error("the vault's key file is missing")]
    KeyFileMissing,
    /// `journal.db` is missing beside a key file.
    #[error("the vault's journal file is missing")]
    DatabaseMissing,
    /// `journal.db` has no bytes.
    #[error("the vault's journal file is empty")]
    DatabaseEmpty,
    /// `journal.db` or its write-ahead log cannot be read with the vault's key.
    #[error("the vault's journal file is damaged")]
    Database,
    /// The passphrase did not open the key file, and `vault.json`, which would tell whether
    /// passphrase or file is at fault, is missing or unreadable. Trying again is worthwhile.
    #[error(
        "the passphrase did not open the vault, and the file that could say why is missing or damaged"
    )]
    Envelope,
    /// Key file and database come from different vaults.
    #[error("the vault's files belong to different vaults")]
    Foreign,
    /// A symbolic link or a folder stands where a file of the vault should be.
    #[error("a file of the vault is not an ordinary file")]
    NotAFile,
}

/// How the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DiskFault {
    /// No space, or a quota is used up.
    #[error("the disk is full")]
    Full,
    /// The file system or the file is read-only.
    #[error("the disk can only be read")]
    ReadOnly,
    /// The file, folder or drive is no longer there.
    #[error("the disk or folder is no longer there")]
    Gone,
    /// The operating system denies access.
    #[error("the system denies access to the folder")]
    Denied,
    /// Anything else.
    #[error("the disk does not answer as it should")]
    Other,
}

impl From<Damage> for VaultError {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            rusqlite::Error::SqliteFailure(error, _)
            | rusqlite::Error::SqlInputError { error, .. } => Self::from_code(error.extended_code),
            // A value of a type or shape that this schema never stores.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Self::Damaged(Damage::Database),
            _ => Self::Storage(-1),
        }
    }
}

impl VaultError {
    /// `code`: `SQLite`'s extended result code.
    fn from_code(code: i32) -> Self {
        match code {
            ffi::SQLITE_IOERR_NOMEM => return Self::NotEnoughMemory,
            ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA => {
                return Self::Damaged(Damage::Database);
            }
            _ => {}
        }
        match code & 0xff {
            ffi::SQLITE_FULL => Self::Disk(DiskFault::Full),
            ffi::SQLITE_READONLY => Self::Disk(DiskFault::ReadOnly),
            ffi::SQLITE_PERM => Self::Disk(DiskFault::Denied),
            ffi::SQLITE_CANTOPEN => Self::Disk(DiskFault::Gone),
            ffi::SQLITE_IOERR => Self::Disk(DiskFault::Other),
            ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Self::Damaged(Damage::Database),
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::OpenElsewhere,
            ffi::SQLITE_NOMEM => Self::NotEnoughMemory,
            _ => Self::Storage(code),
        }
    }
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind;
        Self::Disk(match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                DiskFault::Full
            }
            ErrorKind::ReadOnlyFilesystem => DiskFault::ReadOnly,
            ErrorKind::NotFound
            | ErrorKind::StaleNetworkFileHandle
            | ErrorKind::NotConnected
            | ErrorKind::HostUnreachable => DiskFault::Gone,
            ErrorKind::PermissionDenied => DiskFault::Denied,
            ErrorKind::OutOfMemory => return Self::NotEnoughMemory,
            _ if gone(&error) => DiskFault::Gone,
            _ => DiskFault::Other,
        })
    }
}

/// A drive that was pulled out has no `ErrorKind` of its own.
#[cfg(unix)]
fn gone(error: &io::Error) -> bool {
    use rustix::io::Errno;
    error
        .raw_os_error()
        .is_some_and(|code| [Errno::NODEV, Errno::NXIO].contains(&Errno::from_raw_os_error(code)))
}

/// Windows: `ERROR_NOT_READY`, `ERROR_DEV_NOT_EXIST`, `ERROR_DEVICE_NOT_CONNECTED`.
#[cfg(not(unix))]
fn gone(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(21 | 55 | 1167))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sqlite(code: i32) -> VaultError {
        let text = Some("x'c0ffee' near \"dear diary\"".to_owned());
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), text).into()
    }

    #[test]
    fn codes_of_the_database_are_named() {
        let cases = [
            (ffi::SQLITE_FULL, VaultError::Disk(DiskFault::Full)),
            (ffi::SQLITE_READONLY, VaultError::Disk(DiskFault::ReadOnly)),
            (
                ffi::SQLITE_READONLY_DBMOVED,
                VaultError::Disk(DiskFault::ReadOnly),
            ),
            (ffi::SQLITE_PERM, VaultError::Disk(DiskFault::Denied)),
            (ffi::SQLITE_CANTOPEN, VaultError::Disk(DiskFault::Gone)),
            (ffi::SQLITE_IOERR, VaultError::Disk(DiskFault::Other)),
            (ffi::SQLITE_IOERR_FSYNC, VaultError::Disk(DiskFault::Other)),
            (ffi::SQLITE_IOERR_NOMEM, VaultError::NotEnoughMemory),
            (ffi::SQLITE_NOMEM, VaultError::NotEnoughMemory),
            (ffi::SQLITE_CORRUPT, VaultError::Damaged(Damage::Database)),
            (
                ffi::SQLITE_CORRUPT_VTAB,
                VaultError::Damaged(Damage::Database),
            ),
            (ffi::SQLITE_NOTADB, VaultError::Damaged(Damage::Database)),
            (ffi::SQLITE_BUSY, VaultError::OpenElsewhere),
            (ffi::SQLITE_LOCKED, VaultError::OpenElsewhere),
            (
                ffi::SQLITE_CONSTRAINT_CHECK,
                VaultError::Storage(ffi::SQLITE_CONSTRAINT_CHECK),
            ),
        ];
        for (code, expected) in cases {
            assert_eq!(sqlite(code), expected, "{code}");
        }
        assert_eq!(
            VaultError::from(rusqlite::Error::QueryReturnedNoRows),
            VaultError::NotFound
        );
    }

    #[test]
    fn refusals_of_the_system_are_named() {
        use io::ErrorKind;
        let cases = [
            (ErrorKind::StorageFull, DiskFault::Full),
            (ErrorKind::QuotaExceeded, DiskFault::Full),
            (ErrorKind::ReadOnlyFilesystem, DiskFault::ReadOnly),
            (ErrorKind::PermissionDenied, DiskFault::Denied),
            (ErrorKind::NotFound, DiskFault::Gone),
            (ErrorKind::BrokenPipe, DiskFault::Other),
        ];
        for (kind, expected) in cases {
            let error = VaultError::from(io::Error::from(kind));
            assert_eq!(error, VaultError::Disk(expected), "{kind}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_drive_that_was_pulled_out_is_gone() {
        for errno in [rustix::io::Errno::NODEV, rustix::io::Errno::NXIO] {
            let error = io::Error::from_raw_os_error(errno.raw_os_error());
            assert_eq!(VaultError::from(error), VaultError::Disk(DiskFault::Gone));
        }
    }

    #[test]
    fn no_text_of_others_gets_through() {
        for code in 0..40 {
            let told = format!("{0} {0:?}", sqlite(code));
            assert!(
                !told.contains("c0ffee") && !told.contains("diary"),
                "{told}"
            );
        }
        let error = io::Error::other("/home/somebody/journal.db");
        let told = format!("{0} {0:?}", VaultError::from(error));
        assert!(!told.contains("somebody"), "{told}");
        let value = rusqlite::Error::InvalidParameterName("dear diary".to_owned());
        let told = format!("{0} {0:?}", VaultError::from(value));
        assert!(!told.contains("diary"), "{told}");
    }
}
