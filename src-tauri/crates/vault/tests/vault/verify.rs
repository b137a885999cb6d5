//! Damage that opening does not meet.

use goldseam_vault::{Damage, Vault, VaultError};

use crate::bench::{Bench, passphrase, write_draft};
use crate::secrecy::open_plainly;

/// Every page in turn is spoilt in three places; open or verify must name it and touch nothing.
fn check_every_page(bench: &Bench) {
    let pages = std::fs::read(bench.file("journal.db")).unwrap().len() / 4096;
    assert!(pages > 40, "{pages}");
    let mut opened = 0;
    for page in 0..pages {
        for at in [0, 2048, 4095] {
            bench.flip("journal.db", page * 4096 + at);
            let before = bench.fingerprints();
            let named = match Vault::open(&bench.place, &passphrase()) {
                Ok(vault) => {
                    opened += 1;
                    let named = vault.verify();
                    let _the_verdict_is_what_counts = vault.close();
                    named.map(drop)
                }
                Err(error) => Err(error),
            };
            let damaged = Err(VaultError::Damaged(Damage::Database));
            assert_eq!(named, damaged, "page {page}, byte {at}");
            assert_eq!(
                bench.fingerprints(),
                before,
                "page {page}, byte {at}: touched"
            );
            bench.flip("journal.db", page * 4096 + at);
        }
    }
    assert!(
        opened > 0,
        "damage that opening does not meet is for verify"
    );
    bench.open().unwrap().verify().unwrap();
}

#[test]
fn a_flipped_byte_in_any_page_is_named_at_the_latest_by_verify() {
    check_every_page(&Bench::with_vault());
}

#[test]
fn a_flipped_byte_in_a_page_that_is_free_again_is_named_too() {
    let bench = Bench::with_vault();
    let mut vault = bench.open().unwrap();
    write_draft(&mut vault, "short");
    vault.close().unwrap();
    let free: i64 = open_plainly(&bench)
        .pragma_query_value(None, "freelist_count", |row| row.get(0))
        .unwrap();
    assert!(free > 10, "{free}");
    check_every_page(&bench);
}

#[test]
fn reading_a_damaged_page_is_damage_and_not_some_code() {
    let bench = Bench::with_vault();
    let length = std::fs::read(bench.file("journal.db")).unwrap().len();
    // The draft's text fills the last pages.
    bench.flip("journal.db", length - 4096 - 2000);
    let vault = bench.open().unwrap();
    let read = goldseam_vault::table::draft::get(&vault, "new");
    assert_eq!(read, Err(VaultError::Damaged(Damage::Database)));
}

#[test]
fn verify_names_a_search_index_that_tells_something_else() {
    let bench = Bench::with_vault();
    let connection = open_plainly(&bench);
    let has_search = connection.table_exists(None, "entry_fts").unwrap();
    assert!(has_search, "the schema has a search index");
    connection
        .execute(
            "INSERT INTO entry_fts (rowid, text) VALUES (1, 'of nothing')",
            [],
        )
        .unwrap();
    drop(connection);
    let vault = bench.open().unwrap();
    assert_eq!(vault.verify(), Err(VaultError::Damaged(Damage::Database)));
}

#[test]
fn verify_names_a_row_that_points_nowhere() {
    let bench = Bench::with_vault();
    let connection = open_plainly(&bench);
    connection
        .pragma_update(None, "foreign_keys", "OFF")
        .unwrap();
    connection
        .execute(
            "INSERT INTO entry_label (entry_id, sort, name) VALUES ('nobody', 'tag', 'x')",
            [],
        )
        .unwrap();
    drop(connection);
    assert_eq!(
        bench.open().unwrap().verify(),
        Err(VaultError::Damaged(Damage::Database))
    );
}
