//! The data key: 32 random bytes that encrypt a vault's database, and the handing of them to
//! `SQLCipher`. The only module of this crate with `unsafe` in it.

use rusqlite::{Connection, ffi};
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox};
use zeroize::{Zeroize, Zeroizing};

use crate::VaultError;
use crate::error::Damage;

/// Bytes of the key itself.
const RAW: usize = 32;
/// Bytes of the key as `SQLCipher`'s raw-key literal, `x'` 64 hex digits `'`.
pub(crate) const LITERAL: usize = RAW * 2 + 3;
const HEX: &[u8; 16] = b"0123456789abcdef";

/// A vault's data key as `SQLCipher`'s raw-key literal, on the heap, so that moving it leaves no
/// copy behind. Wiped when dropped; cannot be printed, cloned or serialised.
pub(crate) struct DataKey(SecretBox<[u8; LITERAL]>);

impl DataKey {
    /// A new key from the operating system's random source.
    ///
    /// # Errors
    /// `Storage(-1)` if the system gives no randomness; a vault is never made with less.
    pub(crate) fn random() -> Result<Self, VaultError> {
        let mut raw = Zeroizing::new([0; RAW]);
        getrandom::fill(raw.as_mut_slice()).map_err(|_| VaultError::Storage(-1))?;
        let mut key = SecretBox::new(Box::new([0; LITERAL]));
        let literal = key.expose_secret_mut();
        literal[0] = b'x';
        literal[1] = b'\'';
        for (digits, byte) in literal[2..].chunks_exact_mut(2).zip(raw.iter()) {
            digits[0] = HEX[usize::from(byte >> 4)];
            digits[1] = HEX[usize::from(byte & 15)];
        }
        literal[LITERAL - 1] = b'\'';
        Ok(Self(key))
    }

    /// Reads a key as [`Self::literal`] gives it.
    ///
    /// # Errors
    /// The key file is damaged if it is anything but `x'`, 64 lower-case hex digits, `'`. A key
    /// that `SQLCipher` does not take for a raw key it would take for a passphrase, and go on.
    pub(crate) fn parse(literal: &[u8]) -> Result<Self, VaultError> {
        let digits = literal
            .strip_prefix(b"x'")
            .and_then(|rest| rest.strip_suffix(b"'"))
            .ok_or(Damage::KeyFile)?;
        if digits.len() != RAW * 2 || !digits.iter().all(|digit| HEX.contains(digit)) {
            return Err(Damage::KeyFile.into());
        }
        let mut key = SecretBox::new(Box::new([0; LITERAL]));
        key.expose_secret_mut().copy_from_slice(literal);
        Ok(Self(key))
    }

    /// `x'` 64 hex digits `'`. Whoever calls this holds the key to everything: wipe every copy.
    pub(crate) fn literal(&self) -> &[u8; LITERAL] {
        self.0.expose_secret()
    }

    /// Keys `connection`, before anything was read through it. `SQLCipher` keeps a copy of its own
    /// until the connection is closed and wipes it then.
    ///
    /// # Errors
    /// What `SQLCipher` answers. A wrong key shows only at the first read.
    #[allow(unsafe_code)]
    pub(crate) fn hand_to(&self, connection: &Connection) -> Result<(), VaultError> {
        let literal = self.literal();
        let length = i32::try_from(LITERAL).map_err(|_| VaultError::Storage(-1))?;
        // Not `PRAGMA key`: when its argument is malformed, the error text holds the key.
        //
        // SAFETY: the handle is that of a live connection, which this thread has to itself for
        // the call (`Connection` is not `Sync`) and which is not kept; pointer and length
        // describe a buffer that outlives the call; SQLCipher copies from it and keeps no
        // pointer into it.
        let code =
            unsafe { ffi::sqlite3_key(connection.handle(), literal.as_ptr().cast(), length) };
        if code == ffi::SQLITE_OK {
            Ok(())
        } else {
            Err(VaultError::Storage(code))
        }
    }
}

impl Zeroize for DataKey {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_random_key_is_a_raw_key_literal_and_reads_back() {
        let (one, two) = (DataKey::random().unwrap(), DataKey::random().unwrap());
        assert_ne!(one.literal(), two.literal());
        for key in [one, two] {
            assert!(key.literal().starts_with(b"x'") && key.literal().ends_with(b"'"));
            let read = DataKey::parse(key.literal()).unwrap();
            assert_eq!(read.literal(), key.literal());
        }
    }

    #[test]
    fn every_digit_and_place_is_used() {
        let mut seen = [[false; 16]; RAW * 2];
        for _ in 0..600 {
            let key = DataKey::random().unwrap();
            for (place, digit) in key.literal()[2..LITERAL - 1].iter().enumerate() {
                let value = HEX.iter().position(|hex| hex == digit).unwrap();
                seen[place][value] = true;
            }
        }
        assert!(seen.iter().flatten().all(|seen| *seen));
    }

    #[test]
    fn what_is_not_a_raw_key_is_refused() {
        let whole = *DataKey::random().unwrap().literal();
        let mut upper = whole;
        upper[2] = b'A';
        let mut sign = whole;
        sign[40] = b'\'';
        let refused: [&[u8]; 6] = [b"", b"x''", &whole[..66], &whole[1..], &upper, &sign];
        for literal in refused {
            assert_eq!(
                DataKey::parse(literal).err(),
                Some(VaultError::Damaged(Damage::KeyFile)),
                "SQLCipher would take it for a passphrase"
            );
        }
    }
}
