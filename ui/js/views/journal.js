// The journal: the days as a quiet list, newest first; words to look for; the trash.

import { ask, failureOf } from "../backend.js";
import { spaced, stateWords } from "../components/lines.js";
import { notice } from "../components/notice.js";
import { el, fill } from "../lib/dom.js";
import { icon } from "../lib/icons.js";
import { capital, listWords, splitWhen } from "../lib/text.js";

/** @typedef {import("../../types/ipc.d.ts").EntryLine} EntryLine */

/** Milliseconds after the last key until it is looked for. */
const PAUSE = 180;

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["journal"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function journalView(app, { trash = false }) {
  const failed = notice();
  const list = el("div", { class: "days", test: "journal-days" });
  const more = el("p", { class: "days-more" });
  /** @type {EntryLine[]} */
  let shown = [];
  let query = "";
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const load = async (/** @type {string | null} */ cursor) => {
    turn += 1;
    const own = turn;
    try {
      const page = await ask("journal", { cursor, query, trash });
      if (own !== turn) return;
      failed.clear();
      shown = cursor === null ? page.entries : [...shown, ...page.entries];
      draw(page.cursor);
      if (query !== "" && cursor === null) {
        app.announce(shown.length === 1 ? "One found." : `${shown.length} found.`);
      }
    } catch (error) {
      failed.say(failureOf(error).message);
    }
  };
  const draw = (/** @type {string | null} */ cursor) => {
    fill(list, ...(shown.length === 0 ? [empty()] : byDay(shown).map(day)));
    fill(
      more,
      cursor === null
        ? null
        : el("button", { type: "button", class: "button", test: "load-more", on: { click: () => void load(cursor) } }, "Show earlier ones"),
    );
  };
  const empty = () => {
    const words =
      query !== ""
        ? "Nothing with these words in it."
        : trash
          ? "The trash is empty."
          : "What you write stands here, day by day. It begins with the first thing you save on Today.";
    return el("p", { class: "empty", test: "journal-empty" }, words);
  };
  const restore = async (/** @type {string} */ entryId) => {
    try {
      await ask("entry_restore", { entryId });
      app.announce("It is back in the journal.");
      await load(null);
    } catch (error) {
      failed.say(failureOf(error).message);
    }
  };
  const day = (/** @type {{ day: string, entries: EntryLine[] }} */ { day: words, entries }) =>
    el(
      "section",
      { class: "day" },
      el("h2", { class: "day-head" }, capital(words)),
      el("ul", { class: "lines" }, ...entries.map((entry) => el("li", { class: "day-entry" }, row(entry), trash ? restorer(entry) : null))),
    );
  const row = (/** @type {EntryLine} */ entry) =>
    el(
      "button",
      {
        type: "button",
        class: "line",
        test: "journal-row",
        data: { entry: entry.entryId },
        on: { click: () => void app.go("entry", { entryId: entry.entryId }) },
      },
      el("span", { class: "line-opening" }, entry.opening),
      el(
        "span",
        { class: "line-under" },
        ...spaced([splitWhen(entry.whenWords).part, entry.people.length > 0 ? `with ${listWords(entry.people)}` : ""]),
        stateWords(entry.state, entry.stateWords),
      ),
    );
  const restorer = (/** @type {EntryLine} */ entry) =>
    el(
      "button",
      { type: "button", class: "quiet", test: "restore", data: { entry: entry.entryId }, on: { click: () => void restore(entry.entryId) } },
      "Take it out",
    );

  const field = el("input", {
    type: "search",
    class: "field search-field",
    test: "search",
    "aria-label": "Look for words",
    placeholder: "Look for words",
    autocomplete: "off",
    on: {
      input: () => {
        query = field.value;
        clearTimeout(timer);
        timer = setTimeout(() => void load(null), PAUSE);
      },
    },
  });
  const node = el(
    "div",
    { class: "page page-journal" },
    el(
      "header",
      { class: "page-head page-head-row" },
      el("h1", { class: "title" }, trash ? "Trash" : "Journal"),
      el(
        "button",
        { type: "button", class: "quiet", test: "trash", on: { click: () => void app.go("journal", { trash: !trash }) } },
        trash ? "Back to the journal" : "Trash",
      ),
    ),
    el("div", { class: "search", role: "search" }, icon("search"), field),
    failed.node,
    list,
    more,
  );
  await load(null);
  return { node, gone: () => clearTimeout(timer) };
}

/**
 * Entries that follow one another on one day.
 * @param {EntryLine[]} entries
 */
function byDay(entries) {
  /** @type {Array<{ key: string, day: string, entries: EntryLine[] }>} */
  const days = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last && last.key === entry.happenedOn) last.entries.push(entry);
    else days.push({ key: entry.happenedOn, day: splitWhen(entry.whenWords).day, entries: [entry] });
  }
  return days;
}
