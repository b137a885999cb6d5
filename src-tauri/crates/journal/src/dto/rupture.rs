//! Ruptures and follow-ups.

use super::{EntryLine, RepairState};
use serde::{Deserialize, Serialize};

ipc! {
    /// The id of a rupture.
    pub struct RuptureRequest {
        /// Rupture id.
        pub rupture_id: String,
    }

    /// A link to a rupture in a list.
    pub struct RuptureLine {
        /// Rupture id.
        pub rupture_id: String,
        /// The entry that tells it (the first, if several).
        pub entry_id: String,
        /// The first words of it.
        pub opening: String,
        /// "last Tuesday, evening".
        pub when_words: String,
        /// Names.
        pub people: Vec<String>,
        /// What became of it.
        pub state: RepairState,
        /// "still open", "repaired".
        pub state_words: String,
    }

    /// Set what became of a rupture.
    pub struct RuptureStateRequest {
        /// Rupture id.
        pub rupture_id: String,
        /// What became of it.
        pub state: RepairState,
    }

    /// A rupture: what tells it, what was asked, what became of it.
    pub struct RupturePage {
        /// Rupture id.
        pub id: String,
        /// What became of it.
        pub state: RepairState,
        /// "still open".
        pub state_words: String,
        /// A safety sign stands over it: nothing is asked or suggested.
        pub resting: bool,
        /// Entries, in the order they happened.
        pub entries: Vec<EntryLine>,
        /// Follow-ups, the latest first.
        pub follow_ups: Vec<FollowUpView>,
        /// "This again": the earlier one.
        pub earlier: Option<RuptureLine>,
        /// Later ones that repeat it.
        pub later: Vec<RuptureLine>,
    }

    /// One choice of a time to ask.
    pub struct FollowUpOption {
        /// Sent back as the choice.
        pub id: String,
        /// "In three days".
        pub label: String,
        /// "Tuesday 6 October, 18:00".
        pub when_words: String,
    }

    /// "When shall I ask how it went?"
    pub struct FollowUpOffer {
        /// False where nothing may be asked (a safety sign, no rupture): say nothing.
        pub offered: bool,
        /// Times, soonest first.
        pub options: Vec<FollowUpOption>,
        /// The suggested one.
        pub suggested: Option<String>,
        /// Why, in a sentence.
        pub reason: String,
        /// Whether desktop notifications are allowed.
        pub notifications: bool,
        /// Whether Goldseam may wait, locked, after its window is closed.
        pub background: bool,
    }

    /// The chosen time, or never.
    pub struct FollowUpChooseRequest {
        /// Rupture id.
        pub rupture_id: String,
        /// An option's id, or none for "never".
        pub option: Option<String>,
        /// Whether desktop notifications are allowed.
        pub notifications: bool,
        /// Whether Goldseam may wait, locked, after its window is closed.
        pub background: bool,
    }

    /// How it went.
    #[derive(Copy)]
    pub enum Outcome {
        /// Better.
        Better,
        /// The same.
        Same,
        /// Worse.
        Worse,
    }

    /// A follow-up.
    pub struct FollowUpView {
        /// Follow-up id.
        pub id: String,
        /// Rupture id.
        pub rupture_id: String,
        /// "Tuesday 6 October, 18:00".
        pub when_words: String,
        /// It is time to ask.
        pub due: bool,
        /// How it went, once answered.
        pub outcome: Option<Outcome>,
        /// The line of text.
        pub note: String,
        /// The first words of the entry.
        pub opening: String,
    }

    /// The answer to a follow-up.
    pub struct FollowUpAnswerRequest {
        /// Follow-up id.
        pub follow_up_id: String,
        /// How it went.
        pub outcome: Outcome,
        /// A line of text, up to 2,000 characters; may be empty.
        pub note: String,
        /// What became of the rupture, if it changed.
        pub state: Option<RepairState>,
    }

    /// Ask another time.
    pub struct FollowUpSnoozeRequest {
        /// Follow-up id.
        pub follow_up_id: String,
        /// True: don't ask again.
        pub stop: bool,
    }
}
