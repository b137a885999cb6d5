//! One writer at most: a file of its own that is held locked while a vault is open. The operating
//! system drops the lock when the program ends, however it ends.

use std::fs::{File, TryLockError};

use crate::VaultError;
use crate::error::Damage;
use crate::files::{self, Found};
use crate::place::{LOCK, Place};

/// A vault that nobody else may open while this lives.
pub(crate) struct Lock {
    held: File,
}

impl Lock {
    /// # Errors
    /// [`VaultError::OpenElsewhere`] at once, without waiting.
    pub(crate) fn take(place: &Place) -> Result<Self, VaultError> {
        let path = place.file(LOCK);
        if let Found::Other = files::look(&path)? {
            return Err(Damage::NotAFile.into());
        }
        let file = files::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { held: file }),
            Err(TryLockError::WouldBlock) => Err(VaultError::OpenElsewhere),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file would do, but for a child process that is being started at this moment
        // and still shares it. The file itself stays: were it removed, two programs could each
        // hold a lock on "the" file.
        let _closing_it_follows_anyway = self.held.unlock();
    }
}
