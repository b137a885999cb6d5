//! Opening, creating and the first screen.

use super::{Draft, EntryFields, FollowUpView, RuptureLine};
use serde::{Deserialize, Serialize};

ipc! {
    /// Whether there is a journal and who holds it.
    #[derive(Copy)]
    pub enum VaultState {
        /// No journal yet: the editor opens before any passphrase.
        None,
        /// A journal that wants its passphrase.
        Locked,
        /// Open.
        Unlocked,
    }

    /// What the first screen needs to know.
    pub struct Status {
        /// Whether there is a journal.
        pub state: VaultState,
        /// Today as people say it: "Saturday 3 October".
        pub today_words: String,
        /// Today as `YYYY-MM-DD`, the latest day a conflict can have happened on.
        pub today: String,
        /// A rupture to show at once (a notification was opened while locked).
        pub open_rupture: Option<String>,
    }

    /// Passphrase, typed twice, and what was written before there was a journal.
    pub struct CreateRequest {
        /// The passphrase.
        pub passphrase: String,
        /// The passphrase again.
        pub repeat: String,
        /// What was already written; saved as the first entry when it holds text.
        pub fields: Option<EntryFields>,
    }

    /// A passphrase on its own.
    pub struct PassphraseRequest {
        /// The passphrase.
        pub passphrase: String,
    }

    /// How hard a passphrase is to guess.
    pub struct Strength {
        /// 0 (guessed at once) to 4 (very hard); below 2 is refused.
        pub score: u8,
        /// Whether it will be taken.
        pub accepted: bool,
        /// One plain sentence on what it is or how to make it better.
        pub words: String,
    }

    /// Which colours.
    #[derive(Copy)]
    pub enum Theme {
        /// As the system has it.
        System,
        /// Light.
        Light,
        /// Dark.
        Dark,
    }

    /// Settings.
    pub struct Settings {
        /// Colours.
        pub theme: Theme,
        /// Text size in percent: 90, 100, 115, 130 or 150.
        pub text_size: u32,
        /// Desktop notifications allowed. Off until chosen.
        pub notifications: bool,
        /// Wait, locked, after the window is closed, to ask at the chosen time.
        pub background: bool,
        /// Today shows the editor only.
        pub plain_today: bool,
        /// No notification from this hour, 0 to 23.
        pub quiet_from: u8,
        /// Until this hour, 0 to 23.
        pub quiet_to: u8,
    }

    /// Today.
    pub struct Today {
        /// "Saturday 3 October".
        pub date_words: String,
        /// A draft of a new entry that was left.
        pub draft: Option<Draft>,
        /// Still open, at most three, oldest first, resting after 14 days.
        pub still_open: Vec<RuptureLine>,
        /// "You asked me to ask."
        pub due: Vec<FollowUpView>,
        /// Show the editor only.
        pub plain: bool,
        /// A rupture to show at once (a notification was opened).
        pub open_rupture: Option<String>,
    }
}
