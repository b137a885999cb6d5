//! Files and folders, written so that a power cut leaves the old state or the new one, readable
//! by their owner alone. No symbolic link is followed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::VaultError;
use crate::error::Damage;

/// What stands at a path that should be a file of a vault.
pub(crate) enum Found {
    Nothing,
    /// An ordinary file of this many bytes.
    File(u64),
    /// A symbolic link, a folder or a device.
    Other,
}

/// Looks without following a link.
pub(crate) fn look(path: &Path) -> Result<Found, VaultError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Found::File(metadata.len())),
        Ok(_) => Ok(Found::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Found::Nothing),
        Err(error) => Err(error.into()),
    }
}

/// Options for a file of a vault: 0600 if it is created, and on Unix no link is followed even if
/// one took the file's place after [`look`].
pub(crate) fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(no_follow());
    }
    options
}

#[cfg(unix)]
#[allow(clippy::cast_possible_wrap)] // flag bits, as `open` takes them
fn no_follow() -> i32 {
    rustix::fs::OFlags::NOFOLLOW.bits() as i32
}

/// Reads an ordinary file of at most `most` bytes.
///
/// # Errors
/// `None` if it is longer, or no ordinary file; the disk's refusal otherwise.
pub(crate) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, VaultError> {
    if let Found::Other = look(path)? {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    options()
        .read(true)
        .open(path)?
        .take(most + 1)
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// Writes a file that is not there yet, down to the disk. The folder is not synced.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let mut file = options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

/// Replaces a file in one step, down to the disk. A link at `path` is replaced, not followed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let parent = path.parent().ok_or(Damage::NotAFile)?;
    let mut name = path.file_name().ok_or(Damage::NotAFile)?.to_owned();
    name.push(".new");
    let fresh = parent.join(name);
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    write_new(&fresh, bytes)?;
    fs::rename(&fresh, path)?;
    sync_dir(parent)
}

/// Makes the names in a folder durable.
#[cfg(unix)]
pub(crate) fn sync_dir(dir: &Path) -> Result<(), VaultError> {
    File::open(dir)?.sync_all()?;
    Ok(())
}

/// Windows keeps no handle to a folder that could be flushed; NTFS journals names by itself.
#[cfg(not(unix))]
pub(crate) fn sync_dir(_dir: &Path) -> Result<(), VaultError> {
    Ok(())
}

/// Flushes a file that somebody else wrote.
pub(crate) fn sync_file(path: &Path) -> Result<(), VaultError> {
    // Windows flushes only what was opened for writing.
    options().read(true).write(true).open(path)?.sync_all()?;
    Ok(())
}

/// Makes a folder, and those above it that are missing, for their owner alone (0700) and durable.
pub(crate) fn make_dirs(dir: &Path) -> Result<(), VaultError> {
    if dir.as_os_str().is_empty() || dir.is_dir() {
        return Ok(());
    }
    let parent = dir.parent().unwrap_or(Path::new(""));
    make_dirs(parent)?;
    match make_dir(dir) {
        // Another program was faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
        Err(error) => Err(error.into()),
        Ok(()) => sync_dir(if parent.as_os_str().is_empty() {
            Path::new(".")
        } else {
            parent
        }),
    }
}

/// Makes one folder for its owner alone (0700).
fn make_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(dir)
}
