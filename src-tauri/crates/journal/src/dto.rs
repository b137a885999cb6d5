//! The types that cross to the frontend: one request in, one response out per command.
//!
//! Everything a person reads as a sentence arrives ready to show; the frontend does no
//! arithmetic, holds no offsets and decides nothing about counts or the gate.
//! Not here: what is stored (`goldseam-vault`) and what the rules find (`goldseam-analyser`).

use serde::{Deserialize, Serialize};

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

ipc! {
    /// Whether there is a journal and who holds it.
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

    /// The id of an entry.
    pub struct EntryRequest {
        /// Entry id.
        pub entry_id: String,
    }

    /// The id of a rupture.
    pub struct RuptureRequest {
        /// Rupture id.
        pub rupture_id: String,
    }

    /// The id of a person.
    pub struct PersonRequest {
        /// Person id.
        pub person_id: String,
    }

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

    /// Part of a day.
    pub enum DayPart {
        /// Morning.
        Morning,
        /// Afternoon.
        Afternoon,
        /// Evening.
        Evening,
        /// Night.
        Night,
    }

    /// What a rupture was over.
    pub enum Cause {
        /// Words taken another way than meant.
        Miscommunication,
        /// Something hoped for that did not come.
        UnmetExpectation,
        /// Not seen, heard or cared for.
        EmotionalNeglect,
        /// Trust broken.
        Betrayal,
    }

    /// How big a rupture was.
    pub enum Size {
        /// Minor.
        Minor,
        /// Moderate.
        Moderate,
        /// Major.
        Major,
        /// Everyday things that add up.
        Everyday,
    }

    /// Kind of relationship.
    pub enum Relationship {
        /// Partner.
        Partner,
        /// Former partner or co-parent.
        ExOrCoparent,
        /// Friend.
        Friend,
        /// Parent or carer.
        Parent,
        /// Sibling.
        Sibling,
        /// Other family.
        Family,
        /// Child.
        Child,
        /// Colleague.
        Colleague,
        /// Boss.
        Boss,
        /// Neighbour.
        Neighbour,
        /// Myself.
        Myself,
    }

    /// Age of a child.
    pub enum AgeBand {
        /// Under 1.
        Infant,
        /// 1 to 2.
        Toddler,
        /// 3 to 5.
        Preschool,
        /// 6 to 12.
        SchoolAge,
        /// 13 to 17.
        Teen,
    }

    /// What became of a rupture.
    pub enum RepairState {
        /// Nothing yet.
        Open,
        /// Waiting for a better moment.
        Waiting,
        /// Something was tried.
        Tried,
        /// Mended.
        Repaired,
        /// Let go.
        LetGo,
        /// Further apart, and so it stays.
        Apart,
        /// The relationship ended.
        Ended,
    }

    /// Whose act.
    pub enum Who {
        /// The writer's.
        Me,
        /// Somebody else's.
        Other,
    }

    /// The writer's word on a finding.
    pub enum Verdict {
        /// "Yes."
        Yes,
        /// "Yes, but I had no words" (or needed time). Counted apart.
        NoWords,
        /// "Not me." Counted no more.
        NotMe,
        /// "It was the safest thing." Counted no more.
        Safest,
    }

    /// A new person.
    pub struct PersonAddRequest {
        /// The name the writer uses, 1 to 60 characters.
        pub alias: String,
        /// Kind of relationship.
        pub relationship: Relationship,
        /// For a child.
        pub age_band: Option<AgeBand>,
    }

    /// A person.
    pub struct Person {
        /// Person id.
        pub id: String,
        /// The name the writer uses.
        pub alias: String,
        /// Kind of relationship.
        pub relationship: Relationship,
        /// "partner", "child, 3 to 5".
        pub relationship_words: String,
        /// For a child.
        pub age_band: Option<AgeBand>,
        /// Nothing about this person is suggested, counted or nudged.
        pub resting: bool,
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

    /// The card of a response or repair move.
    pub struct CardRequest {
        /// Kind.
        pub kind: String,
    }

    /// The short card of a response or repair move, from `content/`.
    pub struct Card {
        /// Kind.
        pub kind: String,
        /// "Going quiet".
        pub name: String,
        /// "stonewalling".
        pub clinical: String,
        /// Group.
        pub group: String,
        /// What it looks like.
        pub looks_like: String,
        /// What some people use it for: several reasons, none asserted.
        pub reasons: Vec<String>,
        /// What it may cost.
        pub cost: String,
        /// What can help.
        pub instead: String,
        /// Things to say instead.
        pub sayings: Vec<String>,
        /// The article the idea comes from.
        pub from: String,
    }

    /// A help line.
    pub struct HelpLine {
        /// Country.
        pub country: String,
        /// Name.
        pub name: String,
        /// Number.
        pub number: String,
        /// What for.
        pub about: String,
        /// "checked 2026-11-21, from …".
        pub checked: String,
    }

    /// One part of the quiet page.
    pub struct NotesSection {
        /// `crisis`, `harmed` or `didHarm`.
        pub id: String,
        /// Heading.
        pub heading: String,
        /// Paragraphs.
        pub paragraphs: Vec<String>,
    }

    /// The quiet page.
    pub struct NotesPage {
        /// Entry id.
        pub entry_id: String,
        /// Always "Notes".
        pub title: String,
        /// Parts, the most urgent first.
        pub sections: Vec<NotesSection>,
        /// Numbers.
        pub lines: Vec<HelpLine>,
        /// "This isn't that" is possible (the entry still rests).
        pub can_free_entry: bool,
        /// People who rest because of it; freed one by one, as a later choice.
        pub resting_people: Vec<Person>,
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

    /// A choice in a list.
    pub struct Choice {
        /// Sent back.
        pub id: String,
        /// Shown.
        pub label: String,
    }

    /// A kind of response or repair move for "add one it missed".
    pub struct KindChoice {
        /// Kind.
        pub kind: String,
        /// Group.
        pub group: String,
        /// "I went quiet".
        pub label: String,
    }

    /// A group of feelings.
    pub struct FeelingGroup {
        /// "Hurt".
        pub label: String,
        /// Names.
        pub names: Vec<String>,
    }

    /// All lists to choose from.
    pub struct Choices {
        /// Kinds of relationship.
        pub relationships: Vec<Choice>,
        /// Ages of a child.
        pub age_bands: Vec<Choice>,
        /// Causes.
        pub causes: Vec<Choice>,
        /// Sizes.
        pub sizes: Vec<Choice>,
        /// Parts of a day.
        pub day_parts: Vec<Choice>,
        /// What can become of a rupture.
        pub states: Vec<Choice>,
        /// Feelings.
        pub feelings: Vec<FeelingGroup>,
        /// Kinds.
        pub kinds: Vec<KindChoice>,
    }

    /// Which colours.
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
}

/// What every failed command answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export_to = "ipc.d.ts"))]
pub struct Failure {
    /// What the frontend acts on.
    pub code: Code,
    /// What happened, that nothing is lost, and what to do: one or two plain sentences.
    pub message: String,
}

/// A code exists only where the frontend does something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export_to = "ipc.d.ts"))]
#[serde(rename_all = "camelCase")]
pub enum Code {
    /// The journal is locked: show the lock screen.
    Locked,
    /// Wrong passphrase: select the field.
    WrongPassphrase,
    /// The passphrase is too easy to guess, or the two differ: select the field.
    Passphrase,
    /// The journal on disk is damaged or missing: show the page about it.
    Damaged,
    /// Another Goldseam has it open.
    OpenElsewhere,
    /// What was sent cannot be taken (empty, too long, a day to come): show it by the field.
    Input,
    /// It is not there (any more): go back.
    NotFound,
    /// The disk refused: keep the text in the editor, say so.
    Disk,
    /// Anything else.
    Other,
}
