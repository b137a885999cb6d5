// A word at the foot of the window that goes away by itself, with at most one thing to do (Undo).

import { el, fill } from "../lib/dom.js";

/** Milliseconds a word stays; long enough to reach Undo by keyboard. */
const STAYS = 12_000;

export class Toasts {
  node = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {string} words
   * @param {{ label: string, run: () => void }} [action]
   */
  show(words, action) {
    clearTimeout(this.#timer);
    const button = action
      ? el(
          "button",
          {
            type: "button",
            class: "toast-action",
            test: "toast-action",
            on: {
              click: () => {
                this.#clear();
                action.run();
              },
            },
          },
          action.label,
        )
      : null;
    fill(this.node, el("div", { class: "toast", test: "toast" }, el("span", {}, words), button));
    this.#timer = setTimeout(() => this.#clear(), STAYS);
  }

  #clear() {
    clearTimeout(this.#timer);
    this.node.replaceChildren();
  }
}
