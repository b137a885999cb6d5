//! The vault: a person's journal, encrypted on disk. Keys, schema, the files of a vault and the
//! reads and writes of each table. The only user of `SQLite` and age; knows nothing of what an
//! entry means, and no clock.
//!
//! Words: the *data key* encrypts the database (`journal.db`). The *envelope* (`unlock.age`)
//! holds the data key, sealed with the passphrase. The *label* (`vault.json`) tells a damaged
//! envelope from a wrong passphrase. A *place* is the folder that holds all of them.

#![cfg_attr(test, allow(clippy::unwrap_used))]

#[cfg(all(feature = "test-hooks", not(debug_assertions)))]
compile_error!(
    "a cheap key derivation must never reach a person: no test-hooks in a release build"
);

mod create;
mod database;
mod envelope;
mod error;
mod files;
mod key;
mod label;
mod lock;
mod memory;
mod migrations;
mod passphrase;
mod place;
pub mod table;
mod vault;
mod verify;

pub use envelope::KdfCost;
pub use error::{Damage, DiskFault, VaultError};
pub use passphrase::{Passphrase, Strength};
pub use place::{Place, Presence};
pub use vault::Vault;
pub use verify::Health;
