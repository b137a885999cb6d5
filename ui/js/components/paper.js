// The paper: a label, the place for their words that grows with them, and the whisper beside it.

import { el, uniqueId } from "../lib/dom.js";

/** Characters from which measuring the height of the text at every key would be felt. */
const LONG = 20_000;

export class Paper {
  /** @type {HTMLTextAreaElement} */
  area;
  node;
  #whisper;
  #frame = 0;

  /**
   * @param {{ label: string, test: string, text: string, onInput: (text: string) => void, hint?: string }} given
   */
  constructor({ label, test, text, onInput, hint }) {
    const id = uniqueId("paper");
    this.#whisper = el("span", { class: "whisper", test: "saved-whisper" });
    this.area = el("textarea", {
      id,
      class: "paper-text",
      test,
      rows: "6",
      spellcheck: "true",
      autocomplete: "off",
      placeholder: hint ?? null,
      on: {
        input: () => {
          this.#grow();
          onInput(this.area.value);
        },
      },
    });
    this.area.value = text;
    this.node = el(
      "div",
      { class: "paper" },
      el("div", { class: "paper-head" }, el("label", { class: "paper-label", for: id }, label), this.#whisper),
      this.area,
    );
    this.node.addEventListener("click", (event) => {
      if (event.target === this.node) this.area.focus();
    });
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    this.area.value = text;
    this.#grow();
  }

  /** @param {string} words */
  whisper(words) {
    this.#whisper.textContent = words;
  }

  /** Puts the caret behind the last word. */
  focus() {
    const end = this.area.value.length;
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(end, end);
  }

  /** To be called once the paper is on the page: before that it has no height to measure. */
  shown() {
    this.#grow();
  }

  #grow() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { area } = this;
      const most = Math.round(window.innerHeight * 0.62);
      if (area.value.length > LONG) {
        area.style.height = `${most}px`;
        return;
      }
      area.style.height = "auto";
      area.style.height = `${Math.min(area.scrollHeight, most)}px`;
    });
  }
}
