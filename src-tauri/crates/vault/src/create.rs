//! Making a vault: built in a folder beside its place, synced, opened once the way it will be
//! opened every day, and only then moved into place in one step. Whenever that is interrupted,
//! there is either no vault or a whole one.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::database;
use crate::envelope::{self, KdfCost};
use crate::error::{DiskFault, VaultError};
use crate::files;
use crate::key::DataKey;
use crate::label::Label;
use crate::lock::Lock;
use crate::migrations;
use crate::passphrase::Passphrase;
use crate::place::{DATABASE, KEY_FILE, LABEL, LOCK, Place, ROLLBACK, WAL};
use crate::vault::{META_VAULT_ID, Vault, read_key_file};

/// Stands in the name of the folder in which a vault is being built.
const BUILDING: &str = ".part-";

impl Vault {
    /// Makes a vault in a new or empty folder and opens it. Takes about two seconds and 256 MiB
    /// of memory, by design: call it on a thread of its own.
    ///
    /// # Errors
    /// [`VaultError::WeakPassphrase`]; [`VaultError::AlreadyThere`] if the folder holds anything;
    /// [`VaultError::NotEnoughMemory`]; the disk's refusal. Nothing is left behind then.
    pub fn create(
        place: &Place,
        passphrase: &Passphrase,
        cost: KdfCost,
    ) -> Result<Self, VaultError> {
        if !passphrase.strength().accepted {
            return Err(VaultError::WeakPassphrase);
        }
        let dir = settled(place.dir())?;
        let (Some(parent), Some(name)) = (dir.parent(), dir.file_name()) else {
            // The root of a drive is never empty, nor anybody's to replace.
            return Err(VaultError::AlreadyThere);
        };
        make_room(&dir)?;
        files::make_dirs(parent)?;
        let prefix = format!(".{}{BUILDING}", name.to_string_lossy());
        sweep(parent, &prefix);

        let mut building = tempfile::Builder::new();
        building.prefix(&prefix);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            building.permissions(fs::Permissions::from_mode(0o700));
        }
        let building = building.tempdir_in(parent)?;
        let draft = Place::new(building.path());
        let lock = Lock::take(&draft)?;
        build(&draft, passphrase, cost)?;

        // What will be opened from now on is what lies on the disk, not what was in memory.
        let contents =
            envelope::open(&read_key_file(&draft)?, passphrase).map_err(
                |refusal| match refusal {
                    envelope::Refusal::Error(error) => error,
                    envelope::Refusal::PassphraseOrDamage => VaultError::Disk(DiskFault::Other),
                },
            )?;
        let lock = prove(&draft, lock, &contents)?;
        files::sync_dir(draft.dir())?;

        let lock = move_into_place(building, &dir, lock)?;
        files::sync_dir(parent)?;
        Self::unlock(place, lock, &contents)
    }
}

/// Fills an empty folder with a vault, down to the disk.
fn build(draft: &Place, passphrase: &Passphrase, cost: KdfCost) -> Result<(), VaultError> {
    let key = DataKey::random()?;
    let vault_id = random_id()?;
    let sealed = envelope::seal(&key, &vault_id, passphrase, cost)?;
    files::write_new(&draft.file(KEY_FILE), &sealed)?;
    let label = Label::new(&vault_id, KEY_FILE, &sealed);
    files::write_new(&draft.file(LABEL), &label.to_bytes())?;

    let database = draft.file(DATABASE);
    // SQLite's own file would be readable by others; an empty one is filled, and its mode kept.
    files::write_new(&database, b"")?;
    let mut connection = database::connect(&database, &key)?;
    database::set_up(&connection)?;
    migrations::run(&mut connection)?;
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?1, ?2)",
        [META_VAULT_ID, &vault_id],
    )?;
    database::checkpoint(&connection)?;
    database::close(connection)?;
    files::sync_file(&database)
}

/// Opens and closes a vault that was just built. Gives the lock back, still held.
fn prove(draft: &Place, lock: Lock, contents: &envelope::Contents) -> Result<Lock, VaultError> {
    Vault::unlock(draft, lock, contents)?.close_keeping_lock()
}

/// A random UUID (version 4): unlike version 7 it does not tell when the vault was made.
fn random_id() -> Result<String, VaultError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::Storage(-1))?;
    Ok(uuid::Builder::from_random_bytes(bytes)
        .into_uuid()
        .hyphenated()
        .to_string())
}

/// The folder's full path. A link that stands for the folder itself is resolved, because a
/// rename would meet the link.
fn settled(dir: &Path) -> Result<PathBuf, VaultError> {
    let dir = std::path::absolute(dir)?;
    match fs::symlink_metadata(&dir) {
        Ok(metadata) if metadata.is_symlink() => Ok(dir.canonicalize()?),
        _ => Ok(dir),
    }
}

/// Makes sure that nothing is in the way. A lock file that nobody holds is all that may be left
/// where a vault was deleted by hand.
fn make_room(dir: &Path) -> Result<(), VaultError> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(VaultError::AlreadyThere);
        }
        Err(error) => return Err(error.into()),
    };
    let mut lock_file = false;
    for entry in entries {
        if entry?.file_name() != LOCK {
            return Err(VaultError::AlreadyThere);
        }
        lock_file = true;
    }
    if lock_file {
        let place = Place::new(dir);
        let _held = Lock::take(&place)?;
        fs::remove_file(place.file(LOCK))?;
    }
    Ok(())
}

/// Clears away what interrupted attempts left beside the place: never a whole vault in use, and
/// never a file that is not ours. Whatever cannot be cleared holds nothing and does no harm, so
/// it does not stop anybody from starting a journal.
fn sweep(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(prefix)
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !ours {
            continue;
        }
        let left = Place::new(entry.path());
        // Held by another program that is making a vault at this moment.
        let Ok(_held) = Lock::take(&left) else {
            continue;
        };
        for name in [KEY_FILE, LABEL, DATABASE, WAL, ROLLBACK, LOCK] {
            drop(fs::remove_file(left.file(name)));
        }
        drop(fs::remove_dir(left.dir()));
    }
}

/// Renames the folder. It replaces an empty one, and nothing else.
fn move_into_place(
    building: tempfile::TempDir,
    dir: &Path,
    lock: Lock,
) -> Result<Lock, VaultError> {
    // Windows renames neither a folder with an open file in it nor onto an empty folder.
    #[cfg(not(unix))]
    {
        drop(lock);
        match fs::remove_dir(dir) {
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {
                return Err(VaultError::AlreadyThere);
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    match fs::rename(building.path(), dir) {
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists | ErrorKind::NotADirectory
            ) =>
        {
            return Err(VaultError::AlreadyThere);
        }
        other => other?,
    }
    // Nothing is at the old path any more: no clearing away.
    drop(building.keep());
    #[cfg(not(unix))]
    let lock = Lock::take(&Place::new(dir))?;
    Ok(lock)
}
