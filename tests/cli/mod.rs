//! `goldseam-cli` as somebody uses it: started as a program, spoken to through its pipes.

mod analyse;
mod errors;
mod kill;
mod round_trip;

use serde_json::Value;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// Strong enough to be taken.
const PASSPHRASE: &str = "seven kettles under the stairs";

/// What a run left behind.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    /// The output of a run that must have succeeded.
    fn good(self) -> String {
        assert_eq!(self.code, Some(0), "it said: {}", self.err);
        self.out
    }
}

/// The program under test: the one `cargo xtask test` kept aside, or the last one built.
fn program() -> PathBuf {
    let program = std::env::var_os("GOLDSEAM_CLI").map_or_else(
        || {
            let test = std::env::current_exe().unwrap();
            let debug = test.parent().and_then(Path::parent).unwrap();
            debug.join(format!("goldseam-cli{}", std::env::consts::EXE_SUFFIX))
        },
        PathBuf::from,
    );
    assert!(
        program.is_file(),
        "{} is not built: `cargo build -p goldseam-cli` first",
        program.display()
    );
    program
}

/// Starts the program with its pipes open. The home is a folder of its own, so that nothing of the
/// person's is read or written.
fn start<S: AsRef<OsStr>>(home: &Path, arguments: &[S]) -> Child {
    Command::new(program())
        .args(arguments)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("TZ", "UTC")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the program to its end. It may stop listening early: then its own words tell why.
fn run<S: AsRef<OsStr>>(home: &Path, arguments: &[S], input: impl AsRef<[u8]>) -> Run {
    let mut child = start(home, arguments);
    let mut pipe = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let output = child.wait_with_output().unwrap();
    if let Err(error) = writer.join().unwrap() {
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    }
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A vault in a folder of its own.
struct Journal {
    home: TempDir,
}

impl Journal {
    /// A vault that was just made.
    fn new() -> Self {
        let journal = Self {
            home: TempDir::new().unwrap(),
        };
        journal.call(&["init"], "").good();
        journal
    }

    fn vault(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    /// The words that name the vault and where the passphrase comes from.
    fn words(&self, command: &[&str]) -> Vec<String> {
        let mut words: Vec<String> = command.iter().map(|&word| word.to_owned()).collect();
        words.push("--vault".to_owned());
        words.push(self.vault().to_string_lossy().into_owned());
        words.push("--passphrase-stdin".to_owned());
        words
    }

    /// Runs a command with the right passphrase and what follows it.
    fn call(&self, command: &[&str], rest: &str) -> Run {
        self.call_with(PASSPHRASE, command, rest)
    }

    /// Runs a command with some passphrase.
    fn call_with(&self, passphrase: &str, command: &[&str], rest: &str) -> Run {
        run(
            self.home.path(),
            &self.words(command),
            format!("{passphrase}\n{rest}"),
        )
    }

    /// Adds an entry and hands back its id.
    fn add(&self, text: &str) -> String {
        let out = self.call(&["add"], text).good();
        let id = out.trim().to_owned();
        assert!(
            !id.is_empty() && !id.contains(char::is_whitespace),
            "{out:?}"
        );
        id
    }

    /// All entries.
    fn list(&self) -> Vec<Value> {
        lines(&self.call(&["list", "--json"], "").good())
    }
}

/// One JSON value a line.
fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect()
}
