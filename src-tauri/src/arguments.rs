//! The one argument of the app: `--vault DIR`.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the app was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The journal's folder, if not the usual one.
    pub vault: Option<PathBuf>,
}

impl Arguments {
    /// Reads the arguments of this process.
    ///
    /// # Errors
    /// A plain sentence for anything that is not understood.
    pub fn from_env() -> Result<Self, String> {
        Self::parse(std::env::args_os().skip(1))
    }

    fn parse(mut given: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let usage = "Usage: goldseam [--vault DIR]";
        let mut arguments = Self::default();
        while let Some(argument) = given.next() {
            let text = argument.to_string_lossy();
            if text == "--vault" {
                let dir = given
                    .next()
                    .filter(|dir| !dir.is_empty())
                    .ok_or_else(|| format!("--vault needs a folder. {usage}"))?;
                arguments.vault = Some(dir.into());
            } else if let Some(dir) = text.strip_prefix("--vault=").filter(|dir| !dir.is_empty()) {
                arguments.vault = Some(dir.into());
            } else {
                return Err(format!("\"{text}\" is not understood. {usage}"));
            }
        }
        Ok(arguments)
    }

    /// By which a second start on the same journal finds the first. Journals in different folders
    /// may be open side by side.
    pub fn instance_id(&self) -> Option<String> {
        use std::hash::{Hash, Hasher};
        let dir = self.vault.as_ref()?;
        let dir = std::path::absolute(dir).unwrap_or_else(|_| dir.clone());
        let mut hasher = std::hash::DefaultHasher::new();
        dir.hash(&mut hasher);
        Some(format!("org.goldseam.Goldseam.v{:x}", hasher.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(given: &[&str]) -> Result<Arguments, String> {
        Arguments::parse(given.iter().map(OsString::from))
    }

    #[test]
    fn a_folder_may_be_named_in_two_ways() {
        let vault = Some(PathBuf::from("/somewhere"));
        assert_eq!(
            parse(&["--vault", "/somewhere"]).map(|a| a.vault),
            Ok(vault.clone())
        );
        assert_eq!(parse(&["--vault=/somewhere"]).map(|a| a.vault), Ok(vault));
        assert_eq!(parse(&[]), Ok(Arguments::default()));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(parse(&["--vault"]).is_err());
        assert!(parse(&["--vault="]).is_err());
        assert!(parse(&["--help-me"]).is_err_and(|words| words.contains("--help-me")));
    }

    #[test]
    fn journals_in_different_folders_are_different_instances() {
        let id = |dir: &str| parse(&["--vault", dir]).map(|a| a.instance_id());
        assert_ne!(id("/a"), id("/b"));
        assert_eq!(parse(&[]).map(|a| a.instance_id()), Ok(None));
    }
}
