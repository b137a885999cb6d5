//! Reading stored entries again when the analyser has learned: what it finds is put in place of
//! what its earlier version found. The writer's word stays where it was given.

use crate::dto::Failure;
use crate::{Unlocked, gate, reader};
use goldseam_analyser::VERSION;
use goldseam_content as content;
use goldseam_vault::table::finding::{self, Finding};
use goldseam_vault::table::{entry, person};

impl Unlocked {
    /// The entries that an earlier version of the analyser read, the latest first, those in the
    /// trash included. Entries that are only kept were never read and stay so.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn to_read_again(&self) -> Result<Vec<String>, Failure> {
        Ok(entry::read_before(&self.vault, VERSION)?)
    }

    /// Reads one of them again, in one transaction. An entry that was changed, or let go, since it
    /// was listed is left as it is.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn read_again(&mut self, id: &str) -> Result<(), Failure> {
        let known = match entry::get(&self.vault, id) {
            Err(goldseam_vault::VaultError::NotFound) => return Ok(()),
            other => other?,
        };
        if known.keep_only || known.read_by >= VERSION {
            return Ok(());
        }
        let text = entry::text(&self.vault, id)?;
        let mut read = reader::read(id, &text);
        for earlier in finding::of_entry(&self.vault, id)? {
            if stays(&earlier, &read.findings) {
                read.findings.push(earlier);
            }
        }
        let now = self.clock.stamp();
        self.vault.commit(|write| {
            let old_signals = finding::signals(write, id)?;
            let people = person::of_entry(write, id)?;
            let signals = gate::carry_freed_sentences(&old_signals, read.signals);
            finding::replace(write, id, known.revision, VERSION, &read.findings, &signals)?;
            for signal in signals.iter().filter(|signal| signal.freed) {
                finding::free_signal(write, id, signal, &now)?;
            }
            gate::close_over_people(write, id, &old_signals, &people, &signals)?;
            entry::note_reading(write, id, &read.language, VERSION, gate::rests(&signals))
        })?;
        Ok(())
    }

    /// Makes every reading look like one of an earlier version's.
    ///
    /// # Errors
    /// The disk's refusal.
    #[cfg(feature = "test-hooks")]
    pub fn pretend_read_before(&mut self) -> Result<(), Failure> {
        self.vault.commit(|write| {
            for known in entry::all(write)? {
                if !known.keep_only {
                    let (language, resting) = (&known.language, known.resting);
                    entry::note_reading(write, &known.id, language, VERSION - 1, resting)?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// What the writer added by hand or said yes to stays, also where the analyser would not find it
/// any more: they know better. The text is the same, so it stands where it stood.
fn stays(earlier: &Finding, found: &[Finding]) -> bool {
    let again = found.iter().any(|finding| {
        finding.kind == earlier.kind
            && finding.who == earlier.who
            && finding.sentence_key == earlier.sentence_key
    });
    let confirmed = earlier
        .verdict
        .as_deref()
        .is_some_and(|verdict| verdict != "notMe");
    earlier.added || (confirmed && !again)
}

/// The quiet line while it goes on.
pub fn again_words(done: usize, all: usize) -> String {
    content::content()
        .words()
        .reading
        .again
        .fill(&[("done", &done), ("all", &all)])
}
