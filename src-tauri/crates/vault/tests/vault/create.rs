//! Making a vault: whole or not at all, for its owner alone.

use std::fs;

use goldseam_vault::{KdfCost, Passphrase, Place, Presence, Vault, VaultError};

use crate::bench::{Bench, passphrase};

fn refusal(place: &Place, passphrase: &Passphrase) -> VaultError {
    match Vault::create(place, passphrase, KdfCost::cheap()) {
        Ok(_) => panic!("made, and should not have been"),
        Err(error) => error,
    }
}

#[test]
fn a_new_vault_is_open_and_holds_nothing() {
    let bench = Bench::empty();
    let vault = bench.create();
    let health = vault.verify().unwrap();
    assert_eq!((health.entries, health.drafts), (0, 0));
    assert!(health.label_in_order);
    assert_eq!(bench.place.presence(), Presence::Vault);
    assert_eq!(bench.refusal(), VaultError::OpenElsewhere, "held at once");
}

#[test]
fn nothing_is_left_beside_a_new_vault() {
    let bench = Bench::empty();
    bench.create().close().unwrap();
    let names: Vec<_> = fs::read_dir(bench.room.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["journal"]);
}

#[test]
fn folders_above_are_made() {
    let bench = Bench::empty();
    let deep = Place::new(bench.room.path().join("a/b/c"));
    Vault::create(&deep, &passphrase(), KdfCost::cheap()).unwrap();
    assert_eq!(deep.presence(), Presence::Vault);
}

#[test]
fn an_empty_folder_will_do_and_so_will_one_with_a_forgotten_lock_file() {
    let bench = Bench::empty();
    fs::create_dir(bench.place.dir()).unwrap();
    bench.create().close().unwrap();
    for name in ["journal.db", "unlock.age", "vault.json"] {
        fs::remove_file(bench.file(name)).unwrap();
    }
    assert_eq!(bench.place.presence(), Presence::Nothing);
    bench.create().close().unwrap();
}

#[test]
fn whatever_is_there_is_left_alone() {
    for name in [
        "journal.db",
        "unlock.age",
        "vault.json",
        "journal.db-wal",
        "notes.txt",
    ] {
        let bench = Bench::empty();
        fs::create_dir(bench.place.dir()).unwrap();
        fs::write(bench.file(name), "somebody's").unwrap();
        let before = bench.fingerprints();
        assert_eq!(
            refusal(&bench.place, &passphrase()),
            VaultError::AlreadyThere,
            "{name}"
        );
        assert_eq!(bench.fingerprints(), before, "{name}");
    }
    let whole = Bench::with_vault();
    let before = whole.fingerprints();
    assert_eq!(
        refusal(&whole.place, &passphrase()),
        VaultError::AlreadyThere
    );
    assert_eq!(whole.fingerprints(), before);
}

#[test]
fn a_file_in_place_of_the_folder_is_left_alone() {
    let bench = Bench::empty();
    fs::write(bench.place.dir(), "somebody's").unwrap();
    assert_eq!(
        refusal(&bench.place, &passphrase()),
        VaultError::AlreadyThere
    );
    assert_eq!(bench.refusal(), VaultError::NotThere);
    assert_eq!(fs::read(bench.place.dir()).unwrap(), b"somebody's");
}

#[test]
fn weak_passphrases_are_refused_before_anything_is_written() {
    for weak in [
        "",
        " ",
        "password",
        "12345678",
        "qwertyuiop",
        "margaret",
        "aaaaaaaaaaaa",
        "journal",
    ] {
        let bench = Bench::empty();
        let typed = Passphrase::new(weak.to_owned());
        assert!(!typed.strength().accepted, "{weak}");
        assert_eq!(
            refusal(&bench.place, &typed),
            VaultError::WeakPassphrase,
            "{weak}"
        );
        assert_eq!(bench.files().len(), 0, "{weak}");
    }
}

#[test]
fn strong_passphrases_are_accepted() {
    for strong in [
        "seven lanterns over the quiet marsh",
        "kettle orchid basalt",
        "w7#Lq!z0Rk",
        "тихая вода под ледяной горой",
    ] {
        let strength = Passphrase::new(strong.to_owned()).strength();
        assert!(strength.accepted, "{strong}: {strength:?}");
        assert!(strength.score <= 4);
    }
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::empty();
    let place = Place::new(bench.room.path().join("above/journal"));
    let mut vault = Vault::create(&place, &passphrase(), KdfCost::cheap()).unwrap();
    crate::bench::write_draft(&mut vault, "so that there is a write-ahead log");

    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(place.dir()), 0o700);
    assert_eq!(mode(place.dir().parent().unwrap()), 0o700);
    let mut names = Vec::new();
    for entry in fs::read_dir(place.dir()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        names.push(path.file_name().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(
        names,
        [
            "journal.db",
            "journal.db-wal",
            "journal.lock",
            "unlock.age",
            "vault.json"
        ],
        "all of them, and no shared memory"
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_an_empty_folder_elsewhere_is_followed() {
    let bench = Bench::empty();
    let elsewhere = bench.room.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, bench.place.dir()).unwrap();
    bench.create().close().unwrap();
    assert!(elsewhere.join("journal.db").is_file());
    bench.open().unwrap();
}

#[test]
fn what_an_interrupted_attempt_left_is_never_a_vault_and_is_cleared_away() {
    let bench = Bench::empty();
    let left = bench.room.path().join(".journal.part-Ab12");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("unlock.age"), "half").unwrap();
    fs::write(left.join("journal.db"), "").unwrap();
    // Somebody's own, though it looks alike.
    let theirs = bench.room.path().join(".journal.part-theirs");
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("letter.txt"), "dear").unwrap();

    assert_eq!(bench.place.presence(), Presence::Nothing);
    bench.create().close().unwrap();
    assert!(!left.exists());
    assert_eq!(fs::read(theirs.join("letter.txt")).unwrap(), b"dear");
}

#[test]
fn a_failed_attempt_leaves_nothing_behind() {
    let bench = Bench::empty();
    // The rename will meet a folder that was empty a moment ago: not to be had on purpose, so
    // the parent is made unwritable instead, by being a file.
    fs::write(bench.room.path().join("file"), "").unwrap();
    let place = Place::new(bench.room.path().join("file/journal"));
    let before = bench.fingerprints();
    assert!(matches!(
        refusal(&place, &passphrase()),
        VaultError::Disk(_) | VaultError::AlreadyThere
    ));
    assert_eq!(bench.fingerprints(), before);
}

#[test]
fn of_several_attempts_at_once_one_makes_the_vault() {
    for _ in 0..5 {
        let bench = Bench::empty();
        let outcomes: Vec<_> = std::thread::scope(|scope| {
            let attempts: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| Vault::create(&bench.place, &passphrase(), KdfCost::cheap()))
                })
                .collect();
            attempts
                .into_iter()
                .map(|attempt| attempt.join().unwrap())
                .collect()
        });
        let made: Vec<_> = outcomes
            .iter()
            .flatten()
            .map(|vault| vault.id().to_owned())
            .collect();
        assert_eq!(made.len(), 1);
        drop(outcomes);
        assert_eq!(
            bench.open().unwrap().id(),
            made[0],
            "its own, and not a later one's"
        );
        assert_eq!(fs::read_dir(bench.room.path()).unwrap().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn a_disk_without_room_leaves_nothing_behind() {
    // The system refuses every byte beyond the limit; 40 blocks hold a key file, not a database.
    for blocks in ["0", "40"] {
        let bench = Bench::empty();
        let limited = std::process::Command::new("sh")
            .args([
                "-c",
                "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"",
                "sh",
                blocks,
            ])
            .args([env!("CARGO_BIN_EXE_vault-child"), "make"])
            .arg(bench.place.dir())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&limited.stdout);
        assert!(told.starts_with("Disk("), "{blocks}: {told}");
        assert_eq!(bench.place.presence(), Presence::Nothing, "{blocks}");
        assert_eq!(bench.files().len(), 0, "{blocks}");
    }
}

#[test]
fn kill_leaves_no_vault_or_a_whole_one() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    let start = |bench: &Bench| {
        Command::new(env!("CARGO_BIN_EXE_vault-child"))
            .arg("make")
            .arg(bench.place.dir())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    // How long an undisturbed run takes, so that the kills are spread over all of it.
    let bench = Bench::empty();
    let began = Instant::now();
    assert!(start(&bench).wait().unwrap().success());
    let whole = began.elapsed();

    let (mut nothing, mut vaults, mut half_built) = (0, 0, 0);
    let mut kill = 0_u32;
    // On a machine with other things to do the later kills, too, may come early: go on then.
    while kill < 60 || (vaults == 0 && kill < 600) {
        kill += 1;
        let bench = Bench::empty();
        let mut child = start(&bench);
        std::thread::sleep(whole * kill / 50 + Duration::from_micros(u64::from(kill) * 37));
        child.kill().unwrap();
        child.wait().unwrap();
        match bench.place.presence() {
            Presence::Nothing => {
                nothing += 1;
                half_built += i32::from(!bench.files().is_empty());
                bench.create().close().unwrap();
                assert_eq!(
                    fs::read_dir(bench.room.path()).unwrap().count(),
                    1,
                    "cleared away"
                );
            }
            Presence::Vault => vaults += 1,
            Presence::Partial => panic!("killed at {kill}: half a vault"),
        }
        bench.open().unwrap().verify().unwrap();
    }
    assert!(
        nothing > 0 && vaults > 0,
        "the kills missed: {nothing} before, {vaults} after"
    );
    println!("{nothing} kills before (of these {half_built} half built), {vaults} after");
}
