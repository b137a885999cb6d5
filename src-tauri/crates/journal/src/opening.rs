//! Opening and closing: the two states of a journal, as two types. What can be asked of a locked
//! journal is what [`Locked`] offers, and nothing else compiles.

use crate::clock::Clock;
use crate::days;
use crate::dto::{
    Code, CreateRequest, EntrySaved, Failure, PassphraseRequest, Status, Strength, VaultState,
};
use goldseam_vault::{KdfCost, Passphrase, Place, Presence, Vault, VaultError};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// Where the journal lies unless the person says otherwise: the local, non-roaming data folder.
///
/// # Errors
/// The system names no such folder.
pub fn default_dir() -> Result<PathBuf, Failure> {
    dirs::data_local_dir()
        .map(|dir| dir.join("goldseam"))
        .ok_or_else(|| {
            Failure::new(
                Code::Other,
                "This computer names no folder for a journal. Start Goldseam with --vault and a folder.",
            )
        })
}

/// A journal that is locked, or not there yet.
pub struct Locked {
    place: Place,
    clock: Arc<dyn Clock>,
}

/// An open journal.
pub struct Unlocked {
    pub(crate) vault: Vault,
    pub(crate) clock: Arc<dyn Clock>,
    place: Place,
}

impl Locked {
    /// The journal in a folder. Nothing is read or made.
    pub fn new(dir: impl Into<PathBuf>, clock: Arc<dyn Clock>) -> Self {
        Self {
            place: Place::new(dir),
            clock,
        }
    }

    /// Whether there is a journal, and what day it is.
    pub fn status(&self) -> Status {
        let today = self.clock.today();
        Status {
            state: match self.place.presence() {
                Presence::Nothing => VaultState::None,
                Presence::Vault | Presence::Partial => VaultState::Locked,
            },
            today_words: days::long(today, today),
            today: today.to_string(),
            open_rupture: None,
        }
    }

    /// How hard a passphrase is to guess.
    pub fn passphrase_strength(request: PassphraseRequest) -> Strength {
        let strength = Passphrase::new(request.passphrase).strength();
        let words = match (strength.accepted, strength.warning, strength.suggestion) {
            (true, _, _) if strength.score >= 4 => "Very hard to guess.".to_owned(),
            (true, _, _) if strength.score == 3 => "Hard to guess.".to_owned(),
            (true, _, suggestion) => match suggestion {
                Some(suggestion) => format!("This will do. {suggestion}"),
                None => "This will do. Another word would make it stronger.".to_owned(),
            },
            (false, Some(warning), Some(suggestion)) => format!("{warning} {suggestion}"),
            (false, Some(words), None) | (false, None, Some(words)) => words,
            (false, None, None) => "A few more words would make it harder to guess.".to_owned(),
        };
        Strength {
            score: strength.score,
            accepted: strength.accepted,
            words,
        }
    }

    /// Makes a journal and, when something was written already, keeps it as the first entry.
    ///
    /// # Errors
    /// Passphrases that differ or are too easy to guess; something in the folder already; the
    /// disk's refusal. Nothing is left behind then.
    pub fn create(
        self,
        request: CreateRequest,
    ) -> Result<(Unlocked, Option<EntrySaved>), (Self, Failure)> {
        self.create_at(request, KdfCost::standard())
    }

    /// [`Self::create`] with a cheap key derivation.
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "test-hooks")]
    pub fn create_cheaply(
        self,
        request: CreateRequest,
    ) -> Result<(Unlocked, Option<EntrySaved>), (Self, Failure)> {
        self.create_at(request, KdfCost::cheap())
    }

    fn create_at(
        self,
        request: CreateRequest,
        cost: KdfCost,
    ) -> Result<(Unlocked, Option<EntrySaved>), (Self, Failure)> {
        let fields = request
            .fields
            .filter(|fields| !fields.text.trim().is_empty());
        let passphrase = Passphrase::new(request.passphrase);
        if !passphrase.same_as(&Passphrase::new(request.repeat)) {
            let differ = Failure::new(
                Code::Passphrase,
                "The two are not the same. Type the second one once more.",
            );
            return Err((self, differ));
        }
        if let Some(fields) = &fields
            && let Err(fault) = crate::write::check(fields, self.clock.today(), None)
        {
            return Err((self, fault));
        }
        let vault = match Vault::create(&self.place, &passphrase, cost) {
            Ok(vault) => vault,
            Err(VaultError::AlreadyThere) if self.place.presence() == Presence::Vault => {
                let there = Failure::new(
                    Code::Other,
                    "There is a journal here already. Nothing was changed.",
                );
                return Err((self, there));
            }
            Err(fault) => return Err((self, fault.into())),
        };
        let mut open = Unlocked {
            vault,
            clock: self.clock,
            place: self.place,
        };
        let saved = match fields
            .map(|fields| open.entry_save_new(&fields))
            .transpose()
        {
            Ok(saved) => saved,
            Err(fault) => return Err((open.lock().0, fault)),
        };
        Ok((open, saved))
    }

    /// Opens the journal. Takes about a second, by the key derivation.
    ///
    /// # Errors
    /// Wrong passphrase; damage, each kind of it named; another Goldseam has it open.
    pub fn unlock(self, request: PassphraseRequest) -> Result<Unlocked, (Self, Failure)> {
        let passphrase = Passphrase::new(request.passphrase);
        match Vault::open(&self.place, &passphrase) {
            Ok(vault) => Ok(Unlocked {
                vault,
                clock: self.clock,
                place: self.place,
            }),
            Err(fault) => Err((self, fault.into())),
        }
    }
}

impl Unlocked {
    /// Whether there is a journal, and what day it is.
    pub fn status(&self) -> Status {
        let today = self.clock.today();
        Status {
            state: VaultState::Unlocked,
            today_words: days::long(today, today),
            today: today.to_string(),
            open_rupture: None,
        }
    }

    /// Closes the journal: everything on disk, the write-ahead log emptied, keys wiped.
    ///
    /// The journal is locked afterwards even where the log could not be emptied; the failure says
    /// so, and nothing saved is lost by it.
    pub fn lock(self) -> (Locked, Result<(), Failure>) {
        let closed = self.vault.close().map_err(Failure::from);
        let locked = Locked {
            place: self.place,
            clock: self.clock,
        };
        (locked, closed)
    }

    /// The clock it lives by.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }
}

/// A new id that sorts by time.
pub(crate) fn new_id() -> String {
    Uuid::now_v7().to_string()
}
