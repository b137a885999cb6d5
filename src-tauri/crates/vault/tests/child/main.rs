//! A program of its own for the tests that kill, limit or search a process with a vault in it.
//!
//! `vault-child make | open | hold-made | hold-opened DIR`. `make` and `open` end with 0, or print the
//! error and end with 1. The others say "open", close the vault at the next line they are given, say
//! "closed", and end at the line after.

use goldseam_vault::{KdfCost, Passphrase, Place, Vault, VaultError};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut given = std::env::args_os().skip(1);
    let what = given.next().unwrap_or_default();
    let place = Place::new(given.next().unwrap_or_default());
    // Built in, not handed over: arguments and environment would stand in the memory that is searched.
    let passphrase = || Passphrase::new(include_str!("../passphrase.txt").to_owned());
    let outcome = match what.to_str() {
        Some("make") => Vault::create(&place, &passphrase(), KdfCost::cheap()).map(drop),
        Some("open") => Vault::open(&place, &passphrase()).map(drop),
        // In a statement of its own, so that the passphrase is gone before anything is held.
        Some("hold-made") => {
            let vault = Vault::create(&place, &passphrase(), KdfCost::cheap());
            hold(vault)
        }
        Some("hold-opened") => {
            let vault = Vault::open(&place, &passphrase());
            hold(vault)
        }
        _ => return ExitCode::from(2),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("{fault:?}");
            ExitCode::FAILURE
        }
    }
}

fn hold(vault: Result<Vault, VaultError>) -> Result<(), VaultError> {
    let vault = vault?;
    let pause = |says: &str| {
        println!("{says}");
        std::io::stdin()
            .read_line(&mut String::new())
            .map_err(VaultError::from)
    };
    pause("open")?;
    vault.close()?;
    pause("closed")?;
    Ok(())
}
