//! Opening, closing and what is kept in between.

use std::fs;

use goldseam_vault::{Health, KdfCost, Passphrase, Presence, Vault, VaultError};

use crate::bench::{Bench, PASSPHRASE, passphrase, read_draft, write_draft, wrong};
use crate::secrecy::open_plainly;

#[test]
fn what_was_committed_is_there_after_closing_and_opening() {
    let bench = Bench::empty();
    let mut vault = bench.create();
    let id = vault.id().to_owned();
    write_draft(&mut vault, "kept");
    vault.close().unwrap();

    let vault = bench.open().unwrap();
    assert_eq!(read_draft(&vault).as_deref(), Some("kept"));
    assert_eq!(vault.id(), id);
    assert_eq!(
        vault.verify().unwrap(),
        Health {
            entries: 0,
            drafts: 1,
            label_in_order: true
        }
    );
}

#[test]
fn what_was_committed_is_there_though_the_vault_was_never_closed() {
    let bench = Bench::empty();
    let mut vault = bench.create();
    write_draft(&mut vault, "kept");
    // As after a crash: the files as they are now, write-ahead log included, at another place.
    let crashed = Bench::empty();
    fs::create_dir(crashed.place.dir()).unwrap();
    for (path, bytes) in bench.files() {
        fs::write(
            crashed.file(path.file_name().unwrap().to_str().unwrap()),
            bytes,
        )
        .unwrap();
    }
    assert!(fs::metadata(crashed.file("journal.db-wal")).unwrap().len() > 0);

    let reopened = crashed.open().unwrap();
    assert_eq!(read_draft(&reopened).as_deref(), Some("kept"));
}

#[test]
fn a_failed_change_leaves_nothing_of_itself() {
    let bench = Bench::empty();
    let mut vault = bench.create();
    write_draft(&mut vault, "before");
    let refused = vault.commit::<()>(|write| {
        goldseam_vault::table::draft::clear(write, "new")?;
        Err(VaultError::NotFound)
    });
    assert_eq!(refused, Err(VaultError::NotFound));
    assert_eq!(read_draft(&vault).as_deref(), Some("before"));
}

#[test]
fn closing_empties_the_write_ahead_log() {
    let bench = Bench::empty();
    let mut vault = bench.create();
    write_draft(&mut vault, &"x".repeat(100_000));
    let wal = bench.file("journal.db-wal");
    assert!(fs::metadata(&wal).unwrap().len() > 100_000, "it is in use");
    vault.close().unwrap();
    assert!(
        fs::metadata(&wal).is_ok_and(|file| file.len() == 0) || !wal.exists(),
        "one flipped byte in a log drops every commit after it, silently"
    );
}

#[test]
fn a_checkpoint_empties_the_write_ahead_log_of_an_open_vault() {
    let bench = Bench::empty();
    let mut vault = bench.create();
    write_draft(&mut vault, &"x".repeat(100_000));
    vault.checkpoint().unwrap();
    assert_eq!(fs::metadata(bench.file("journal.db-wal")).unwrap().len(), 0);
    assert!(fs::metadata(bench.file("journal.db")).unwrap().len() > 100_000);
}

#[test]
fn a_second_open_is_refused_while_the_first_lasts_and_works_after() {
    let bench = Bench::with_vault();
    let first = bench.open().unwrap();
    assert_eq!(bench.refusal(), VaultError::OpenElsewhere);
    assert_eq!(
        bench.refusal_of(&wrong()),
        VaultError::OpenElsewhere,
        "said at once, without the passphrase being tried"
    );
    assert!(read_draft(&first).is_some(), "the first is not disturbed");
    first.close().unwrap();
    bench.open().unwrap();
}

#[test]
fn a_strangers_tool_in_the_database_is_noticed() {
    let bench = Bench::with_vault();
    let stranger = open_plainly(&bench);
    stranger
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT")
        .unwrap();
    assert_eq!(bench.refusal(), VaultError::OpenElsewhere);
    drop(stranger);
    let _ours = bench.open().unwrap();
    let shut_out = open_plainly(&bench).execute_batch("SELECT count(*) FROM meta");
    assert!(shut_out.is_err(), "and it is kept out while ours is open");
}

#[test]
fn a_dropped_vault_is_free_again() {
    let bench = Bench::with_vault();
    drop(bench.open().unwrap());
    bench.open().unwrap();
}

#[test]
fn a_wrong_passphrase_is_called_that_and_changes_nothing() {
    let bench = Bench::with_vault();
    let before = bench.fingerprints();
    assert_eq!(bench.refusal_of(&wrong()), VaultError::WrongPassphrase);
    assert_eq!(
        bench.refusal_of(&Passphrase::new(String::new())),
        VaultError::WrongPassphrase
    );
    assert_eq!(
        bench.refusal_of(&Passphrase::new(format!("{PASSPHRASE} "))),
        VaultError::WrongPassphrase,
        "a passphrase is not trimmed"
    );
    assert_eq!(
        bench.fingerprints(),
        before,
        "no counter on the disk, no lock-out"
    );
    bench.open().unwrap();
}

#[test]
fn accents_open_the_vault_however_the_keyboard_composes_them() {
    let composed = "caf\u{e9} \u{fc}ber dem stillen moor";
    let decomposed = "cafe\u{301} u\u{308}ber dem stillen moor";
    assert_ne!(composed, decomposed);
    for (made_with, opened_with) in [(composed, decomposed), (decomposed, composed)] {
        let bench = Bench::empty();
        let made_with = Passphrase::new(made_with.to_owned());
        let opened_with = Passphrase::new(opened_with.to_owned());
        assert!(made_with.same_as(&opened_with));
        Vault::create(&bench.place, &made_with, KdfCost::cheap())
            .unwrap()
            .close()
            .unwrap();
        Vault::open(&bench.place, &opened_with).unwrap();
    }
}

#[test]
fn an_empty_place_says_so() {
    let bench = Bench::empty();
    assert_eq!(bench.place.presence(), Presence::Nothing);
    assert_eq!(bench.refusal(), VaultError::NotThere);
    fs::create_dir(bench.place.dir()).unwrap();
    assert_eq!(bench.refusal(), VaultError::NotThere);
    assert_eq!(
        fs::read_dir(bench.place.dir()).unwrap().count(),
        0,
        "looking leaves no lock file behind"
    );
}

/// The derivation people really get: half a second at least for each guess, by work alone.
#[test]
fn the_standard_derivation_is_the_promised_one() {
    let bench = Bench::empty();
    let vault = Vault::create(&bench.place, &passphrase(), KdfCost::standard()).unwrap();
    vault.close().unwrap();
    let sealed = fs::read(bench.file("unlock.age")).unwrap();
    let header = String::from_utf8_lossy(&sealed);
    let stanza = header.lines().nth(1).unwrap();
    assert!(
        stanza.starts_with("-> scrypt ") && stanza.ends_with(" 18"),
        "scrypt with N = 2^18, whatever this machine's speed: {stanza}"
    );
    bench.open().unwrap();
}
