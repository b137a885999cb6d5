// Fields for a passphrase: one to open with, two to choose with and the strength beneath.
// Not here: how strong one is. The backend says that.

import { el, uniqueId } from "../lib/dom.js";
import { icon } from "../lib/icons.js";

/** Milliseconds between two questions about strength while somebody types. */
const ASK_EVERY = 250;

/**
 * @param {{ label: string, test: string, describedBy?: string }} given
 */
export function passphraseField({ label, test, describedBy }) {
  const id = uniqueId("passphrase");
  const capsId = uniqueId("caps");
  const caps = el("p", { class: "field-note", id: capsId, role: "status" });
  const hear = (/** @type {KeyboardEvent} */ event) => {
    const on = event.getModifierState("CapsLock");
    const words = on ? "Caps Lock is on." : "";
    if (caps.textContent !== words) caps.textContent = words;
  };
  const input = el("input", {
    id,
    type: "password",
    class: "field field-wide",
    test,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": [describedBy, capsId].filter(Boolean).join(" "),
    on: { keydown: hear, keyup: hear },
  });
  const show = el(
    "button",
    {
      type: "button",
      class: "quiet field-show",
      test: `${test}-show`,
      "aria-pressed": "false",
      on: {
        click: () => {
          const shown = input.type === "text";
          input.type = shown ? "password" : "text";
          show.setAttribute("aria-pressed", String(!shown));
          input.focus();
        },
      },
    },
    icon("hide"),
    el("span", {}, "Show"),
  );
  const node = el(
    "div",
    { class: "field-group" },
    el("label", { class: "field-label", for: id }, label),
    el("div", { class: "field-line" }, input, show),
    caps,
  );
  return { node, input };
}

/**
 * Words and a line for how hard a passphrase is to guess.
 * @param {(passphrase: string) => Promise<import("../../types/ipc.d.ts").Strength>} ask
 */
export function strength(ask) {
  const id = uniqueId("strength");
  const words = el("p", { class: "field-note", id, "aria-live": "polite", test: "strength" });
  const line = el("div", { class: "strength-line", "aria-hidden": "true" }, ...[1, 2, 3, 4].map(() => el("span", {})));
  const node = el("div", { class: "strength", data: { score: "none" } }, line, words);
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  let newest = "";
  let asked = 0;
  const question = async () => {
    timer = null;
    asked += 1;
    const turn = asked;
    if (newest === "") {
      node.dataset["score"] = "none";
      words.textContent = "";
      return;
    }
    try {
      const answer = await ask(newest);
      if (turn !== asked) return;
      node.dataset["score"] = String(answer.score);
      words.textContent = answer.words;
    } catch {
      // Only advice while typing: the same check stands in the way of "create" and is told there.
      if (turn === asked) words.textContent = "";
    }
  };
  return {
    node,
    id,
    /** @param {string} passphrase */
    weigh(passphrase) {
      newest = passphrase;
      timer ??= setTimeout(() => void question(), ASK_EVERY);
    },
  };
}

/**
 * The thin gold line that draws itself while the key is made.
 * @param {string} words
 */
export function keyLine(words) {
  const said = el("span", { class: "key-words", role: "status" });
  const node = el("div", { class: "key-line" }, el("span", { class: "key-thread", "aria-hidden": "true" }), said);
  return {
    node,
    /** @param {boolean} on */
    draw(on) {
      node.classList.toggle("drawing", on);
      said.textContent = on ? words : "";
    },
  };
}
