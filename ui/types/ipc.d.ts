// Made from goldseam-journal's dto by `cargo run -p goldseam-journal --features types \
//   --example types > ui/types/ipc.d.ts`; a test holds the two together. Not edited by hand.

export type VaultState = "none" | "locked" | "unlocked";

export type Status = { 
/**
 * Whether there is a journal.
 */
state: VaultState, 
/**
 * Today as people say it: "Saturday 3 October".
 */
todayWords: string, 
/**
 * Today as `YYYY-MM-DD`, the latest day a conflict can have happened on.
 */
today: string, 
/**
 * A rupture to show at once (a notification was opened while locked).
 */
openRupture: string | null, };

export type CreateRequest = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * The passphrase again.
 */
repeat: string, 
/**
 * What was already written; saved as the first entry when it holds text.
 */
fields: EntryFields | null, };

export type PassphraseRequest = { 
/**
 * The passphrase.
 */
passphrase: string, };

export type Strength = { 
/**
 * 0 (guessed at once) to 4 (very hard); below 2 is refused.
 */
score: number, 
/**
 * Whether it will be taken.
 */
accepted: boolean, 
/**
 * One plain sentence on what it is or how to make it better.
 */
words: string, };

export type Theme = "system" | "light" | "dark";

export type Settings = { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Text size in percent: 90, 100, 115, 130 or 150.
 */
textSize: number, 
/**
 * Desktop notifications allowed. Off until chosen.
 */
notifications: boolean, 
/**
 * Wait, locked, after the window is closed, to ask at the chosen time.
 */
background: boolean, 
/**
 * Today shows the editor only.
 */
plainToday: boolean, 
/**
 * No notification from this hour, 0 to 23.
 */
quietFrom: number, 
/**
 * Until this hour, 0 to 23.
 */
quietTo: number, };

export type Today = { 
/**
 * "Saturday 3 October".
 */
dateWords: string, 
/**
 * A draft of a new entry that was left.
 */
draft: Draft | null, 
/**
 * Still open, at most three, oldest first, resting after 14 days.
 */
stillOpen: Array<RuptureLine>, 
/**
 * "You asked me to ask."
 */
due: Array<FollowUpView>, 
/**
 * Show the editor only.
 */
plain: boolean, 
/**
 * A rupture to show at once (a notification was opened).
 */
openRupture: string | null, };

export type EntryFields = { 
/**
 * The person's own words.
 */
text: string, 
/**
 * Person ids.
 */
people: Array<string>, 
/**
 * `YYYY-MM-DD`; none means the day it is written.
 */
happenedOn: string | null, 
/**
 * Part of the day, where known.
 */
happenedPart: DayPart | null, 
/**
 * What it was over.
 */
cause: Cause | null, 
/**
 * How big it felt.
 */
size: Size | null, 
/**
 * Names of feelings, from the list or their own.
 */
feelings: Array<string>, 
/**
 * Distress now, 0 to 10.
 */
distress: number | null, 
/**
 * "This again": the earlier rupture it repeats.
 */
thisAgain: string | null, 
/**
 * The rupture this entry tells more of; none for one of its own.
 */
continues: string | null, 
/**
 * Whether the entry tells of a rupture. On for a new entry.
 */
tellsRupture: boolean, 
/**
 * "Just keep it, don't read it."
 */
keepOnly: boolean, };

export type DraftSaveRequest = { 
/**
 * The entry that is being changed; none for a new one.
 */
entryId: string | null, 
/**
 * What stands in the editor.
 */
fields: EntryFields, };

export type DraftRequest = { 
/**
 * The entry that is being changed; none for a new one.
 */
entryId: string | null, };

export type Draft = { 
/**
 * What stood in the editor.
 */
fields: EntryFields, 
/**
 * "today, 21:04".
 */
savedWords: string, };

export type DraftSaved = { 
/**
 * "Saved 21:04".
 */
words: string, };

export type EntrySaveRequest = { 
/**
 * The entry that is being changed; none for a new one.
 */
entryId: string | null, 
/**
 * What stands in the editor.
 */
fields: EntryFields, };

export type EntrySaved = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * The rupture it tells, if any.
 */
ruptureId: string | null, 
/**
 * Which of the three choices stands first: `false` = "See how I responded",
 * `true` = "Tomorrow" (distress 7 or more, or a safety sign).
 */
suggestTomorrow: boolean, 
/**
 * A crisis sign was read: show the quiet page first.
 */
openNotes: boolean, };

export type EntryRequest = { 
/**
 * Entry id.
 */
entryId: string, };

export type Segment = { 
/**
 * The words, unchanged.
 */
text: string, 
/**
 * Ids of the findings that cover it; empty for plain text.
 */
findings: Array<string>, };

export type FindingView = { 
/**
 * Stable for an entry: survives re-reading.
 */
id: string, 
/**
 * `stonewalling`, … as in the analyser.
 */
kind: string, 
/**
 * `attack`, `withdraw`, `selfSilencing`, `unresolved` or `repair`.
 */
group: string, 
/**
 * "You went quiet here."
 */
title: string, 
/**
 * "You are the one who acts, and it happened."
 */
why: string, 
/**
 * The sentence it stands in.
 */
sentence: string, 
/**
 * Held back or only considered: shown, never counted.
 */
heldBack: boolean, 
/**
 * The writer's word on it.
 */
verdict: Verdict | null, 
/**
 * Added by hand.
 */
added: boolean, 
/**
 * Whether it counts in the month.
 */
counted: boolean, };

export type ReadingState = "found" | "nothing" | "keptOnly" | "otherLanguage" | "resting";

export type Revision = { 
/**
 * 1 is the first.
 */
number: number, 
/**
 * "until yesterday, 21:04".
 */
untilWords: string, 
/**
 * The text as it was.
 */
text: string, };

export type EntryPage = { 
/**
 * Entry id.
 */
id: string, 
/**
 * The rupture it tells, if any.
 */
ruptureId: string | null, 
/**
 * "Tuesday 3 October, evening".
 */
happenedWords: string, 
/**
 * "written the day after, 08:12".
 */
writtenWords: string, 
/**
 * What the editor needs to change it.
 */
fields: EntryFields, 
/**
 * The people in it.
 */
people: Array<Person>, 
/**
 * The text in pieces.
 */
segments: Array<Segment>, 
/**
 * Findings in the order of the text; empty where the entry rests.
 */
findings: Array<FindingView>, 
/**
 * What became of reading it.
 */
reading: ReadingState, 
/**
 * One plain sentence about it ("Nothing here that I could name.").
 */
readingWords: string, 
/**
 * There is a quiet page for this entry; the line that leads to it.
 */
notesLine: string | null, 
/**
 * What became of the rupture.
 */
state: RepairState | null, 
/**
 * "This again": the earlier one.
 */
earlier: RuptureLine | null, 
/**
 * Follow-ups, the latest first; empty where the entry rests.
 */
followUps: Array<FollowUpView>, 
/**
 * Earlier wordings, the latest first.
 */
revisions: Array<Revision>, 
/**
 * In the trash.
 */
trashed: boolean, };

export type VerdictRequest = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * Finding id.
 */
findingId: string, 
/**
 * Their word.
 */
verdict: Verdict | null, };

export type FindingAddRequest = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * Kind.
 */
kind: string, 
/**
 * The marked words, as the page shows them.
 */
quote: string, 
/**
 * How many times the same words stand before the marked ones in the entry.
 */
occurrence: number, };

export type FindingRequest = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * Finding id.
 */
findingId: string, };

export type EntryLine = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * Rupture id.
 */
ruptureId: string | null, 
/**
 * `YYYY-MM-DD`.
 */
happenedOn: string, 
/**
 * "Tuesday 3 October, evening".
 */
whenWords: string, 
/**
 * The first words.
 */
opening: string, 
/**
 * Names.
 */
people: Array<string>, 
/**
 * What became of the rupture.
 */
state: RepairState | null, 
/**
 * "still open"; empty where the entry tells no rupture or rests.
 */
stateWords: string, };

export type JournalRequest = { 
/**
 * From the last page; none for the newest.
 */
cursor: string | null, 
/**
 * Words to look for; empty for all.
 */
query: string, 
/**
 * Show the trash instead.
 */
trash: boolean, };

export type JournalPage = { 
/**
 * Newest first.
 */
entries: Array<EntryLine>, 
/**
 * For the next page.
 */
cursor: string | null, 
/**
 * All entries (or all in the trash).
 */
total: number, };

export type PersonRequest = { 
/**
 * Person id.
 */
personId: string, };

export type PersonAddRequest = { 
/**
 * The name the writer uses, 1 to 60 characters.
 */
alias: string, 
/**
 * Kind of relationship.
 */
relationship: Relationship, 
/**
 * For a child.
 */
ageBand: AgeBand | null, };

export type Person = { 
/**
 * Person id.
 */
id: string, 
/**
 * The name the writer uses.
 */
alias: string, 
/**
 * Kind of relationship.
 */
relationship: Relationship, 
/**
 * "partner", "child, 3 to 5".
 */
relationshipWords: string, 
/**
 * For a child.
 */
ageBand: AgeBand | null, 
/**
 * Nothing about this person is suggested, counted or nudged.
 */
resting: boolean, };

export type HelpLine = { 
/**
 * Country.
 */
country: string, 
/**
 * Name.
 */
name: string, 
/**
 * Number.
 */
number: string, 
/**
 * What for.
 */
about: string, 
/**
 * "checked 2026-11-21, from …".
 */
checked: string, };

export type NotesSection = { 
/**
 * `crisis`, `harmed` or `didHarm`.
 */
id: string, 
/**
 * Heading.
 */
heading: string, 
/**
 * Paragraphs.
 */
paragraphs: Array<string>, };

export type NotesPage = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * Always "Notes".
 */
title: string, 
/**
 * Parts, the most urgent first.
 */
sections: Array<NotesSection>, 
/**
 * Numbers.
 */
lines: Array<HelpLine>, 
/**
 * "This isn't that" is possible (the entry still rests).
 */
canFreeEntry: boolean, 
/**
 * People who rest because of it; freed one by one, as a later choice.
 */
restingPeople: Array<Person>, };

export type RuptureRequest = { 
/**
 * Rupture id.
 */
ruptureId: string, };

export type RuptureLine = { 
/**
 * Rupture id.
 */
ruptureId: string, 
/**
 * The entry that tells it (the first, if several).
 */
entryId: string, 
/**
 * The first words of it.
 */
opening: string, 
/**
 * "last Tuesday, evening".
 */
whenWords: string, 
/**
 * Names.
 */
people: Array<string>, 
/**
 * What became of it.
 */
state: RepairState, 
/**
 * "still open", "repaired".
 */
stateWords: string, };

export type RuptureStateRequest = { 
/**
 * Rupture id.
 */
ruptureId: string, 
/**
 * What became of it.
 */
state: RepairState, };

export type RupturePage = { 
/**
 * Rupture id.
 */
id: string, 
/**
 * What became of it.
 */
state: RepairState, 
/**
 * "still open".
 */
stateWords: string, 
/**
 * A safety sign stands over it: nothing is asked or suggested.
 */
resting: boolean, 
/**
 * Entries, in the order they happened.
 */
entries: Array<EntryLine>, 
/**
 * Follow-ups, the latest first.
 */
followUps: Array<FollowUpView>, 
/**
 * "This again": the earlier one.
 */
earlier: RuptureLine | null, 
/**
 * Later ones that repeat it.
 */
later: Array<RuptureLine>, };

export type FollowUpOption = { 
/**
 * Sent back as the choice.
 */
id: string, 
/**
 * "In three days".
 */
label: string, 
/**
 * "Tuesday 6 October, 18:00".
 */
whenWords: string, };

export type FollowUpOffer = { 
/**
 * False where nothing may be asked (a safety sign, no rupture): say nothing.
 */
offered: boolean, 
/**
 * Times, soonest first.
 */
options: Array<FollowUpOption>, 
/**
 * The suggested one.
 */
suggested: string | null, 
/**
 * Why, in a sentence.
 */
reason: string, 
/**
 * Whether desktop notifications are allowed.
 */
notifications: boolean, 
/**
 * Whether Goldseam may wait, locked, after its window is closed.
 */
background: boolean, };

export type FollowUpChooseRequest = { 
/**
 * Rupture id.
 */
ruptureId: string, 
/**
 * An option's id, or none for "never".
 */
option: string | null, 
/**
 * Whether desktop notifications are allowed.
 */
notifications: boolean, 
/**
 * Whether Goldseam may wait, locked, after its window is closed.
 */
background: boolean, };

export type Outcome = "better" | "same" | "worse";

export type FollowUpView = { 
/**
 * Follow-up id.
 */
id: string, 
/**
 * Rupture id.
 */
ruptureId: string, 
/**
 * "Tuesday 6 October, 18:00".
 */
whenWords: string, 
/**
 * It is time to ask.
 */
due: boolean, 
/**
 * How it went, once answered.
 */
outcome: Outcome | null, 
/**
 * The line of text.
 */
note: string, 
/**
 * The first words of the entry.
 */
opening: string, };

export type FollowUpAnswerRequest = { 
/**
 * Follow-up id.
 */
followUpId: string, 
/**
 * How it went.
 */
outcome: Outcome, 
/**
 * A line of text, up to 2,000 characters; may be empty.
 */
note: string, 
/**
 * What became of the rupture, if it changed.
 */
state: RepairState | null, };

export type FollowUpSnoozeRequest = { 
/**
 * Follow-up id.
 */
followUpId: string, 
/**
 * True: don't ask again.
 */
stop: boolean, };

export type MonthRequest = { 
/**
 * `YYYY-MM`; none for this month.
 */
month: string | null, };

export type MonthSentence = { 
/**
 * Entry id.
 */
entryId: string, 
/**
 * "Tuesday 3".
 */
dayWords: string, 
/**
 * The sentence.
 */
sentence: string, 
/**
 * "stonewalling".
 */
kind: string, 
/**
 * "You went quiet."
 */
title: string, 
/**
 * The writer's word on it.
 */
verdict: Verdict | null, };

export type MonthShare = { 
/**
 * Name.
 */
alias: string, 
/**
 * Ruptures with this response.
 */
k: number, 
/**
 * Ruptures with this person.
 */
n: number, };

export type MonthResponse = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Group.
 */
group: string, 
/**
 * "went quiet".
 */
name: string, 
/**
 * Ruptures in which it was seen.
 */
k: number, 
/**
 * Ruptures in the month.
 */
n: number, 
/**
 * "You went quiet in 3 of 5." or "Seen 2 times; too early to call a pattern."
 */
words: string, 
/**
 * Below the minimum for a pattern.
 */
early: boolean, 
/**
 * Ruptures of the k that the writer confirmed.
 */
confirmed: number, 
/**
 * Ruptures where it was "yes, but I had no words", counted apart and not in k.
 */
noWords: number, 
/**
 * With whom.
 */
with: Array<MonthShare>, 
/**
 * The sentences.
 */
sentences: Array<MonthSentence>, };

export type MonthRupture = { 
/**
 * Rupture id.
 */
ruptureId: string, 
/**
 * Entry id.
 */
entryId: string, 
/**
 * "Tuesday 3".
 */
dayWords: string, 
/**
 * The first words.
 */
opening: string, 
/**
 * Names.
 */
people: Array<string>, 
/**
 * What became of it.
 */
state: RepairState, 
/**
 * "still open".
 */
stateWords: string, 
/**
 * What was held back ("You wanted to walk out, and stayed.").
 */
heldBack: Array<string>, 
/**
 * What was tried ("You said sorry.").
 */
tried: Array<string>, };

export type MonthPerson = { 
/**
 * Person id.
 */
personId: string, 
/**
 * Name.
 */
alias: string, 
/**
 * Ruptures with them.
 */
n: number, 
/**
 * "2 of 3 mended, 1 still open".
 */
words: string, 
/**
 * Responses with them, most frequent first.
 */
responses: Array<MonthShare>, };

export type MonthStates = { 
/**
 * Open or waiting.
 */
open: number, 
/**
 * Tried.
 */
tried: number, 
/**
 * Repaired.
 */
repaired: number, 
/**
 * Let go, apart or ended.
 */
closed: number, };

export type MonthFootnote = { 
/**
 * Entries of the month that were read.
 */
entriesRead: number, 
/**
 * Of those, in how many nothing could be named.
 */
notPlaced: number, 
/**
 * Findings of the writer's that count.
 */
findings: number, 
/**
 * Of those, confirmed by the writer.
 */
confirmed: number, 
/**
 * In plain words.
 */
words: string, };

export type MonthPage = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * "October 2026".
 */
title: string, 
/**
 * The month before, if anything was written by then.
 */
previous: string | null, 
/**
 * The month after, if it has begun.
 */
next: string | null, 
/**
 * At most three sentences.
 */
sentences: Array<string>, 
/**
 * Ruptures in the month.
 */
n: number, 
/**
 * One line per rupture, in order.
 */
ruptures: Array<MonthRupture>, 
/**
 * What was held back, shown first.
 */
heldBack: Array<MonthSentence>, 
/**
 * Responses, most frequent first.
 */
responses: Array<MonthResponse>, 
/**
 * Repair moves.
 */
repairs: Array<MonthResponse>, 
/**
 * By person.
 */
people: Array<MonthPerson>, 
/**
 * What became of them.
 */
states: MonthStates, 
/**
 * One question to carry into the next month; empty when there is nothing to ask.
 */
question: string, 
/**
 * How the counting works, under "How sure?".
 */
howSure: string, 
/**
 * Footnote.
 */
footnote: MonthFootnote, };

export type DayPart = "morning" | "afternoon" | "evening" | "night";

export type Cause = "miscommunication" | "unmetExpectation" | "emotionalNeglect" | "betrayal";

export type Size = "minor" | "moderate" | "major" | "everyday";

export type Relationship = "partner" | "exOrCoparent" | "friend" | "parent" | "sibling" | "family" | "child" | "colleague" | "boss" | "neighbour" | "myself";

export type AgeBand = "infant" | "toddler" | "preschool" | "schoolAge" | "teen";

export type RepairState = "open" | "waiting" | "tried" | "repaired" | "letGo" | "apart" | "ended";

export type Verdict = "yes" | "noWords" | "notMe" | "safest";

export type Choice = { 
/**
 * Sent back.
 */
id: string, 
/**
 * Shown.
 */
label: string, };

export type KindChoice = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Group.
 */
group: string, 
/**
 * "I went quiet".
 */
label: string, };

export type FeelingGroup = { 
/**
 * "Hurt".
 */
label: string, 
/**
 * Names.
 */
names: Array<string>, };

export type Choices = { 
/**
 * Kinds of relationship.
 */
relationships: Array<Choice>, 
/**
 * Ages of a child.
 */
ageBands: Array<Choice>, 
/**
 * Causes.
 */
causes: Array<Choice>, 
/**
 * Sizes.
 */
sizes: Array<Choice>, 
/**
 * Parts of a day.
 */
dayParts: Array<Choice>, 
/**
 * What can become of a rupture.
 */
states: Array<Choice>, 
/**
 * Feelings.
 */
feelings: Array<FeelingGroup>, 
/**
 * Kinds.
 */
kinds: Array<KindChoice>, };

export type CardRequest = { 
/**
 * Kind.
 */
kind: string, };

export type Card = { 
/**
 * Kind.
 */
kind: string, 
/**
 * "Going quiet".
 */
name: string, 
/**
 * "stonewalling".
 */
clinical: string, 
/**
 * Group.
 */
group: string, 
/**
 * What it looks like.
 */
looksLike: string, 
/**
 * What some people use it for: several reasons, none asserted.
 */
reasons: Array<string>, 
/**
 * What it may cost.
 */
cost: string, 
/**
 * What can help.
 */
instead: string, 
/**
 * Things to say instead.
 */
sayings: Array<string>, 
/**
 * The article the idea comes from.
 */
from: string, };

export type Failure = { 
/**
 * What the frontend acts on.
 */
code: Code, 
/**
 * What happened, that nothing is lost, and what to do: one or two plain sentences.
 */
message: string, };

export type Code = "locked" | "wrongPassphrase" | "passphrase" | "damaged" | "openElsewhere" | "input" | "notFound" | "disk" | "other";
