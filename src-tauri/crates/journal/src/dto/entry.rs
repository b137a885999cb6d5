//! An entry as it is read, and its findings.

use super::{EntryFields, FollowUpView, Person, RepairState, RuptureLine, Verdict};
use serde::{Deserialize, Serialize};

ipc! {
    /// The id of an entry.
    pub struct EntryRequest {
        /// Entry id.
        pub entry_id: String,
    }

    /// A piece of the text with the findings that cover it.
    pub struct Segment {
        /// The words, unchanged.
        pub text: String,
        /// Ids of the findings that cover it; empty for plain text.
        pub findings: Vec<String>,
    }

    /// One finding as the margin shows it.
    pub struct FindingView {
        /// Stable for an entry: survives re-reading.
        pub id: String,
        /// `stonewalling`, … as in the analyser.
        pub kind: String,
        /// `attack`, `withdraw`, `selfSilencing`, `unresolved` or `repair`.
        pub group: String,
        /// "You went quiet here."
        pub title: String,
        /// "You are the one who acts, and it happened."
        pub why: String,
        /// The sentence it stands in.
        pub sentence: String,
        /// Held back or only considered: shown, never counted.
        pub held_back: bool,
        /// The writer's word on it.
        pub verdict: Option<Verdict>,
        /// Added by hand.
        pub added: bool,
        /// Whether it counts in the month.
        pub counted: bool,
    }

    /// What became of reading an entry.
    #[derive(Copy)]
    pub enum ReadingState {
        /// There are findings.
        Found,
        /// Read, and nothing to show.
        Nothing,
        /// The writer asked not to have it read.
        KeptOnly,
        /// Not English.
        OtherLanguage,
        /// A safety sign stands in it: nothing is shown.
        Resting,
    }

    /// An earlier wording of an entry.
    pub struct Revision {
        /// 1 is the first.
        pub number: u32,
        /// "until yesterday, 21:04".
        pub until_words: String,
        /// The text as it was.
        pub text: String,
    }

    /// An entry with its findings.
    pub struct EntryPage {
        /// Entry id.
        pub id: String,
        /// The rupture it tells, if any.
        pub rupture_id: Option<String>,
        /// "Tuesday 3 October, evening".
        pub happened_words: String,
        /// "written the day after, 08:12".
        pub written_words: String,
        /// What the editor needs to change it.
        pub fields: EntryFields,
        /// The people in it.
        pub people: Vec<Person>,
        /// The text in pieces.
        pub segments: Vec<Segment>,
        /// Findings in the order of the text; empty where the entry rests.
        pub findings: Vec<FindingView>,
        /// What became of reading it.
        pub reading: ReadingState,
        /// One plain sentence about it ("Nothing here that I could name.").
        pub reading_words: String,
        /// There is a quiet page for this entry; the line that leads to it.
        pub notes_line: Option<String>,
        /// What became of the rupture.
        pub state: Option<RepairState>,
        /// "This again": the earlier one.
        pub earlier: Option<RuptureLine>,
        /// Follow-ups, the latest first; empty where the entry rests.
        pub follow_ups: Vec<FollowUpView>,
        /// Earlier wordings, the latest first.
        pub revisions: Vec<Revision>,
        /// In the trash.
        pub trashed: bool,
    }

    /// The writer's word on a finding; none takes it back.
    pub struct VerdictRequest {
        /// Entry id.
        pub entry_id: String,
        /// Finding id.
        pub finding_id: String,
        /// Their word.
        pub verdict: Option<Verdict>,
    }

    /// A finding the reader missed.
    pub struct FindingAddRequest {
        /// Entry id.
        pub entry_id: String,
        /// Kind.
        pub kind: String,
        /// The marked words, as the page shows them.
        pub quote: String,
        /// How many times the same words stand before the marked ones in the entry.
        pub occurrence: u32,
    }

    /// One finding of an entry.
    pub struct FindingRequest {
        /// Entry id.
        pub entry_id: String,
        /// Finding id.
        pub finding_id: String,
    }

    /// An entry in a list.
    pub struct EntryLine {
        /// Entry id.
        pub entry_id: String,
        /// Rupture id.
        pub rupture_id: Option<String>,
        /// `YYYY-MM-DD`.
        pub happened_on: String,
        /// "Tuesday 3 October, evening".
        pub when_words: String,
        /// The first words.
        pub opening: String,
        /// Names.
        pub people: Vec<String>,
        /// What became of the rupture.
        pub state: Option<RepairState>,
        /// "still open"; empty where the entry tells no rupture or rests.
        pub state_words: String,
    }

    /// A page of the journal.
    pub struct JournalRequest {
        /// From the last page; none for the newest.
        pub cursor: Option<String>,
        /// Words to look for; empty for all.
        pub query: String,
        /// Show the trash instead.
        pub trash: bool,
    }

    /// A page of the journal.
    pub struct JournalPage {
        /// Newest first.
        pub entries: Vec<EntryLine>,
        /// For the next page.
        pub cursor: Option<String>,
        /// All entries (or all in the trash).
        pub total: u32,
    }
}
