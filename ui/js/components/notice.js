// Errors as calm sentences: one that stands by a control, and one that is a page.

import { el } from "../lib/dom.js";

/**
 * A place for a sentence about what went wrong; empty until there is one.
 * @param {string} [id]
 */
export function notice(id) {
  const node = el("p", { class: "notice", role: "alert", test: "error", id: id ?? null });
  node.hidden = true;
  return {
    node,
    /** @param {string} words */
    say(words) {
      node.hidden = false;
      // Emptied first, so that the same sentence said twice is also read out twice.
      node.textContent = "";
      node.textContent = words;
    },
    clear() {
      node.textContent = "";
      node.hidden = true;
    },
  };
}

/**
 * A page in place of one that could not be shown.
 * @param {string} words
 * @param {{ label: string, run: () => void }} action
 * @returns {{ node: HTMLElement }}
 */
export function trouble(words, action) {
  return {
    node: el(
      "div",
      { class: "page page-quiet" },
      el("h1", { class: "title" }, "Not this time"),
      el("p", { class: "lead", role: "alert", test: "error" }, words),
      el("p", {}, el("button", { type: "button", class: "button", on: { click: action.run } }, action.label)),
    ),
  };
}
