//! Where the passphrase comes from: the terminal, or the first line of standard input.

use goldseam_journal::dto::{Code, Failure};
use std::io::{self, BufRead, BufReader, Read, Stdin};

/// Standard input, of which the first line may be the passphrase.
pub struct Input {
    stdin: BufReader<Stdin>,
    from_stdin: bool,
}

impl Input {
    /// Reads the passphrase from the first line of standard input, or asks for it.
    pub fn new(from_stdin: bool) -> Self {
        Self {
            stdin: BufReader::new(io::stdin()),
            from_stdin,
        }
    }

    /// The passphrase.
    pub fn passphrase(&mut self, prompt: &str) -> Result<String, Failure> {
        if !self.from_stdin {
            return rpassword::prompt_password(prompt).map_err(|_| {
                Failure::new(
                    Code::Other,
                    "There is no terminal to ask for the passphrase. Use --passphrase-stdin and give it as the first line of standard input.",
                )
            });
        }
        let mut line = Vec::new();
        (&mut self.stdin)
            .take(64 * 1024)
            .read_until(b'\n', &mut line)
            .map_err(|_| unreadable())?;
        if line.is_empty() {
            return Err(Failure::input(
                "The first line of standard input should be the passphrase, and there was none.",
            ));
        }
        let mut line = String::from_utf8(line).map_err(|_| not_text())?;
        while line.ends_with(['\n', '\r']) {
            line.pop();
        }
        Ok(line)
    }

    /// The passphrase once more; a program that gives it by standard input is taken at its word.
    pub fn again(&mut self, first: &str) -> Result<String, Failure> {
        if self.from_stdin {
            Ok(first.to_owned())
        } else {
            self.passphrase("The same once more: ")
        }
    }

    /// All that is left of standard input, refused beyond `most` bytes.
    pub fn rest(&mut self, most: usize) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        (&mut self.stdin)
            .take(most as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| unreadable())?;
        if bytes.len() > most {
            return Err(Failure::input(
                "That is more than one entry can hold. Keep it as several.",
            ));
        }
        String::from_utf8(bytes).map_err(|_| not_text())
    }
}

fn unreadable() -> Failure {
    Failure::new(Code::Other, "Standard input could not be read.")
}

fn not_text() -> Failure {
    Failure::input("Standard input is not text (UTF-8).")
}
