// A month to pick a past day from, by mouse or by arrow keys. Days to come cannot be picked.

import { addDays, addMonths, longDay, monthWords, WEEK, weeksOf } from "../lib/days.js";
import { el, fill } from "../lib/dom.js";
import { icon } from "../lib/icons.js";

/** Days by which an arrow key moves. */
const STEP = new Map([
  ["ArrowLeft", -1],
  ["ArrowRight", 1],
  ["ArrowUp", -7],
  ["ArrowDown", 7],
]);

export class Calendar {
  node = el("div", { class: "calendar" });
  #today;
  #chosen;
  #month;
  #focus;
  #onPick;

  /**
   * @param {{ today: string, chosen: string | null, onPick: (day: string) => void }} given
   */
  constructor({ today, chosen, onPick }) {
    this.#today = today;
    this.#chosen = chosen;
    this.#focus = chosen ?? today;
    this.#month = this.#focus.slice(0, 7);
    this.#onPick = onPick;
    this.#draw();
  }

  /** @param {string | null} day */
  set(day) {
    this.#chosen = day;
    this.#focus = day ?? this.#today;
    this.#month = this.#focus.slice(0, 7);
    this.#draw();
  }

  #draw() {
    const month = this.#month;
    const last = this.#today.slice(0, 7);
    fill(
      this.node,
      el(
        "div",
        { class: "calendar-head" },
        this.#turner("previous", "The month before", addMonths(month, -1), false),
        el("span", { "aria-live": "polite" }, monthWords(month)),
        this.#turner("next", "The month after", addMonths(month, 1), month >= last),
      ),
      el(
        "table",
        { "aria-label": monthWords(month), on: { keydown: (event) => this.#move(event) } },
        el("thead", { "aria-hidden": "true" }, el("tr", {}, ...WEEK.map((day) => el("th", {}, day)))),
        el("tbody", {}, ...weeksOf(month).map((week) => el("tr", {}, ...week.map((day) => this.#cell(day))))),
      ),
    );
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {string} month
   * @param {boolean} disabled
   */
  #turner(name, label, month, disabled) {
    return el(
      "button",
      {
        type: "button",
        class: "calendar-turn",
        test: `calendar-${name}`,
        "aria-label": label,
        disabled,
        on: {
          click: () => {
            this.#month = month;
            const first = `${month}-01`;
            if (!this.#focus.startsWith(month)) this.#focus = first;
            this.#draw();
          },
        },
      },
      icon(name),
    );
  }

  /** @param {string | null} day */
  #cell(day) {
    if (day === null) return el("td", {});
    const toCome = day > this.#today;
    const reach = this.#focus > this.#today ? this.#today : this.#focus;
    return el(
      "td",
      {},
      el(
        "button",
        {
          type: "button",
          class: "calendar-day",
          test: "when-day",
          data: { value: day },
          "aria-label": longDay(day),
          "aria-pressed": day === this.#chosen,
          "aria-current": day === this.#today ? "date" : null,
          tabindex: day === reach ? "0" : "-1",
          disabled: toCome,
          on: { click: () => this.#pick(day) },
        },
        String(Number(day.slice(8))),
      ),
    );
  }

  /** @param {string} day */
  #pick(day) {
    this.#chosen = day;
    this.#focus = day;
    this.#draw();
    this.#onPick(day);
    this.#reach();
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = STEP.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const day = addDays(this.#focus, step);
    if (day > this.#today) return;
    this.#focus = day;
    this.#month = day.slice(0, 7);
    this.#draw();
    this.#reach();
  }

  #reach() {
    /** @type {HTMLElement | null} */
    const cell = this.node.querySelector('.calendar-day[tabindex="0"]');
    cell?.focus();
  }
}
