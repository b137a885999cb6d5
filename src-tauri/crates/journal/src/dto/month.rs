//! The month.

use super::{RepairState, Verdict};
use serde::{Deserialize, Serialize};

ipc! {
    /// Which month.
    pub struct MonthRequest {
        /// `YYYY-MM`; none for this month.
        pub month: Option<String>,
    }

    /// A sentence behind a count.
    pub struct MonthSentence {
        /// Entry id.
        pub entry_id: String,
        /// "Tuesday 3".
        pub day_words: String,
        /// The sentence.
        pub sentence: String,
        /// "stonewalling".
        pub kind: String,
        /// "You went quiet."
        pub title: String,
        /// The writer's word on it.
        pub verdict: Option<Verdict>,
    }

    /// k of n with somebody.
    pub struct MonthShare {
        /// Name.
        pub alias: String,
        /// Ruptures with this response.
        pub k: u32,
        /// Ruptures with this person.
        pub n: u32,
    }

    /// One response or repair move in the month.
    pub struct MonthResponse {
        /// Kind.
        pub kind: String,
        /// Group.
        pub group: String,
        /// "went quiet".
        pub name: String,
        /// Ruptures in which it was seen.
        pub k: u32,
        /// Ruptures in the month.
        pub n: u32,
        /// "You went quiet in 3 of 5." or "Seen 2 times; too early to call a pattern."
        pub words: String,
        /// Below the minimum for a pattern.
        pub early: bool,
        /// Ruptures of the k that the writer confirmed.
        pub confirmed: u32,
        /// Ruptures where it was "yes, but I had no words", counted apart and not in k.
        pub no_words: u32,
        /// With whom.
        pub with: Vec<MonthShare>,
        /// The sentences.
        pub sentences: Vec<MonthSentence>,
    }

    /// One rupture in the month.
    pub struct MonthRupture {
        /// Rupture id.
        pub rupture_id: String,
        /// Entry id.
        pub entry_id: String,
        /// "Tuesday 3".
        pub day_words: String,
        /// The first words.
        pub opening: String,
        /// Names.
        pub people: Vec<String>,
        /// What became of it.
        pub state: RepairState,
        /// "still open".
        pub state_words: String,
        /// What was held back ("You wanted to walk out, and stayed.").
        pub held_back: Vec<String>,
        /// What was tried ("You said sorry.").
        pub tried: Vec<String>,
    }

    /// One person in the month.
    pub struct MonthPerson {
        /// Person id.
        pub person_id: String,
        /// Name.
        pub alias: String,
        /// Ruptures with them.
        pub n: u32,
        /// "2 of 3 mended, 1 still open".
        pub words: String,
        /// Responses with them, most frequent first.
        pub responses: Vec<MonthShare>,
    }

    /// Counts of what became of the month's ruptures; they add up to n.
    pub struct MonthStates {
        /// Open or waiting.
        pub open: u32,
        /// Tried.
        pub tried: u32,
        /// Repaired.
        pub repaired: u32,
        /// Let go, apart or ended.
        pub closed: u32,
    }

    /// What stands behind the month's figures.
    pub struct MonthFootnote {
        /// Entries of the month that were read.
        pub entries_read: u32,
        /// Of those, in how many nothing could be named.
        pub not_placed: u32,
        /// Findings of the writer's that count.
        pub findings: u32,
        /// Of those, confirmed by the writer.
        pub confirmed: u32,
        /// In plain words.
        pub words: String,
    }

    /// The month.
    pub struct MonthPage {
        /// `YYYY-MM`.
        pub month: String,
        /// "October 2026".
        pub title: String,
        /// The month before, if anything was written by then.
        pub previous: Option<String>,
        /// The month after, if it has begun.
        pub next: Option<String>,
        /// At most three sentences.
        pub sentences: Vec<String>,
        /// Ruptures in the month.
        pub n: u32,
        /// One line per rupture, in order.
        pub ruptures: Vec<MonthRupture>,
        /// What was held back, shown first.
        pub held_back: Vec<MonthSentence>,
        /// Responses, most frequent first.
        pub responses: Vec<MonthResponse>,
        /// Repair moves.
        pub repairs: Vec<MonthResponse>,
        /// By person.
        pub people: Vec<MonthPerson>,
        /// What became of them.
        pub states: MonthStates,
        /// One question to carry into the next month; empty when there is nothing to ask.
        pub question: String,
        /// How the counting works, under "How sure?".
        pub how_sure: String,
        /// Footnote.
        pub footnote: MonthFootnote,
    }
}
