// The writer: the paper, the line of chips, the draft that is kept while one types, the save.
// It is handed its ports and knows no command. The panels under the chips are in panels.js.

import { el, fill, uniqueId } from "../lib/dom.js";
import { Keeper } from "../lib/keeper.js";
import { capital, isBlank } from "../lib/text.js";
import { chipLabel, panelFor } from "./panels.js";
import { notice } from "./notice.js";
import { Paper } from "./paper.js";

/** @typedef {import("../../types/ipc.d.ts").EntryFields} EntryFields */
/** @typedef {"who" | "when" | "cause" | "size" | "feelings" | "distress" | "again"} ChipName */

/**
 * What the writer is handed.
 * @typedef {{
 *   label: string,
 *   saveLabel: string,
 *   test: string,
 *   fields: EntryFields,
 *   always?: boolean,
 *   choices: import("../../types/ipc.d.ts").Choices,
 *   today: string,
 *   people: () => import("../../types/ipc.d.ts").Person[],
 *   addPerson: (request: import("../../types/ipc.d.ts").PersonAddRequest) => Promise<import("../../types/ipc.d.ts").Person>,
 *   earlier: () => Promise<import("../../types/ipc.d.ts").RuptureLine[]>,
 *   keepDraft: (fields: EntryFields) => Promise<string>,
 *   save: (fields: EntryFields) => Promise<void>,
 *   reason: (error: unknown) => string,
 *   announce: (words: string) => void,
 * }} WriterPorts
 * `always`: the chips stand there before anything is written.
 */

/** @type {ChipName[]} */
const CHIPS = ["who", "when", "cause", "size", "feelings", "distress", "again"];

export class Writer {
  node;
  #ports;
  #paper;
  #keeper;
  #fields;
  #notice = notice();
  /** @type {Map<ChipName, HTMLButtonElement>} */
  #chips = new Map();
  #panel = el("div", { class: "panel", id: uniqueId("panel") });
  /** @type {ChipName | null} */
  #open = null;
  #below;
  #saving = false;
  #saveButton;
  #aboutRupture;
  #keepOnly;
  #toldOnce = false;

  /** @param {WriterPorts} ports */
  constructor(ports) {
    this.#ports = ports;
    this.#fields = structuredClone(ports.fields);
    this.#keeper = new Keeper({
      send: ports.keepDraft,
      told: (told) => {
        if (told.saved) {
          this.#paper.whisper(told.words);
          this.#notice.clear();
          if (!this.#toldOnce) ports.announce(told.words);
          this.#toldOnce = true;
        } else {
          this.#paper.whisper("Not saved yet");
          this.#notice.say(`${ports.reason(told.error)} Your text is still here; I keep trying.`);
        }
      },
    });
    this.#paper = new Paper({
      label: ports.label,
      test: ports.test,
      text: this.#fields.text,
      onInput: (text) => {
        this.#fields.text = text;
        this.#changed();
      },
    });
    this.#paper.area.addEventListener("keydown", (event) => this.#key(event));
    this.#aboutRupture = this.#flag("chip-no-rupture", "Not about a rupture", (on) => {
      this.#fields.tellsRupture = !on;
    });
    this.#keepOnly = this.#flag("chip-keep-only", "Just keep it, don’t read it", (on) => {
      this.#fields.keepOnly = on;
    });
    this.#saveButton = el(
      "button",
      { type: "button", class: "button primary", test: "save-entry", on: { click: () => void this.save() } },
      ports.saveLabel,
    );
    this.#panel.hidden = true;
    this.#below = el(
      "div",
      { class: "writer-below" },
      el(
        "div",
        { class: "chips", role: "group", "aria-label": "About it, now or later" },
        ...CHIPS.map((name) => this.#chip(name)),
        this.#aboutRupture,
        this.#keepOnly,
      ),
      this.#panel,
      el(
        "div",
        { class: "writer-foot" },
        this.#saveButton,
        el("span", { class: "hint" }, el("kbd", {}, "Ctrl"), " + ", el("kbd", {}, "Enter")),
        el("span", { class: "hint writer-wait" }, "All of this can wait."),
      ),
    );
    // The notice stands apart: it also speaks while everything below is still folded away.
    this.node = el("section", { class: "writer", "aria-label": ports.label }, this.#paper.node, this.#below, this.#notice.node);
    this.#label();
    this.#showBelow();
  }

  get fields() {
    return structuredClone(this.#fields);
  }

  /** What has not reached the disk, for the way over the lock screen. */
  get unsaved() {
    return this.#keeper.pending ? this.fields : null;
  }

  shown() {
    this.#paper.shown();
  }

  focus() {
    this.#paper.focus();
  }

  /** @param {string} words */
  whisper(words) {
    this.#paper.whisper(words);
  }

  /** Sends the draft at once. */
  flush() {
    return this.#keeper.flush();
  }

  /** Nothing more is sent from here; the screen is gone. */
  stop() {
    void this.#keeper.stop();
  }

  /** @param {ChipName} name */
  unfold(name) {
    this.#toggle(name, true);
    this.#chips.get(name)?.focus();
  }

  /**
   * Puts other contents in the editor, as if they had been typed.
   * @param {EntryFields} fields
   */
  replace(fields) {
    this.#fields = structuredClone(fields);
    this.#paper.text = this.#fields.text;
    if (this.#open) this.#toggle(this.#open, false);
    this.#changed();
  }

  async save() {
    if (this.#saving) return;
    if (isBlank(this.#fields.text)) {
      this.#notice.say("There is nothing written yet. A line is enough.");
      this.focus();
      return;
    }
    this.#saving = true;
    this.#paper.area.readOnly = true;
    this.#saveButton.setAttribute("aria-disabled", "true");
    await this.#keeper.stop();
    try {
      await this.#ports.save(this.fields);
    } catch (error) {
      this.#keeper.resume(this.fields);
      this.#notice.say(this.#ports.reason(error));
    } finally {
      this.#saving = false;
      this.#paper.area.readOnly = false;
      this.#saveButton.removeAttribute("aria-disabled");
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      void this.save();
    }
  }

  #changed() {
    this.#keeper.change(this.fields);
    this.#label();
    this.#showBelow();
  }

  #showBelow() {
    const has = this.#ports.always || !isBlank(this.#fields.text);
    this.node.classList.toggle("writing", has);
    if (has) this.#below.hidden = false;
    else if (!this.#open) this.#below.hidden = true;
  }

  /** @param {ChipName} name */
  #chip(name) {
    const chip = el("button", {
      type: "button",
      class: "chip",
      test: `chip-${name}`,
      "aria-expanded": "false",
      "aria-controls": this.#panel.id,
      on: { click: () => this.#toggle(name, this.#open !== name) },
    });
    this.#chips.set(name, chip);
    return chip;
  }

  /**
   * @param {string} test
   * @param {string} words
   * @param {(on: boolean) => void} set
   */
  #flag(test, words, set) {
    const button = el(
      "button",
      {
        type: "button",
        class: "chip chip-flag",
        test,
        "aria-pressed": "false",
        on: {
          click: () => {
            set(button.getAttribute("aria-pressed") !== "true");
            this.#changed();
          },
        },
      },
      words,
    );
    return button;
  }

  #label() {
    const context = { choices: this.#ports.choices, people: this.#ports.people(), today: this.#ports.today };
    for (const [name, chip] of this.#chips) {
      const { words, set } = chipLabel(name, this.#fields, context);
      chip.textContent = capital(words);
      chip.classList.toggle("chip-set", set);
    }
    this.#aboutRupture.setAttribute("aria-pressed", String(!this.#fields.tellsRupture));
    this.#keepOnly.setAttribute("aria-pressed", String(this.#fields.keepOnly));
  }

  /**
   * @param {ChipName} name
   * @param {boolean} open
   */
  #toggle(name, open) {
    this.#open = open ? name : null;
    for (const [other, chip] of this.#chips) chip.setAttribute("aria-expanded", String(other === this.#open));
    this.#panel.hidden = !open;
    if (!open) {
      this.#panel.replaceChildren();
      this.#showBelow();
      return;
    }
    fill(
      this.#panel,
      panelFor(name, {
        fields: this.#fields,
        choices: this.#ports.choices,
        today: this.#ports.today,
        people: this.#ports.people,
        addPerson: this.#ports.addPerson,
        earlier: this.#ports.earlier,
        reason: this.#ports.reason,
        changed: () => this.#changed(),
      }),
    );
  }
}
