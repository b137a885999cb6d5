// The one door to the backend: its commands with their types, its events, its failures.
// Nothing else touches window.__TAURI__, and nothing here decides what is shown.

/** @typedef {import("../types/ipc.d.ts").Failure} Failure */

/**
 * Every command: what it is sent and what it answers.
 * @typedef {{
 *   status: [null, import("../types/ipc.d.ts").Status],
 *   passphrase_strength: [import("../types/ipc.d.ts").PassphraseRequest, import("../types/ipc.d.ts").Strength],
 *   create: [import("../types/ipc.d.ts").CreateRequest, import("../types/ipc.d.ts").EntrySaved | null],
 *   unlock: [import("../types/ipc.d.ts").PassphraseRequest, import("../types/ipc.d.ts").Today],
 *   quit: [null, null],
 *   lock: [null, null],
 *   today: [null, import("../types/ipc.d.ts").Today],
 *   choices: [null, import("../types/ipc.d.ts").Choices],
 *   people: [null, import("../types/ipc.d.ts").Person[]],
 *   person_add: [import("../types/ipc.d.ts").PersonAddRequest, import("../types/ipc.d.ts").Person],
 *   person_unsafe: [import("../types/ipc.d.ts").PersonRequest, import("../types/ipc.d.ts").Person],
 *   person_free: [import("../types/ipc.d.ts").PersonRequest, import("../types/ipc.d.ts").Person],
 *   draft_save: [import("../types/ipc.d.ts").DraftSaveRequest, import("../types/ipc.d.ts").DraftSaved],
 *   draft_load: [import("../types/ipc.d.ts").DraftRequest, import("../types/ipc.d.ts").Draft | null],
 *   draft_discard: [import("../types/ipc.d.ts").DraftRequest, null],
 *   entry_save: [import("../types/ipc.d.ts").EntrySaveRequest, import("../types/ipc.d.ts").EntrySaved],
 *   entry_open: [import("../types/ipc.d.ts").EntryRequest, import("../types/ipc.d.ts").EntryPage],
 *   entry_free: [import("../types/ipc.d.ts").EntryRequest, import("../types/ipc.d.ts").EntryPage],
 *   entry_trash: [import("../types/ipc.d.ts").EntryRequest, null],
 *   entry_restore: [import("../types/ipc.d.ts").EntryRequest, null],
 *   verdict_set: [import("../types/ipc.d.ts").VerdictRequest, import("../types/ipc.d.ts").EntryPage],
 *   finding_add: [import("../types/ipc.d.ts").FindingAddRequest, import("../types/ipc.d.ts").EntryPage],
 *   finding_remove: [import("../types/ipc.d.ts").FindingRequest, import("../types/ipc.d.ts").EntryPage],
 *   card: [import("../types/ipc.d.ts").CardRequest, import("../types/ipc.d.ts").Card],
 *   notes: [import("../types/ipc.d.ts").EntryRequest, import("../types/ipc.d.ts").NotesPage],
 *   follow_up_offer: [import("../types/ipc.d.ts").RuptureRequest, import("../types/ipc.d.ts").FollowUpOffer],
 *   follow_up_choose: [import("../types/ipc.d.ts").FollowUpChooseRequest, import("../types/ipc.d.ts").FollowUpView | null],
 *   follow_up_answer: [import("../types/ipc.d.ts").FollowUpAnswerRequest, import("../types/ipc.d.ts").RupturePage],
 *   follow_up_snooze: [import("../types/ipc.d.ts").FollowUpSnoozeRequest, import("../types/ipc.d.ts").FollowUpView | null],
 *   rupture_open: [import("../types/ipc.d.ts").RuptureRequest, import("../types/ipc.d.ts").RupturePage],
 *   rupture_set_state: [import("../types/ipc.d.ts").RuptureStateRequest, import("../types/ipc.d.ts").RupturePage],
 *   ruptures_earlier: [null, import("../types/ipc.d.ts").RuptureLine[]],
 *   journal: [import("../types/ipc.d.ts").JournalRequest, import("../types/ipc.d.ts").JournalPage],
 *   month: [import("../types/ipc.d.ts").MonthRequest, import("../types/ipc.d.ts").MonthPage],
 *   settings: [null, import("../types/ipc.d.ts").Settings],
 *   settings_set: [import("../types/ipc.d.ts").Settings, import("../types/ipc.d.ts").Settings],
 * }} Commands
 */

/**
 * What the backend tells of its own accord.
 * @typedef {{ "open-rupture": string, "due": null, "flush": null, "reading-again": string | null }} Events
 */

/**
 * @typedef {{
 *   core: { invoke(command: string, payload?: object): Promise<unknown> },
 *   event: { listen(event: string, heard: (event: { payload: unknown }) => void): Promise<() => void> },
 * }} Tauri
 */

/** @returns {Tauri} */
function tauri() {
  const bridge = /** @type {{ __TAURI__?: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI__;
  if (!bridge) throw new Error("Goldseam's window was opened outside Goldseam");
  return bridge;
}

/** @type {() => void} */
let onLocked = () => undefined;

/**
 * Says what to do when a command finds the journal locked.
 * @param {() => void} heard
 */
export function whenLocked(heard) {
  onLocked = heard;
}

/**
 * Sends a command. Rejects with a Failure, whatever went wrong.
 * @template {keyof Commands} N
 * @param {N} command
 * @param {Commands[N][0]} request
 * @returns {Promise<Commands[N][1]>}
 */
export async function ask(command, request) {
  try {
    const answer = await tauri().core.invoke(command, request === null ? {} : { request });
    return /** @type {Commands[N][1]} */ (answer);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === "locked") onLocked();
    throw failure;
  }
}

/**
 * @template {keyof Events} N
 * @param {N} event
 * @param {(payload: Events[N]) => void} heard
 */
export async function hear(event, heard) {
  await tauri().event.listen(event, ({ payload }) => heard(/** @type {Events[N]} */ (payload)));
}

/**
 * What went wrong, as the backend says it, or a plain sentence where it was not the backend.
 * @param {unknown} error
 * @returns {Failure}
 */
export function failureOf(error) {
  if (error !== null && typeof error === "object" && "code" in error && "message" in error) {
    const { code, message } = error;
    if (typeof code === "string" && typeof message === "string") {
      return /** @type {Failure} */ ({ code, message });
    }
  }
  return {
    code: "other",
    message: "That did not work. What is saved stays saved; please try once more.",
  };
}
