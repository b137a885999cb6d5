//! `vault.json`: what is lost without it, and that it comes back.

use std::fs;

use goldseam_vault::{Damage, VaultError};

use crate::bench::{Bench, wrong};

#[test]
fn a_missing_or_spoilt_label_is_written_anew() {
    let whole = Bench::with_vault();
    let label = fs::read(whole.file("vault.json")).unwrap();
    let other = fs::read(Bench::with_vault().file("vault.json")).unwrap();
    let spoils: [(&str, Option<&[u8]>); 5] = [
        ("missing", None),
        ("no bytes", Some(b"")),
        ("garbage", Some(b"{\"format\":")),
        ("not text", Some(&[0xff; 300])),
        ("another vault's", Some(&other)),
    ];
    for (why, spoilt) in spoils {
        match spoilt {
            None => fs::remove_file(whole.file("vault.json")).unwrap(),
            Some(bytes) => fs::write(whole.file("vault.json"), bytes).unwrap(),
        }
        let vault = whole.open().unwrap();
        assert!(vault.verify().unwrap().label_in_order, "{why}");
        vault.close().unwrap();
        assert_eq!(fs::read(whole.file("vault.json")).unwrap(), label, "{why}");
    }
    // One of a later format is not ours to overwrite.
    let later = br#"{"format":2,"more":true}"#;
    fs::write(whole.file("vault.json"), later).unwrap();
    assert!(!whole.open().unwrap().verify().unwrap().label_in_order);
    assert_eq!(fs::read(whole.file("vault.json")).unwrap(), later);
}

#[cfg(unix)]
#[test]
fn a_link_for_the_label_is_replaced_and_its_target_left_alone() {
    let bench = Bench::with_vault();
    let theirs = bench.room.path().join("theirs");
    fs::write(&theirs, "dear").unwrap();
    fs::remove_file(bench.file("vault.json")).unwrap();
    std::os::unix::fs::symlink(&theirs, bench.file("vault.json")).unwrap();
    bench.open().unwrap().close().unwrap();
    assert!(
        fs::symlink_metadata(bench.file("vault.json"))
            .unwrap()
            .is_file()
    );
    assert_eq!(fs::read(theirs).unwrap(), b"dear");
}

#[test]
fn without_a_label_a_refusal_does_not_pretend_to_know() {
    let bench = Bench::with_vault();
    fs::remove_file(bench.file("vault.json")).unwrap();
    let before = bench.fingerprints();
    assert_eq!(
        bench.refusal_of(&wrong()),
        VaultError::Damaged(Damage::Envelope)
    );
    assert_eq!(bench.fingerprints(), before);
    bench.open().unwrap();
}
