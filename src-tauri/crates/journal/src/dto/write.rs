//! Writing: what the editor holds, drafts and saving.

use super::{Cause, DayPart, Size};
use serde::{Deserialize, Serialize};

ipc! {
    /// What an entry holds while it is written: the same for a draft and a save.
    pub struct EntryFields {
        /// The person's own words.
        pub text: String,
        /// Person ids.
        pub people: Vec<String>,
        /// `YYYY-MM-DD`; none means the day it is written.
        pub happened_on: Option<String>,
        /// Part of the day, where known.
        pub happened_part: Option<DayPart>,
        /// What it was over.
        pub cause: Option<Cause>,
        /// How big it felt.
        pub size: Option<Size>,
        /// Names of feelings, from the list or their own.
        pub feelings: Vec<String>,
        /// Distress now, 0 to 10.
        pub distress: Option<u8>,
        /// "This again": the earlier rupture it repeats.
        pub this_again: Option<String>,
        /// The rupture this entry tells more of; none for one of its own.
        #[serde(default)]
        pub continues: Option<String>,
        /// Whether the entry tells of a rupture. On for a new entry.
        pub tells_rupture: bool,
        /// "Just keep it, don't read it."
        pub keep_only: bool,
    }

    /// A draft of a new entry, or of a change to one.
    pub struct DraftSaveRequest {
        /// The entry that is being changed; none for a new one.
        pub entry_id: Option<String>,
        /// What stands in the editor.
        pub fields: EntryFields,
    }

    /// Which draft: of a new entry (none) or of a change to one.
    pub struct DraftRequest {
        /// The entry that is being changed; none for a new one.
        pub entry_id: Option<String>,
    }

    /// A draft found again.
    pub struct Draft {
        /// What stood in the editor.
        pub fields: EntryFields,
        /// "today, 21:04".
        pub saved_words: String,
    }

    /// Told after a draft was written.
    pub struct DraftSaved {
        /// "Saved 21:04".
        pub words: String,
    }

    /// Save a new entry (no id) or a change.
    pub struct EntrySaveRequest {
        /// The entry that is being changed; none for a new one.
        pub entry_id: Option<String>,
        /// What stands in the editor.
        pub fields: EntryFields,
    }

    /// Told after an entry is on disk.
    pub struct EntrySaved {
        /// Entry id.
        pub entry_id: String,
        /// The rupture it tells, if any.
        pub rupture_id: Option<String>,
        /// Which of the three choices stands first: `false` = "See how I responded",
        /// `true` = "Tomorrow" (distress 7 or more, or a safety sign).
        pub suggest_tomorrow: bool,
        /// A crisis sign was read: show the quiet page first.
        pub open_notes: bool,
    }
}
