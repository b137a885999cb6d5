//! The envelope: the data key and the vault's id, sealed with the passphrase into an age file
//! (scrypt). Nothing here touches the disk or the database.

use std::io::{BufRead, Read, Write};

use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use zeroize::Zeroizing;

use crate::VaultError;
use crate::error::Damage;
use crate::key::{DataKey, LITERAL};
use crate::memory;
use crate::passphrase::Passphrase;

/// An envelope is about 350 bytes; more than this was not written by us.
pub(crate) const MOST_BYTES: u64 = 16 * 1024;
/// The costliest derivation that is tried when opening: 1 GiB, about 4 s.
const MOST_WORK: u8 = 20;
/// Bytes of a vault's id, a hyphenated UUID.
const ID: usize = 36;
/// The key's literal, a line feed, the id, a line feed.
const CONTENT: usize = LITERAL + 1 + ID + 1;

/// How costly it is to derive the sealing key from a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    work_factor: u8,
}

impl KdfCost {
    /// scrypt with N = 2^18: 256 MiB of memory and about a second, set here and not measured, so
    /// that a slow moment at the first run cannot weaken a vault for good.
    pub const fn standard() -> Self {
        Self { work_factor: 18 }
    }

    /// A derivation that protects nothing, for tests.
    #[cfg(feature = "test-hooks")]
    pub const fn cheap() -> Self {
        Self { work_factor: 2 }
    }
}

/// What an envelope holds.
pub(crate) struct Contents {
    pub(crate) key: DataKey,
    pub(crate) vault_id: String,
}

/// Why an envelope did not open.
#[derive(Clone, Copy)]
pub(crate) enum Refusal {
    /// The passphrase is wrong, or the file's salt or wrapped key is damaged: age cannot tell.
    PassphraseOrDamage,
    /// Neither is in doubt.
    Error(VaultError),
}

impl<T: Into<VaultError>> From<T> for Refusal {
    fn from(error: T) -> Self {
        Self::Error(error.into())
    }
}

/// Seals `key` and `vault_id` with `passphrase`.
///
/// # Errors
/// [`VaultError::NotEnoughMemory`] before any work is done.
pub(crate) fn seal(
    key: &DataKey,
    vault_id: &str,
    passphrase: &Passphrase,
    cost: KdfCost,
) -> Result<Vec<u8>, VaultError> {
    memory::enough_for(cost.work_factor)?;
    let mut recipient = scrypt::Recipient::new(passphrase.for_key_derivation());
    recipient.set_work_factor(cost.work_factor);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient))
        .map_err(|_| VaultError::Storage(-1))?;

    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(key.literal())?;
    writer.write_all(b"\n")?;
    writer.write_all(vault_id.as_bytes())?;
    writer.write_all(b"\n")?;
    writer.finish()?;
    Ok(sealed)
}

/// Opens an envelope.
pub(crate) fn open(sealed: &[u8], passphrase: &Passphrase) -> Result<Contents, Refusal> {
    if let Some(work_factor) = work_factor(sealed) {
        if work_factor > MOST_WORK {
            return Err(Damage::KeyFile.into());
        }
        memory::enough_for(work_factor)?;
    }
    let mut identity = scrypt::Identity::new(passphrase.for_key_derivation());
    identity.set_max_work_factor(MOST_WORK);
    let mut reader = Decryptor::new_buffered(sealed)
        .and_then(|decryptor| decryptor.decrypt(std::iter::once(&identity as &dyn Identity)))
        .map_err(|error| match error {
            DecryptError::KeyDecryptionFailed
            | DecryptError::DecryptionFailed
            | DecryptError::NoMatchingKeys => Refusal::PassphraseOrDamage,
            // Not an age file of ours, or its key was unwrapped and the rest does not fit.
            _ => Damage::KeyFile.into(),
        })?;

    // One byte more than fits, so that a longer content is noticed.
    let mut content = Zeroizing::new([0; CONTENT + 1]);
    let mut length = 0;
    while length < content.len() {
        match reader.read(&mut content[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(_) => return Err(Damage::KeyFile.into()),
        }
    }
    if length != CONTENT || content[LITERAL] != b'\n' || content[CONTENT - 1] != b'\n' {
        return Err(Damage::KeyFile.into());
    }
    let vault_id = std::str::from_utf8(&content[LITERAL + 1..CONTENT - 1])
        .map_err(|_| Damage::KeyFile)?
        .to_owned();
    Ok(Contents {
        key: DataKey::parse(&content[..LITERAL])?,
        vault_id,
    })
}

/// The work factor that an envelope asks for, from its line `-> scrypt SALT FACTOR`. Read ahead
/// of age, which allocates the memory without asking whether it is there.
fn work_factor(sealed: &[u8]) -> Option<u8> {
    let line = sealed.lines().nth(1)?.ok()?;
    let mut words = line.strip_prefix("-> scrypt ")?.split(' ');
    words.nth(1)?.parse().ok()
}
