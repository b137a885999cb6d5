//! `goldseam-cli`: the same journal from a terminal. Argument parsing and printing only; what is
//! done stands in `goldseam-journal`.
//!
//! Exit codes: 0 done · 1 it could not be done (a plain sentence on stderr) · 2 wrong usage ·
//! 3 wrong passphrase · 4 the journal is damaged or missing · 5 Goldseam is open.

mod analyse;
mod passphrase;

use clap::{Parser, Subcommand};
use goldseam_journal::clock;
use goldseam_journal::dto::{
    Code, CreateRequest, EntryFields, EntrySaveRequest, Failure, PassphraseRequest, VaultState,
};
use goldseam_journal::{LONGEST_TEXT, Locked, Unlocked, default_dir};
use passphrase::Input;
use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// A private journal for conflicts and their repair, from the terminal.
#[derive(Parser)]
#[command(name = "goldseam-cli", version)]
struct Arguments {
    /// The journal's folder (journal.db, unlock.age, vault.json); the app's own if left out.
    #[arg(long, global = true, value_name = "DIR")]
    vault: Option<PathBuf>,
    /// Take the passphrase from the first line of standard input instead of asking for it.
    #[arg(long, global = true)]
    passphrase_stdin: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a new, empty journal.
    Init,
    /// Add an entry: its text from standard input. Prints the new id once it is safely kept.
    Add {
        /// The day it happened, YYYY-MM-DD; today if left out.
        #[arg(long, value_name = "DAY")]
        happened_on: Option<String>,
        /// It tells of no conflict.
        #[arg(long)]
        no_rupture: bool,
    },
    /// List all entries, one JSON object a line, oldest first.
    List {
        /// The only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// Read passages: JSON lines in, JSON lines out. Needs no journal.
    Analyse,
    /// The counts of a month, as JSON.
    Summary {
        /// YYYY-MM; this month if left out.
        #[arg(long, value_name = "MONTH")]
        month: Option<String>,
        /// The only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// Check the whole journal.
    Verify,
    /// Make a new journal of somebody made up, to look around in.
    Demo,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            // Help and version are asked for, and go to standard output with exit code 0.
            let code = u8::try_from(usage.exit_code()).unwrap_or(2);
            return match usage.print() {
                Ok(()) => ExitCode::from(code),
                Err(_) => ExitCode::from(1),
            };
        }
    };
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(exit_code(failure.code))
        }
    }
}

fn exit_code(code: Code) -> u8 {
    match code {
        Code::Input => 2,
        Code::WrongPassphrase | Code::Passphrase => 3,
        Code::Damaged => 4,
        Code::OpenElsewhere => 5,
        Code::Locked | Code::NotFound | Code::Disk | Code::Other => 1,
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    if matches!(arguments.command, Command::Analyse) {
        return analyse::run(io::stdin().lock(), BufWriter::new(io::stdout().lock()));
    }
    let dir = match arguments.vault {
        Some(dir) => dir,
        None => default_dir()?,
    };
    let mut input = Input::new(arguments.passphrase_stdin);
    let locked = Locked::new(dir, clock::of_program());
    match arguments.command {
        Command::Analyse => Ok(()),
        Command::Init => {
            let open = create(locked, &mut input)?;
            close(open)
        }
        Command::Demo => {
            let mut open = create(locked, &mut input)?;
            let filled = open.fill_with_demo();
            close(open)?;
            say(&format!("{} entries", filled?))
        }
        Command::Add {
            happened_on,
            no_rupture,
        } => {
            refuse_missing(&locked)?;
            let passphrase = input.passphrase("Passphrase: ")?;
            let text = input.rest(LONGEST_TEXT * 2)?;
            let mut open = unlock(locked, passphrase)?;
            let saved = open.entry_save(&EntrySaveRequest {
                entry_id: None,
                fields: EntryFields {
                    text,
                    people: vec![],
                    happened_on,
                    happened_part: None,
                    cause: None,
                    size: None,
                    feelings: vec![],
                    distress: None,
                    this_again: None,
                    continues: None,
                    tells_rupture: !no_rupture,
                    keep_only: false,
                },
            });
            // Said before closing: the entry is on disk from the commit on.
            let said = saved.and_then(|saved| say(&saved.entry_id));
            close(open)?;
            said
        }
        Command::List { json: _ } => {
            let open = open(locked, &mut input)?;
            let listed = open.list();
            close(open)?;
            let mut out = BufWriter::new(io::stdout().lock());
            for entry in listed? {
                json_line(&mut out, &entry)?;
            }
            out.flush().map_err(|_| unprintable())
        }
        Command::Summary { month, json: _ } => {
            let open = open(locked, &mut input)?;
            let summary = open.summary(month.as_deref());
            close(open)?;
            json_line(&mut io::stdout().lock(), &summary?)
        }
        Command::Verify => {
            let open = open(locked, &mut input)?;
            let verified = open.verify();
            close(open)?;
            json_line(&mut io::stdout().lock(), &verified?)
        }
    }
}

fn refuse_missing(locked: &Locked) -> Result<(), Failure> {
    if locked.status().state == VaultState::None {
        return Err(Failure::new(
            Code::Damaged,
            "There is no journal in that folder. \"goldseam-cli init\" makes one.",
        ));
    }
    Ok(())
}

fn unlock(locked: Locked, passphrase: String) -> Result<Unlocked, Failure> {
    locked
        .unlock(PassphraseRequest { passphrase })
        .map_err(|(_, failure)| failure)
}

fn open(locked: Locked, input: &mut Input) -> Result<Unlocked, Failure> {
    refuse_missing(&locked)?;
    let passphrase = input.passphrase("Passphrase: ")?;
    unlock(locked, passphrase)
}

fn create(locked: Locked, input: &mut Input) -> Result<Unlocked, Failure> {
    if locked.status().state != VaultState::None {
        return Err(Failure::new(
            Code::Other,
            "There is a journal in that folder already. Nothing was changed.",
        ));
    }
    let passphrase = input.passphrase("New passphrase: ")?;
    let repeat = input.again(&passphrase)?;
    let request = CreateRequest {
        passphrase,
        repeat,
        fields: None,
    };
    #[cfg(feature = "test-hooks")]
    let created = locked.create_cheaply(request);
    #[cfg(not(feature = "test-hooks"))]
    let created = locked.create(request);
    created
        .map(|(open, _)| open)
        .map_err(|(_, failure)| failure)
}

fn close(open: Unlocked) -> Result<(), Failure> {
    open.lock().1
}

fn say(line: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(|_| unprintable())
}

fn json_line(out: &mut impl io::Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value).map_err(|_| unprintable())?;
    out.write_all(b"\n").map_err(|_| unprintable())
}

fn unprintable() -> Failure {
    Failure::new(Code::Other, "The output could not be written.")
}
