//! A vault that is open: how it is opened and closed, and the one way to change it. How it is
//! made lives in `create`, what is in it in `table`.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::envelope::{self, Contents, Refusal};
use crate::error::{Damage, VaultError};
use crate::files::{self, Found};
use crate::label::{self, Label};
use crate::lock::Lock;
use crate::passphrase::Passphrase;
use crate::place::{DATABASE, KEY_FILE, LABEL, Place, Presence, WAL};
use crate::{database, migrations};

/// The row of `meta` that holds the vault's id.
pub(crate) const META_VAULT_ID: &str = "vault_id";

/// An open vault. While it lives, nobody else can open it; when it is dropped, `SQLCipher` wipes
/// its key. Prefer [`Vault::close`], which says whether all went well.
pub struct Vault {
    // In the order of dropping: the lock goes last.
    connection: Connection,
    id: String,
    place: Place,
    lock: Lock,
}

impl Vault {
    /// Opens a vault. Takes about a second and 256 MiB of memory, by design: call it on a thread
    /// of its own.
    ///
    /// # Errors
    /// Whatever is refused, every file of the vault stays byte for byte as it was.
    pub fn open(place: &Place, passphrase: &Passphrase) -> Result<Self, VaultError> {
        if place.presence() == Presence::Nothing {
            return Err(VaultError::NotThere);
        }
        let lock = Lock::take(place)?;
        database::inspect(&place.file(DATABASE))?;
        if let Found::Other = files::look(&place.file(WAL))? {
            return Err(Damage::NotAFile.into());
        }
        let sealed = read_key_file(place)?;
        let contents = envelope::open(&sealed, passphrase)
            .map_err(|refusal| explain(place, &sealed, refusal))?;
        let vault = Self::unlock(place, lock, &contents)?;
        // The label protects nothing and is needed only when opening fails: not being able to
        // write it (a full disk) must not keep anybody from their journal. `verify` reports it.
        let _reported_by_verify = vault.mend_label(&sealed);
        Ok(vault)
    }

    /// Opens the database with a key that is already in hand.
    pub(crate) fn unlock(
        place: &Place,
        lock: Lock,
        contents: &Contents,
    ) -> Result<Self, VaultError> {
        let mut connection = match database::connect(&place.file(DATABASE), &contents.key) {
            Err(VaultError::Damaged(Damage::Database))
                if is_labelled_otherwise(place, contents) =>
            {
                return Err(Damage::Foreign.into());
            }
            other => other?,
        };
        belongs(&connection, &contents.vault_id)?;
        database::set_up(&connection)?;
        migrations::run(&mut connection)?;
        Ok(Self {
            connection,
            id: contents.vault_id.clone(),
            place: place.clone(),
            lock,
        })
    }

    /// Writes the write-ahead log home, closes the database and gives the vault free. The keys
    /// are wiped in any case.
    ///
    /// # Errors
    /// What the disk answered; what was committed before is durable none the less.
    pub fn close(self) -> Result<(), VaultError> {
        self.close_keeping_lock().map(drop)
    }

    /// [`Self::close`], with the vault still held against others.
    pub(crate) fn close_keeping_lock(self) -> Result<Lock, VaultError> {
        let checkpointed = database::checkpoint(&self.connection);
        let closed = database::close(self.connection);
        checkpointed.and(closed).map(|()| self.lock)
    }

    /// The vault's id: a random UUID that says nothing of when or where it was made.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where the vault lies.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Writes the write-ahead log into the database and empties it: when idle, and before a
    /// backup.
    ///
    /// # Errors
    /// What the disk answered; what was committed before is durable none the less.
    pub fn checkpoint(&self) -> Result<(), VaultError> {
        database::checkpoint(&self.connection)
    }

    /// For reading, by the tables.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Runs `change` as one transaction and commits it durably.
    ///
    /// # Errors
    /// What `change` answered or the disk refused; nothing is changed then.
    pub(crate) fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        // IMMEDIATE: whether it may write is settled before `change` runs.
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let outcome = change(&transaction)?;
        transaction.commit()?;
        Ok(outcome)
    }

    /// Whether `vault.json` fits the vault and its key file.
    pub(crate) fn label_in_order(&self) -> Result<bool, VaultError> {
        let sealed = read_key_file(&self.place)?;
        Ok(read_label(&self.place)
            .is_some_and(|label| label.is_of(&self.id) && label.knows(KEY_FILE, &sealed)))
    }

    /// Writes `vault.json` anew if it does not fit the key file that has just opened.
    fn mend_label(&self, sealed: &[u8]) -> Result<(), VaultError> {
        let path = self.place.file(LABEL);
        let bytes = files::read(&path, label::MOST_BYTES).ok().flatten();
        if bytes.as_deref().is_some_and(Label::is_newer) {
            return Ok(());
        }
        let mended = match bytes.as_deref().and_then(Label::read) {
            Some(label) if label.is_of(&self.id) && label.knows(KEY_FILE, sealed) => return Ok(()),
            Some(label) => label.mended(&self.id, KEY_FILE, sealed),
            None => Label::new(&self.id, KEY_FILE, sealed),
        };
        files::replace(&path, &mended.to_bytes())
    }
}

/// The key file's content.
pub(crate) fn read_key_file(place: &Place) -> Result<Vec<u8>, VaultError> {
    let path = place.file(KEY_FILE);
    match files::look(&path)? {
        Found::Nothing => Err(Damage::KeyFileMissing.into()),
        Found::Other => Err(Damage::NotAFile.into()),
        Found::File(_) => Ok(files::read(&path, envelope::MOST_BYTES)?.ok_or(Damage::KeyFile)?),
    }
}

/// What `vault.json` says, if it says anything. Why it does not makes no difference here.
fn read_label(place: &Place) -> Option<Label> {
    let bytes = files::read(&place.file(LABEL), label::MOST_BYTES).ok()??;
    Label::read(&bytes)
}

/// Whether the envelope came from elsewhere, by what the label says.
fn is_labelled_otherwise(place: &Place, contents: &Contents) -> bool {
    read_label(place).is_some_and(|label| !label.is_of(&contents.vault_id))
}

/// Tells a wrong passphrase from a damaged key file.
fn explain(place: &Place, sealed: &[u8], refusal: Refusal) -> VaultError {
    match refusal {
        Refusal::Error(error) => error,
        Refusal::PassphraseOrDamage => match read_label(place) {
            None => Damage::Envelope.into(),
            Some(label) if label.knows(KEY_FILE, sealed) => VaultError::WrongPassphrase,
            Some(_) => Damage::KeyFile.into(),
        },
    }
}

/// Checks, before anything is written, that the database is this envelope's and not newer than
/// this program.
fn belongs(connection: &Connection, vault_id: &str) -> Result<(), VaultError> {
    let newer = migrations::version(connection)? > migrations::latest();
    let stored: Result<String, VaultError> = connection
        .query_row(
            "SELECT value FROM meta WHERE key = ?1",
            [META_VAULT_ID],
            |row| row.get(0),
        )
        .map_err(VaultError::from);
    match stored {
        Ok(stored) if stored != vault_id => Err(Damage::Foreign.into()),
        // A later schema may keep its id elsewhere; in ours it is always there.
        Ok(_) | Err(VaultError::NotFound | VaultError::Storage(_)) if newer => {
            Err(VaultError::NewerSchema)
        }
        Ok(_) => Ok(()),
        Err(VaultError::NotFound | VaultError::Storage(_)) => Err(Damage::Database.into()),
        Err(error) => Err(error),
    }
}

#[cfg(all(test, feature = "test-hooks"))]
mod tests {
    use super::*;
    use crate::KdfCost;
    use crate::error::DiskFault;
    use crate::table::draft::{self, Draft};

    #[test]
    fn no_room_is_a_full_disk_and_the_vault_goes_on() {
        let room = tempfile::tempdir().unwrap();
        let place = Place::new(room.path().join("journal"));
        let passphrase = Passphrase::new("seven lanterns over the quiet marsh".to_owned());
        let mut vault = Vault::create(&place, &passphrase, KdfCost::cheap()).unwrap();
        let put = |vault: &mut Vault, body: &str| {
            let draft = Draft {
                body: body.to_owned(),
                saved_at: "2026-01-05T19:30:00Z".to_owned(),
            };
            vault.commit(|write| draft::put(write, draft::NEW, &draft))
        };
        put(&mut vault, "before").unwrap();

        let pages: i64 = vault
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        let most = format!("max_page_count({})", pages + 2);
        database::text_of(&vault.connection, &most).unwrap();
        assert_eq!(
            put(&mut vault, &"more than fits. ".repeat(10_000)),
            Err(VaultError::Disk(DiskFault::Full))
        );
        let kept = draft::get(&vault, draft::NEW).unwrap().unwrap();
        assert_eq!(
            kept.body, "before",
            "the refused change left nothing of itself"
        );
        vault.verify().unwrap();
        put(&mut vault, "after").unwrap();
        vault.close().unwrap();
        let vault = Vault::open(&place, &passphrase).unwrap();
        assert_eq!(
            draft::get(&vault, draft::NEW).unwrap().unwrap().body,
            "after"
        );
    }

    #[test]
    fn a_vault_can_be_handed_to_another_thread() {
        fn is_send<T: Send>() {}
        is_send::<Vault>();
        is_send::<Passphrase>();
    }
}
