// Lists of ruptures and entries as quiet lines: the first words, when, with whom, what became of it.

import { el } from "../lib/dom.js";
import { listWords } from "../lib/text.js";

/** @typedef {import("../../types/ipc.d.ts").RepairState} RepairState */
/** @typedef {import("../../types/ipc.d.ts").RuptureLine} RuptureLine */

/** Every ending closes the seam equally. */
const CLOSED = new Set(["repaired", "letGo", "apart", "ended"]);

/** @param {RepairState | null} state */
export function isClosed(state) {
  return state !== null && CLOSED.has(state);
}

/**
 * What became of it, as a ring or a gold dot and in words.
 * @param {RepairState | null} state
 * @param {string} words
 */
export function stateWords(state, words) {
  if (words === "") return null;
  return el(
    "span",
    { class: `state ${isClosed(state) ? "state-closed" : "state-open"}`, data: { state } },
    el("span", { class: "state-dot", "aria-hidden": "true" }),
    words,
  );
}

/**
 * @param {RuptureLine[]} lines
 * @param {(line: RuptureLine) => void} open
 */
export function ruptureLines(lines, open) {
  return el(
    "ul",
    { class: "lines" },
    ...lines.map((line) =>
      el(
        "li",
        {},
        el(
          "button",
          {
            type: "button",
            class: "line",
            test: "rupture-row",
            data: { rupture: line.ruptureId },
            on: { click: () => open(line) },
          },
          el("span", { class: "line-opening" }, line.opening),
          el(
            "span",
            { class: "line-under" },
            ...spaced([line.whenWords, line.people.length > 0 ? `with ${listWords(line.people)}` : ""]),
            stateWords(line.state, line.stateWords),
          ),
        ),
      ),
    ),
  );
}

/**
 * The words that are not empty, each in its own span.
 * @param {string[]} words
 */
export function spaced(words) {
  return words.filter((word) => word !== "").map((word) => el("span", {}, word));
}
