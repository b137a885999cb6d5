//! Each kind of damage has its own name, is never taken for a wrong passphrase, and makes
//! nothing worse: every byte stays as it was.

use std::fs;

use goldseam_vault::{Damage, Presence, VaultError};

use crate::bench::{Bench, wrong};
use crate::secrecy::open_plainly;

/// Opening `bench` must be refused with `expected`, twice, and change no byte.
fn check(bench: &Bench, expected: VaultError, why: &str) {
    let before = bench.fingerprints();
    assert_eq!(bench.refusal(), expected, "{why}");
    assert_eq!(bench.fingerprints(), before, "{why}: touched");
    assert_eq!(bench.refusal(), expected, "{why}, the second time");
    assert_eq!(
        bench.fingerprints(),
        before,
        "{why}: touched the second time"
    );
}

fn damaged(spoil: impl Fn(&Bench), expected: Damage, why: &str) {
    let bench = Bench::with_vault();
    spoil(&bench);
    check(&bench, VaultError::Damaged(expected), why);
}

#[test]
fn any_flipped_byte_of_the_key_file_is_damage_to_the_key_file() {
    let bench = Bench::with_vault();
    let whole = fs::read(bench.file("unlock.age")).unwrap();
    for at in 0..whole.len() {
        bench.flip("unlock.age", at);
        assert_eq!(
            bench.refusal(),
            VaultError::Damaged(Damage::KeyFile),
            "byte {at} of {}, the right passphrase",
            whole.len()
        );
        fs::write(bench.file("unlock.age"), &whole).unwrap();
    }
    bench.open().unwrap();
}

#[test]
fn a_damaged_key_file_is_not_called_a_wrong_passphrase_when_both_are_wrong() {
    let bench = Bench::with_vault();
    let length = fs::read(bench.file("unlock.age")).unwrap().len();
    for at in [30, 60, length - 1] {
        bench.flip("unlock.age", at);
        assert_eq!(
            bench.refusal_of(&wrong()),
            VaultError::Damaged(Damage::KeyFile),
            "{at}"
        );
        bench.flip("unlock.age", at);
    }
    assert_eq!(bench.refusal_of(&wrong()), VaultError::WrongPassphrase);
}

#[test]
fn a_spoilt_key_file_is_named() {
    let shorten = |bench: &Bench, keep: usize| {
        let bytes = fs::read(bench.file("unlock.age")).unwrap();
        fs::write(bench.file("unlock.age"), &bytes[..keep]).unwrap();
    };
    for keep in [0, 10, 100, 200] {
        damaged(|bench| shorten(bench, keep), Damage::KeyFile, "truncated");
    }
    damaged(
        |bench| fs::write(bench.file("unlock.age"), vec![b'a'; 1 << 20]).unwrap(),
        Damage::KeyFile,
        "a megabyte of something else",
    );
    damaged(
        |bench| fs::remove_file(bench.file("unlock.age")).unwrap(),
        Damage::KeyFileMissing,
        "missing",
    );
}

#[test]
fn a_key_file_that_asks_for_absurd_work_is_refused() {
    let bench = Bench::with_vault();
    let sealed = fs::read(bench.file("unlock.age")).unwrap();
    let end = sealed
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .nth(1)
        .unwrap()
        .0;
    // Attempted, none of these would come to an end.
    for factor in ["40", "63", "200"] {
        let mut costly = sealed[..end - 1].to_vec();
        costly.extend_from_slice(factor.as_bytes());
        costly.extend_from_slice(&sealed[end..]);
        fs::write(bench.file("unlock.age"), costly).unwrap();
        check(&bench, VaultError::Damaged(Damage::KeyFile), factor);
    }
}

#[test]
fn a_spoilt_database_is_named() {
    let file = "journal.db";
    let resize = |bench: &Bench, length: u64| {
        let handle = fs::OpenOptions::new()
            .write(true)
            .open(bench.file(file))
            .unwrap();
        handle.set_len(length).unwrap();
    };
    damaged(
        |bench| fs::remove_file(bench.file(file)).unwrap(),
        Damage::DatabaseMissing,
        "missing",
    );
    damaged(|bench| resize(bench, 0), Damage::DatabaseEmpty, "no bytes");
    damaged(|bench| resize(bench, 1), Damage::Database, "one byte");
    damaged(
        |bench| resize(bench, 4095),
        Damage::Database,
        "less than a page",
    );
    damaged(
        |bench| resize(bench, 4096),
        Damage::Database,
        "one page of many",
    );
    damaged(
        |bench| {
            let length = fs::metadata(bench.file(file)).unwrap().len();
            resize(bench, length - 4096);
        },
        Damage::Database,
        "the last page missing",
    );
    damaged(
        |bench| fs::write(bench.file(file), vec![7; 40_960]).unwrap(),
        Damage::Database,
        "something else",
    );
    for at in [0, 15, 16, 100, 2000, 4095] {
        damaged(
            |bench| bench.flip(file, at),
            Damage::Database,
            "a byte of page 1",
        );
    }
}

#[test]
fn files_of_different_vaults_are_told_apart() {
    let (one, two) = (Bench::with_vault(), Bench::with_vault());
    // Same passphrase in both, so the other's key file opens: it is the database that does not.
    fs::copy(two.file("unlock.age"), one.file("unlock.age")).unwrap();
    check(
        &one,
        VaultError::Damaged(Damage::Foreign),
        "the other's key file",
    );
    assert_eq!(
        one.refusal_of(&wrong()),
        VaultError::Damaged(Damage::KeyFile),
        "without its passphrase all that is known is that the key file was changed"
    );
    fs::copy(two.file("vault.json"), one.file("vault.json")).unwrap();
    check(
        &one,
        VaultError::Damaged(Damage::Database),
        "the other's key file and label",
    );
}

#[test]
fn a_database_with_another_vaults_id_is_foreign() {
    let bench = Bench::with_vault();
    open_plainly(&bench)
        .execute(
            "UPDATE meta SET value = 'another' WHERE key = 'vault_id'",
            [],
        )
        .unwrap();
    check(
        &bench,
        VaultError::Damaged(Damage::Foreign),
        "right key, other id",
    );
    open_plainly(&bench)
        .execute("DELETE FROM meta", [])
        .unwrap();
    check(
        &bench,
        VaultError::Damaged(Damage::Database),
        "right key, no id",
    );
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let bench = Bench::with_vault();
    open_plainly(&bench)
        .pragma_update(None, "user_version", 99)
        .unwrap();
    check(&bench, VaultError::NewerSchema, "99");
    // Even if that version keeps its id elsewhere.
    open_plainly(&bench)
        .execute_batch("ALTER TABLE meta RENAME TO about")
        .unwrap();
    check(&bench, VaultError::NewerSchema, "99, without our table");
}

#[test]
fn a_newer_schema_with_a_log_after_a_crash_is_refused_untouched() {
    let bench = Bench::with_vault();
    let newer = open_plainly(&bench);
    newer
        .pragma_update(None, "locking_mode", "EXCLUSIVE")
        .unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
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
    check(
        &crashed,
        VaultError::NewerSchema,
        "what the log holds is theirs",
    );
}

#[cfg(unix)]
#[test]
fn links_and_folders_in_place_of_files_are_refused() {
    use std::os::unix::fs::symlink;
    for name in ["journal.db", "unlock.age", "journal.lock"] {
        damaged(
            |bench| {
                let elsewhere = bench.room.path().join("elsewhere");
                fs::rename(bench.file(name), &elsewhere).unwrap();
                symlink(&elsewhere, bench.file(name)).unwrap();
            },
            Damage::NotAFile,
            name,
        );
        damaged(
            |bench| {
                fs::remove_file(bench.file(name)).unwrap();
                fs::create_dir(bench.file(name)).unwrap();
            },
            Damage::NotAFile,
            name,
        );
    }
    damaged(
        |bench| symlink("/nowhere/at/all", bench.file("journal.db-wal")).unwrap(),
        Damage::NotAFile,
        "a link for the log",
    );
    let dangling = Bench::with_vault();
    fs::remove_file(dangling.file("journal.lock")).unwrap();
    symlink(
        dangling.room.path().join("planted"),
        dangling.file("journal.lock"),
    )
    .unwrap();
    check(
        &dangling,
        VaultError::Damaged(Damage::NotAFile),
        "a link for the lock",
    );
    assert!(!dangling.room.path().join("planted").exists());
}

#[test]
fn each_missing_file_makes_the_place_partial() {
    for name in ["journal.db", "unlock.age"] {
        let bench = Bench::with_vault();
        fs::remove_file(bench.file(name)).unwrap();
        assert_eq!(bench.place.presence(), Presence::Partial, "{name}");
    }
    let bench = Bench::with_vault();
    fs::remove_file(bench.file("vault.json")).unwrap();
    assert_eq!(
        bench.place.presence(),
        Presence::Vault,
        "it opens all the same"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_database_that_may_not_be_written_is_named() {
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let bench = Bench::with_vault();
    let mut open = Command::new(env!("CARGO_BIN_EXE_vault-child"));
    open.arg("open").arg(bench.place.dir());
    if rustix::process::geteuid().is_root() {
        // Root may write whatever a file's mode says: somebody else opens it, who owns the files.
        let nobody = 65534;
        fs::set_permissions(bench.room.path(), fs::Permissions::from_mode(0o755)).unwrap();
        chown(bench.place.dir(), Some(nobody), Some(nobody)).unwrap();
        for file in fs::read_dir(bench.place.dir()).unwrap() {
            chown(file.unwrap().path(), Some(nobody), Some(nobody)).unwrap();
        }
        // The program must lie where they can start it.
        let program = bench.room.path().join("vault-child");
        fs::copy(env!("CARGO_BIN_EXE_vault-child"), &program).unwrap();
        open = Command::new(program);
        open.arg("open")
            .arg(bench.place.dir())
            .uid(nobody)
            .gid(nobody);
    }
    fs::set_permissions(bench.file("journal.db"), fs::Permissions::from_mode(0o400)).unwrap();
    let before = bench.files();
    let told = open.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&told.stdout).trim(), "Disk(Denied)");
    assert_eq!(bench.files(), before, "nothing was changed");
}
