//! The types that cross to the frontend: one request in, one response out per command.
//!
//! Everything a person reads as a sentence arrives ready to show; the frontend does no
//! arithmetic, holds no offsets and decides nothing about counts or the gate.
//! Not here: what is stored (`goldseam-vault`) and what the rules find (`goldseam-analyser`).

/// Declares the IPC types with the derives and the casing they all share.
macro_rules! ipc {
    ($($(#[$meta:meta])* pub $word:ident $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export_to = "ipc.d.ts"))]
        #[serde(rename_all = "camelCase")]
        pub $word $name { $($body)* }
    )*};
}

mod choices;
mod entry;
mod failure;
mod month;
mod opening;
mod people;
mod rupture;
mod write;

pub use choices::*;
pub use entry::*;
pub use failure::*;
pub use month::*;
pub use opening::*;
pub use people::*;
pub use rupture::*;
pub use write::*;

/// The TypeScript declarations of all IPC types: `ui/types/ipc.d.ts`.
#[cfg(feature = "types")]
pub fn declarations() -> String {
    macro_rules! declare {
        ($($name:ident)*) => {[$(<$name as ts_rs::TS>::decl(&ts_rs::Config::default())),*]};
    }
    let all = declare![
        VaultState Status CreateRequest PassphraseRequest
        Strength Theme Settings Today
        EntryFields DraftSaveRequest DraftRequest Draft
        DraftSaved EntrySaveRequest EntrySaved EntryRequest
        Segment FindingView ReadingState Revision
        EntryPage VerdictRequest FindingAddRequest FindingRequest
        EntryLine JournalRequest JournalPage PersonRequest
        PersonAddRequest Person HelpLine NotesSection
        NotesPage RuptureRequest RuptureLine RuptureStateRequest
        RupturePage FollowUpOption FollowUpOffer FollowUpChooseRequest
        Outcome FollowUpView FollowUpAnswerRequest FollowUpSnoozeRequest
        MonthRequest MonthSentence MonthShare MonthResponse
        MonthRupture MonthPerson MonthStates MonthFootnote
        MonthPage DayPart Cause Size
        Relationship AgeBand RepairState Verdict
        Choice KindChoice FeelingGroup Choices
        CardRequest Card Failure Code
    ];
    let mut text = String::from(
        "// Made from goldseam-journal's dto by `cargo run -p goldseam-journal --features types \\\n//   --example types > ui/types/ipc.d.ts`; a test holds the two together. Not edited by hand.\n",
    );
    for declaration in all {
        text.push_str("\nexport ");
        text.push_str(&declaration);
        text.push('\n');
    }
    text
}
