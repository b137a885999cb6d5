//! Faults in plain words: what happened, that nothing is lost, what to do.

use crate::dto::{Code, Failure};
use goldseam_vault::{Damage, DiskFault, VaultError};

impl Failure {
    /// A failure with its words.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    /// Something sent that cannot be taken.
    pub fn input(message: impl Into<String>) -> Self {
        Self::new(Code::Input, message)
    }

    /// The journal is locked.
    pub fn locked() -> Self {
        Self::new(Code::Locked, "The journal is locked.")
    }

    /// A thing that is not there.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "That is not in the journal any more.")
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl From<VaultError> for Failure {
    fn from(fault: VaultError) -> Self {
        let (code, message) = match fault {
            VaultError::WrongPassphrase => (
                Code::WrongPassphrase,
                "That passphrase doesn't open this journal. Nothing is lost; try again when you like.",
            ),
            VaultError::WeakPassphrase => (
                Code::Passphrase,
                "That passphrase would be guessed too quickly. A few words that don't belong together work well.",
            ),
            VaultError::AlreadyThere => (
                Code::Other,
                "There is something in that folder already, so no journal was made there. Nothing was changed.",
            ),
            VaultError::NotThere => (Code::Damaged, "There is no journal here."),
            VaultError::Damaged(damage) => (Code::Damaged, of_damage(damage)),
            VaultError::NewerSchema => (
                Code::Damaged,
                "A newer Goldseam wrote this journal. Nothing was changed; open it with that version or a later one.",
            ),
            VaultError::OpenElsewhere => (
                Code::OpenElsewhere,
                "Goldseam is open already. Close it there first, then try again.",
            ),
            VaultError::NotEnoughMemory => (
                Code::Other,
                "This computer has too little free memory right now to open the journal. Close something else and try again; nothing is lost.",
            ),
            VaultError::Disk(fault) => (Code::Disk, of_disk(fault)),
            VaultError::NotFound => return Self::not_found(),
            VaultError::Storage(_) => (
                Code::Other,
                "The journal could not do that. What was saved before is still there; try once more.",
            ),
        };
        Self::new(code, message)
    }
}

fn of_damage(damage: Damage) -> &'static str {
    match damage {
        Damage::KeyFile => {
            "This is not about your passphrase: the key file (unlock.age) is damaged. The journal itself was left untouched. A copy of that file from a backup would open it."
        }
        Damage::KeyFileMissing => {
            "The key file (unlock.age) is missing. The journal is there and was left untouched, but it can't be opened without that file. If the folder was moved or copied, look for it there."
        }
        Damage::DatabaseMissing => {
            "The journal file (journal.db) is missing. The key file is still there. If the folder was moved or copied, look for it there."
        }
        Damage::DatabaseEmpty => {
            "The journal file (journal.db) is empty: something else cut it off. It was left as it is. A backup of the folder would bring the journal back."
        }
        Damage::Database => {
            "This is not about your passphrase: the journal file (journal.db) is damaged. It was left untouched. A backup of the folder would bring the journal back."
        }
        Damage::Envelope => {
            "That passphrase didn't open the journal, and the small file that could say why (vault.json) is missing or damaged. Try the passphrase again; nothing was changed."
        }
        Damage::Foreign => {
            "The key file and the journal file belong to different journals. Both were left untouched. Look for the pair that was saved together."
        }
        Damage::NotAFile => {
            "Something other than a plain file stands where the journal should be, so it was not opened. Nothing was changed."
        }
    }
}

fn of_disk(fault: DiskFault) -> &'static str {
    match fault {
        DiskFault::Full => {
            "The disk is full, so this could not be saved. Your words are still here; make some room and try again."
        }
        DiskFault::ReadOnly => {
            "The journal's folder can only be read, so this could not be saved. Your words are still here."
        }
        DiskFault::Gone => {
            "The journal's folder is not there any more, perhaps on a drive that was taken out. Your words are still here; put it back and try again."
        }
        DiskFault::Denied => {
            "This computer doesn't let Goldseam into the journal's folder. Nothing was changed."
        }
        DiskFault::Other => {
            "The disk didn't answer as it should, so this could not be saved. Your words are still here; try again in a moment."
        }
    }
}
