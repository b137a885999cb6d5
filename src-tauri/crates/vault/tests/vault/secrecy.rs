//! What somebody learns who has the files and not the passphrase, or reads our errors.

use std::io::Read;
use std::{fs, iter};

use age::{Decryptor, Identity, scrypt};
use goldseam_vault::{Damage, VaultError};

use crate::bench::{Bench, PASSPHRASE, write_draft};

/// What the documented format says: line 1 the key as `x'hex'`, line 2 the vault's id.
pub fn open_envelope(bench: &Bench) -> (String, String) {
    let sealed = fs::read(bench.file("unlock.age")).unwrap();
    let identity = scrypt::Identity::new(PASSPHRASE.into());
    let mut text = String::new();
    Decryptor::new(&sealed[..])
        .unwrap()
        .decrypt(iter::once(&identity as &dyn Identity))
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    let (key, id) = text.strip_suffix('\n').unwrap().split_once('\n').unwrap();
    (key.to_owned(), id.to_owned())
}

/// Opens the database the way any stock tool would.
pub fn open_plainly(bench: &Bench) -> rusqlite::Connection {
    let (key, _) = open_envelope(bench);
    let connection = rusqlite::Connection::open(bench.file("journal.db")).unwrap();
    connection
        .execute_batch(&format!("PRAGMA key = \"{key}\""))
        .unwrap();
    connection
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn no_word_of_a_draft_is_in_any_file_while_open_or_closed() {
    let canary = "the heron stood in the flooded orchard";
    let wide: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bench = Bench::empty();
    let mut vault = bench.create();
    write_draft(&mut vault, &format!("{canary}. ").repeat(500));
    let look = |when: &str| {
        let files = bench.files();
        assert!(files.len() >= 4, "{when}: there is something to look at");
        for (path, bytes) in files {
            for word in [
                canary.as_bytes(),
                &wide,
                b"heron",
                b"CREATE TABLE",
                b"SQLite format",
            ] {
                assert!(!contains(&bytes, word), "{when}: {}", path.display());
            }
        }
    };
    assert!(fs::metadata(bench.file("journal.db-wal")).unwrap().len() > 4096);
    look("open, in the write-ahead log");
    vault.checkpoint().unwrap();
    look("open, in the database");
    write_draft(&mut vault, "other words");
    vault.close().unwrap();
    look("closed");
}

#[test]
fn a_database_begins_with_random_bytes() {
    let (one, two) = (Bench::with_vault(), Bench::with_vault());
    let head = |bench: &Bench| fs::read(bench.file("journal.db")).unwrap()[..16].to_vec();
    for bench in [&one, &two] {
        assert_ne!(head(bench), b"SQLite format 3\0");
        assert!(head(bench).iter().any(|byte| *byte != 0));
    }
    assert_ne!(head(&one), head(&two));
}

#[test]
fn every_vault_has_a_key_and_an_id_of_its_own() {
    let (one, two) = (
        open_envelope(&Bench::with_vault()),
        open_envelope(&Bench::with_vault()),
    );
    assert_ne!(one.0, two.0);
    assert_ne!(one.1, two.1);
    for (key, id) in [one, two] {
        assert_eq!(key.len(), 67);
        assert!(key.starts_with("x'") && key.ends_with('\''));
        assert!(key[2..66].bytes().all(|digit| digit.is_ascii_hexdigit()));
        assert_eq!(id.len(), 36);
        assert_eq!(&id[14..15], "4", "a random id, which tells no date");
    }
}

#[test]
fn the_format_is_the_documented_one_and_opens_with_stock_tools() {
    let bench = Bench::with_vault();
    let (_, id) = open_envelope(&bench);
    let connection = open_plainly(&bench);
    let stored: String = connection
        .query_row("SELECT value FROM meta WHERE key = 'vault_id'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(stored, id);
    let label: serde_json::Value =
        serde_json::from_slice(&fs::read(bench.file("vault.json")).unwrap()).unwrap();
    assert_eq!(label["format"], 1);
    assert_eq!(label["vault"], id);
    let hash = label["key_files"]["unlock.age"][0].as_str().unwrap();
    assert_eq!(hash.len(), 64);
}

#[test]
fn a_malformed_key_reaches_no_error() {
    // A key file that opens, sealed by somebody with the passphrase, with a broken key in it.
    for content in [
        "x'c0ffeec0ffeec0ffee'\nid\n".to_owned(),
        format!("x'{}'\n{}\n", "c0ffee00".repeat(8), "short id"),
        format!("x'{}g'\n{}\n", &"c0ffee00".repeat(8)[1..], "a".repeat(36)),
        format!("{}\n{}\n", "c0ffee".repeat(11), "a".repeat(36)),
        format!("x'{}'\n{}\nmore\n", "c0ffee00".repeat(8), "a".repeat(36)),
        String::new(),
    ] {
        let bench = Bench::with_vault();
        let mut recipient = scrypt::Recipient::new(PASSPHRASE.into());
        recipient.set_work_factor(2);
        let sealed = age::encrypt(&recipient, content.as_bytes()).unwrap();
        fs::write(bench.file("unlock.age"), sealed).unwrap();
        let error = bench.refusal();
        assert_eq!(error, VaultError::Damaged(Damage::KeyFile), "{content:?}");
        let told = format!("{error} {error:?}");
        assert!(!told.contains("c0ffee"), "{told}");
    }
}
