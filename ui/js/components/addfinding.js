// "Add one it missed": the words that are marked in the text, and what the writer sees in them.
// Marking works by mouse and, in the text, by Shift and the arrow keys (caret browsing) or "all of it".

import { el, fill, uniqueId } from "../lib/dom.js";
import { passage } from "../lib/text.js";
import { notice } from "./notice.js";

/** @typedef {import("../../types/ipc.d.ts").KindChoice} KindChoice */

/** The groups in the order they are offered, as they are called. */
const GROUPS = [
  ["withdraw", "I drew back"],
  ["attack", "I hit out or held up a shield"],
  ["selfSilencing", "I made myself small"],
  ["unresolved", "Something older"],
  ["repair", "I reached out"],
];

/**
 * @param {{
 *   text: HTMLElement,
 *   kinds: KindChoice[],
 *   add: (request: { kind: string, quote: string, occurrence: number }) => Promise<void>,
 * }} ports
 */
export function addFinding({ text, kinds, add }) {
  const failed = notice();
  const place = el("div", { class: "missed" });
  const marked = () => {
    const chosen = window.getSelection();
    if (!chosen || chosen.rangeCount === 0 || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const from = before.toString().length;
    return passage(text.textContent ?? "", from, from + range.toString().length);
  };
  const open = () => {
    failed.clear();
    const words = marked() ?? sentenceList(text, (chosen) => show(chosen));
    if (words instanceof HTMLElement) fill(place, words);
    else show(words);
  };
  const close = () => {
    place.replaceChildren();
    opener.focus();
  };
  const show = (/** @type {{ quote: string, occurrence: number }} */ words) => {
    const id = uniqueId("missed");
    fill(
      place,
      el(
        "section",
        { class: "missed-panel", "aria-labelledby": id, test: "missed-panel" },
        el("h2", { id, class: "panel-question", tabindex: "-1" }, "What do you see in these words?"),
        el("blockquote", { class: "missed-words" }, words.quote),
        ...GROUPS.map(([group, label]) =>
          el(
            "div",
            { class: "missed-group", data: { group } },
            el("p", { class: "panel-label" }, label),
            el(
              "div",
              { class: "choices choices-small" },
              ...kinds
                .filter((kind) => kind.group === group)
                .map(({ kind, label: said }) =>
                  el(
                    "button",
                    {
                      type: "button",
                      class: "choice",
                      test: "add-kind",
                      data: { value: kind },
                      on: { click: () => void add({ kind, ...words }) },
                    },
                    said,
                  ),
                ),
            ),
          ),
        ),
        el("button", { type: "button", class: "quiet", on: { click: close } }, "Leave it"),
      ),
    );
    /** @type {HTMLElement | null} */ (place.querySelector("h2"))?.focus();
  };
  const opener = el("button", { type: "button", class: "quiet", test: "add-finding", on: { click: open } }, "Add one it missed");
  return el("div", { class: "missed-whole" }, opener, failed.node, place);
}

/**
 * Nothing is marked: the sentences to choose from, so that no mouse is needed.
 * @param {HTMLElement} text
 * @param {(words: { quote: string, occurrence: number }) => void} choose
 */
function sentenceList(text, choose) {
  const whole = text.textContent ?? "";
  const lines = [...whole.matchAll(/[^.!?\n]+[.!?]*/g)]
    .map((match) => passage(whole, match.index, match.index + match[0].length))
    .filter((words) => words !== null);
  const node = el(
    "section",
    { class: "missed-panel" },
    el("p", { class: "panel-question" }, "Which words? Choose a sentence here, or mark words in the text and press again."),
    el(
      "ul",
      { class: "lines lines-short" },
      ...lines.slice(0, 200).map((words) =>
        el(
          "li",
          {},
          el("button", { type: "button", class: "line", test: "missed-sentence", on: { click: () => choose(words) } }, el("span", { class: "line-opening" }, words.quote)),
        ),
      ),
    ),
  );
  queueMicrotask(() => node.querySelector("button")?.focus());
  return node;
}
