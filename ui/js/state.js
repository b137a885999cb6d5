// What the window knows while it is open: lists to choose from, people, settings, and what was
// written before there was a journal. Held in memory only. Not here: what a screen looks like.

import { ask } from "./backend.js";

/**
 * The screens and what each is opened with.
 * @typedef {{
 *   first: { step?: "passphrase" },
 *   unlock: { failure?: import("../types/ipc.d.ts").Failure },
 *   today: { today?: import("../types/ipc.d.ts").Today, continues?: string },
 *   write: { entryId: string, panel?: "who" },
 *   saved: { saved: import("../types/ipc.d.ts").EntrySaved },
 *   entry: { entryId: string },
 *   notes: { entryId: string, justSaved?: import("../types/ipc.d.ts").EntrySaved },
 *   rupture: { ruptureId: string },
 *   journal: { trash?: boolean },
 *   patterns: { month?: string | null, unfold?: string },
 *   settings: Record<string, never>,
 * }} Routes
 */

/**
 * A screen, ready to be shown.
 * @typedef {{
 *   node: HTMLElement,
 *   focus?: HTMLElement | (() => void),
 *   shown?: () => void,
 *   flush?: () => Promise<boolean>,
 *   unsaved?: () => Carried | null,
 *   gone?: () => void,
 *   due?: () => void,
 * }} View
 */

/**
 * Text taken out of an editor that closed before it could be saved.
 * @typedef {{ entryId: string | null, fields: import("../types/ipc.d.ts").EntryFields }} Carried
 */

/**
 * What a screen can ask of the window around it.
 * @typedef {{
 *   go: <N extends keyof Routes>(name: N, params: Routes[N]) => Promise<void>,
 *   announce: (words: string) => void,
 *   toast: (words: string, action?: { label: string, run: () => void }) => void,
 *   hide: () => void,
 * }} App
 */

/** @type {import("../types/ipc.d.ts").Choices} */
const NO_CHOICES = {
  relationships: [],
  ageBands: [],
  causes: [],
  sizes: [],
  dayParts: [],
  states: [],
  feelings: [],
  kinds: [],
};

export const state = {
  /** Today as YYYY-MM-DD. */
  today: "",
  /** "Saturday 3 October". */
  todayWords: "",
  choices: NO_CHOICES,
  /** @type {import("../types/ipc.d.ts").Person[]} */
  people: [],
  /** @type {import("../types/ipc.d.ts").Settings | null} */
  settings: null,
  /** What stands in the editor before there is a journal. */
  firstText: "",
  /** @type {Carried | null} */
  carried: null,
  /** Entries whose findings were all asked for, while the window lives. */
  unfolded: /** @type {Set<string>} */ (new Set()),
};

/** @param {import("../types/ipc.d.ts").Status} status */
export function knowStatus(status) {
  state.today = status.today;
  state.todayWords = status.todayWords;
}

/** Reads the lists that many screens need, and puts the settings to work. */
export async function loadLists() {
  const [choices, people, settings, status] = await Promise.all([
    ask("choices", null),
    ask("people", null),
    ask("settings", null),
    ask("status", null),
  ]);
  state.choices = choices;
  state.people = people;
  useSettings(settings);
  knowStatus(status);
}

/** @param {import("../types/ipc.d.ts").Settings} settings */
export function useSettings(settings) {
  state.settings = settings;
  const root = document.documentElement;
  if (settings.theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = settings.theme;
  root.dataset["textSize"] = String(settings.textSize);
}

/** @param {import("../types/ipc.d.ts").Person} person */
export function knowPerson(person) {
  const at = state.people.findIndex(({ id }) => id === person.id);
  if (at === -1) state.people = [...state.people, person];
  else state.people = state.people.with(at, person);
}

/** @returns {import("../types/ipc.d.ts").EntryFields} */
export function emptyFields() {
  return {
    text: "",
    people: [],
    happenedOn: null,
    happenedPart: null,
    cause: null,
    size: null,
    feelings: [],
    distress: null,
    thisAgain: null,
    continues: null,
    tellsRupture: true,
    keepOnly: false,
  };
}
