//! The workbench: vaults in throw-away folders, and the files in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use goldseam_vault::table::draft::{self, Draft};
use goldseam_vault::{KdfCost, Passphrase, Place, Vault, VaultError};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

pub const PASSPHRASE: &str = include_str!("../passphrase.txt");

/// A folder that goes when the test ends; the vault's own folder is in it.
pub struct Bench {
    pub room: TempDir,
    pub place: Place,
}

impl Bench {
    /// No vault yet.
    pub fn empty() -> Self {
        let room = tempfile::tempdir().unwrap();
        let place = Place::new(room.path().join("journal"));
        Self { room, place }
    }

    /// With a vault that was closed after a draft of a few pages was put in.
    pub fn with_vault() -> Self {
        let bench = Self::empty();
        let mut vault = bench.create();
        write_draft(&mut vault, &"a line of the draft. ".repeat(4000));
        vault.close().unwrap();
        bench
    }

    pub fn create(&self) -> Vault {
        Vault::create(&self.place, &passphrase(), KdfCost::cheap()).unwrap()
    }

    pub fn open(&self) -> Result<Vault, VaultError> {
        Vault::open(&self.place, &passphrase())
    }

    /// The refusal of an open that must fail.
    pub fn refusal(&self) -> VaultError {
        self.refusal_of(&passphrase())
    }

    pub fn refusal_of(&self, passphrase: &Passphrase) -> VaultError {
        match Vault::open(&self.place, passphrase) {
            Ok(_) => panic!("opened, and should not have"),
            Err(error) => error,
        }
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.place.dir().join(name)
    }

    /// Every file of the room with its bytes, links by their target.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        collect(self.room.path(), &mut found);
        found
    }

    /// Every file of the room with a hash of its bytes, to compare before and after.
    pub fn fingerprints(&self) -> BTreeMap<PathBuf, String> {
        self.files()
            .into_iter()
            .map(|(path, bytes)| (path, format!("{:x}", Sha256::digest(bytes))))
            .collect()
    }

    /// Changes one byte of a file.
    pub fn flip(&self, name: &str, at: usize) {
        let mut bytes = fs::read(self.file(name)).unwrap();
        bytes[at] ^= 0x01;
        fs::write(self.file(name), bytes).unwrap();
    }
}

pub fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

pub fn wrong() -> Passphrase {
    Passphrase::new("seven lanterns over the quiet harsh".to_owned())
}

pub fn write_draft(vault: &mut Vault, body: &str) {
    let draft = Draft {
        body: body.to_owned(),
        saved_at: "2026-01-05T19:30:00Z".to_owned(),
    };
    vault
        .commit(|write| draft::put(write, draft::NEW, &draft))
        .unwrap();
}

pub fn read_draft(vault: &Vault) -> Option<String> {
    draft::get(vault, draft::NEW)
        .unwrap()
        .map(|draft| draft.body)
}

fn collect(dir: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            collect(&entry.path(), found);
        } else if kind.is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            found.insert(entry.path(), target.into_os_string().into_encoded_bytes());
        } else {
            found.insert(entry.path(), fs::read(entry.path()).unwrap());
        }
    }
}
