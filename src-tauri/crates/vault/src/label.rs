//! `vault.json`, the label on the outside: which vault this is and what its key files hash to.
//! It is not secret and not trusted: it is consulted only after a key file did not open, to tell
//! a wrong passphrase from a damaged file, and written anew when it does not fit.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The format of `vault.json` that this program writes.
const FORMAT: u32 = 1;
/// A label is about 200 bytes; more than this was not written by us.
pub(crate) const MOST_BYTES: u64 = 64 * 1024;

/// What `vault.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Label {
    format: u32,
    vault: String,
    /// File name to the SHA-256, in hex, of each content it may have. Two while a passphrase is
    /// being changed, old and new, so that a power cut in between leaves neither unexplained.
    key_files: BTreeMap<String, Vec<String>>,
}

impl Label {
    /// A label for a vault with one key file.
    pub(crate) fn new(vault_id: &str, file_name: &str, content: &[u8]) -> Self {
        Self {
            format: FORMAT,
            vault: vault_id.to_owned(),
            key_files: BTreeMap::from([(file_name.to_owned(), vec![sha256(content)])]),
        }
    }

    /// `None` if these bytes are no label that this program understands.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes)
            .ok()
            .filter(|label: &Self| label.format == FORMAT)
    }

    /// Whether these bytes are a label of a format later than ours, not to be overwritten.
    pub(crate) fn is_newer(bytes: &[u8]) -> bool {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        serde_json::from_slice(bytes).is_ok_and(|Format { format }| format > FORMAT)
    }

    /// The label as a file's content.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .expect("strings, numbers and a map with string keys always serialise");
        bytes.push(b'\n');
        bytes
    }

    /// Whether the label is this vault's.
    pub(crate) fn is_of(&self, vault_id: &str) -> bool {
        self.vault == vault_id
    }

    /// Whether a key file is as it was written.
    pub(crate) fn knows(&self, file_name: &str, content: &[u8]) -> bool {
        self.key_files
            .get(file_name)
            .is_some_and(|hashes| hashes.contains(&sha256(content)))
    }

    /// Makes the label fit a key file that opened, keeping what it says of other key files.
    pub(crate) fn mended(mut self, vault_id: &str, file_name: &str, content: &[u8]) -> Self {
        if !self.is_of(vault_id) {
            return Self::new(vault_id, file_name, content);
        }
        self.key_files
            .insert(file_name.to_owned(), vec![sha256(content)]);
        self
    }
}

fn sha256(content: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(content)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("writing to a string cannot fail");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_knows_the_bytes_it_was_made_for_and_no_others() {
        let label = Label::new("v", "unlock.age", b"sealed");
        let read = Label::read(&label.to_bytes()).unwrap();
        assert!(read.knows("unlock.age", b"sealed"));
        assert!(!read.knows("unlock.age", b"sealeD"));
        assert!(!read.knows("recovery.age", b"sealed"));
        assert!(read.is_of("v") && !read.is_of("w"));
    }

    #[test]
    fn garbage_is_no_label_and_a_later_format_is_kept_apart() {
        assert_eq!(Label::read(b""), None);
        assert_eq!(Label::read(b"{\"format\":1}"), None);
        let later = br#"{"format":2,"vault":"v","key_files":{}}"#;
        assert_eq!(Label::read(later), None);
        assert!(Label::is_newer(later) && !Label::is_newer(b"{"));
    }

    #[test]
    fn mending_keeps_other_key_files_of_the_same_vault_only() {
        let mut label = Label::new("v", "unlock.age", b"old");
        label
            .key_files
            .insert("recovery.age".into(), vec![sha256(b"paper")]);
        let mended = label.clone().mended("v", "unlock.age", b"new");
        assert!(mended.knows("unlock.age", b"new") && !mended.knows("unlock.age", b"old"));
        assert!(mended.knows("recovery.age", b"paper"));
        let foreign = label.mended("w", "unlock.age", b"new");
        assert!(foreign.is_of("w") && !foreign.knows("recovery.age", b"paper"));
    }
}
