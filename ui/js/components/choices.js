// Rows of words to press: one of them, or any number. Each is a button with aria-pressed, so that a
// choice can be taken back by pressing it again.

import { el, fill } from "../lib/dom.js";
import { icon } from "../lib/icons.js";

/**
 * @template {string} V
 * @typedef {{ id: V, label: string, note?: string }} Option
 */

/**
 * @template {string} V
 * @param {{
 *   label: string,
 *   options: Array<Option<V>>,
 *   chosen: V[],
 *   test: string | ((id: V) => string),
 *   many?: boolean,
 *   keep?: boolean,
 *   className?: string,
 *   onChange: (chosen: V[]) => void,
 * }} given `keep`: the last chosen one cannot be taken back; `many`: any number may be chosen
 */
export function choiceRow({ label, options, chosen, test, many, keep, className, onChange }) {
  let now = [...chosen];
  /** @type {Map<V, HTMLButtonElement>} */
  const buttons = new Map();
  const show = () => {
    for (const [id, button] of buttons) button.setAttribute("aria-pressed", String(now.includes(id)));
  };
  const press = (/** @type {V} */ id) => {
    const had = now.includes(id);
    if (had && keep && now.length === 1) return;
    if (many) now = had ? now.filter((other) => other !== id) : [...now, id];
    else now = had ? [] : [id];
    show();
    onChange([...now]);
  };
  const draw = (/** @type {Array<Option<V>>} */ list) => {
    buttons.clear();
    fill(node);
    for (const { id, label: words, note } of list) {
      const button = el(
        "button",
        {
          type: "button",
          class: "choice",
          test: typeof test === "string" ? test : test(id),
          data: { value: id },
          on: { click: () => press(id) },
        },
        icon("check"),
        el("span", {}, words),
        note ? el("span", { class: "choice-note" }, note) : null,
      );
      buttons.set(id, button);
      node.append(button);
    }
    show();
  };
  const node = el("div", { class: `choices ${className ?? ""}`.trim(), role: "group", "aria-label": label });
  draw(options);
  return {
    node,
    /** @param {V[]} list */
    set(list) {
      now = [...list];
      show();
    },
    /** @param {Array<Option<V>>} list */
    offer: draw,
  };
}

/**
 * A switch with its words, off or on.
 * @param {{ label: string, note?: string, on: boolean, test: string, onChange: (on: boolean) => void }} given
 */
export function toggle({ label, note, on, test, onChange }) {
  let now = on;
  const button = el(
    "button",
    {
      type: "button",
      class: "switch",
      role: "switch",
      test,
      "aria-checked": now,
      on: {
        click: () => {
          now = !now;
          button.setAttribute("aria-checked", String(now));
          onChange(now);
        },
      },
    },
    el("span", { class: "switch-track", "aria-hidden": "true" }),
    el("span", { class: "switch-words" }, el("span", {}, label), note ? el("span", { class: "switch-note" }, note) : null),
  );
  return {
    node: button,
    /** @param {boolean} value */
    set(value) {
      now = value;
      button.setAttribute("aria-checked", String(now));
    },
  };
}
