//! What can be wrong with a content file. One type: a fault names its file, and a person mends it.

use std::fmt;

/// A content file is missing or does not hold what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentError {
    /// The file, relative to `content/`.
    pub file: String,
    /// What is wrong, for whoever edits the file.
    pub fault: String,
}

impl ContentError {
    pub(crate) fn new(file: &str, fault: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            fault: fault.into(),
        }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}: {}", self.file, self.fault)
    }
}

impl std::error::Error for ContentError {}
