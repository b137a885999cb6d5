// What unfolds under a chip: when, over what, how big, feelings, distress, "this again"; and what each
// chip says once it is set. Who was in it has a file of its own (who.js).

import { addDays, dayWords } from "../lib/days.js";
import { el } from "../lib/dom.js";
import { listWords, shortList } from "../lib/text.js";
import { Calendar } from "./calendar.js";
import { choiceRow } from "./choices.js";
import { notice } from "./notice.js";
import { whoPanel } from "./who.js";

/** @typedef {import("../../types/ipc.d.ts").EntryFields} EntryFields */
/** @typedef {import("./writer.js").ChipName} ChipName */

/**
 * @typedef {{
 *   fields: EntryFields,
 *   choices: import("../../types/ipc.d.ts").Choices,
 *   today: string,
 *   people: () => import("../../types/ipc.d.ts").Person[],
 *   addPerson: (request: import("../../types/ipc.d.ts").PersonAddRequest) => Promise<import("../../types/ipc.d.ts").Person>,
 *   earlier: () => Promise<import("../../types/ipc.d.ts").RuptureLine[]>,
 *   reason: (error: unknown) => string,
 *   changed: () => void,
 * }} PanelPorts `fields` is changed in place; `changed` says so.
 */

/**
 * What a chip says, and whether it holds something.
 * @param {ChipName} name
 * @param {EntryFields} fields
 * @param {Pick<PanelPorts, "choices" | "today"> & { people: import("../../types/ipc.d.ts").Person[] }} context
 * @returns {{ words: string, set: boolean }}
 */
export function chipLabel(name, fields, { choices, people, today }) {
  const labelOf = (/** @type {import("../../types/ipc.d.ts").Choice[]} */ list, /** @type {string | null} */ id) =>
    list.find((choice) => choice.id === id)?.label ?? null;
  const named = (/** @type {string | null} */ words, /** @type {string} */ empty) => ({
    words: words ?? empty,
    set: words !== null,
  });
  switch (name) {
    case "who": {
      const names = fields.people.flatMap((id) => people.find((person) => person.id === id)?.alias ?? []);
      return named(names.length > 0 ? `with ${listWords(names)}` : null, "who");
    }
    case "when": {
      const part = labelOf(choices.dayParts, fields.happenedPart)?.toLowerCase() ?? null;
      if (fields.happenedOn === null && part === null) return { words: "when", set: false };
      const day = dayWords(fields.happenedOn ?? today, today);
      return { words: part ? `${day}, ${part}` : day, set: true };
    }
    case "cause":
      return named(labelOf(choices.causes, fields.cause), "over what");
    case "size":
      return named(labelOf(choices.sizes, fields.size), "how big");
    case "feelings":
      return named(fields.feelings.length > 0 ? shortList(fields.feelings, 3) : null, "feelings");
    case "distress":
      return named(fields.distress === null ? null : `distress ${fields.distress}`, "distress");
    case "again":
      return { words: "this again", set: fields.thisAgain !== null };
  }
}

/**
 * @param {ChipName} name
 * @param {PanelPorts} ports
 * @returns {HTMLElement}
 */
export function panelFor(name, ports) {
  switch (name) {
    case "who":
      return whoPanel(ports);
    case "when":
      return whenPanel(ports);
    case "cause":
      return onePanel("What was it over?", ports.choices.causes, ports.fields.cause, "cause", (id) => {
        ports.fields.cause = /** @type {EntryFields["cause"]} */ (id);
        ports.changed();
      });
    case "size":
      return onePanel("How big was it?", ports.choices.sizes, ports.fields.size, "size", (id) => {
        ports.fields.size = /** @type {EntryFields["size"]} */ (id);
        ports.changed();
      });
    case "feelings":
      return feelingsPanel(ports);
    case "distress":
      return distressPanel(ports);
    case "again":
      return againPanel(ports);
  }
}

/**
 * @param {string} question
 * @param {...(Node | null)} content
 */
function panel(question, ...content) {
  return el("div", { class: "panel-page" }, el("p", { class: "panel-question" }, question), ...content);
}

/**
 * @param {string} question
 * @param {import("../../types/ipc.d.ts").Choice[]} options
 * @param {string | null} chosen
 * @param {string} test
 * @param {(id: string | null) => void} set
 */
function onePanel(question, options, chosen, test, set) {
  const row = choiceRow({
    label: question,
    options,
    chosen: chosen === null ? [] : [chosen],
    test,
    onChange: ([id]) => set(id ?? null),
  });
  return panel(question, row.node);
}

/** @param {PanelPorts} ports */
function whenPanel({ fields, choices, today, changed }) {
  const near = [0, -1, -2, -3].map((days) => addDays(today, days));
  const quick = choiceRow({
    label: "The day",
    options: near.map((day) => ({ id: day, label: capitalDay(day, today) })),
    chosen: fields.happenedOn === null ? [] : [fields.happenedOn],
    test: "when-near",
    onChange: ([day]) => {
      fields.happenedOn = day ?? null;
      calendar.set(fields.happenedOn);
      changed();
    },
  });
  const calendar = new Calendar({
    today,
    chosen: fields.happenedOn,
    onPick: (day) => {
      fields.happenedOn = day;
      quick.set([day]);
      changed();
    },
  });
  const part = choiceRow({
    label: "Part of the day",
    options: choices.dayParts,
    chosen: fields.happenedPart === null ? [] : [fields.happenedPart],
    test: "day-part",
    onChange: ([id]) => {
      fields.happenedPart = /** @type {EntryFields["happenedPart"]} */ (id ?? null);
      changed();
    },
  });
  return panel(
    "When did it happen?",
    el("div", { class: "when" }, el("div", { class: "when-words" }, quick.node, part.node), calendar.node),
  );
}

/**
 * @param {string} day
 * @param {string} today
 */
function capitalDay(day, today) {
  const words = dayWords(day, today);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {PanelPorts} ports */
function feelingsPanel({ fields, choices, changed }) {
  const listed = new Set(choices.feelings.flatMap(({ names }) => names));
  const own = () => fields.feelings.filter((name) => !listed.has(name));
  const ownRow = choiceRow({
    label: "Your own words",
    options: own().map((name) => ({ id: name, label: name })),
    chosen: own(),
    test: "feeling",
    many: true,
    onChange: (chosen) => {
      fields.feelings = [...fields.feelings.filter((name) => listed.has(name)), ...chosen];
      changed();
    },
  });
  const groups = choices.feelings.map(({ label, names }) =>
    el(
      "div",
      { class: "feelings-group" },
      el("p", { class: "panel-label" }, label),
      choiceRow({
        label,
        options: names.map((name) => ({ id: name, label: name })),
        chosen: fields.feelings.filter((name) => names.includes(name)),
        test: "feeling",
        many: true,
        className: "choices-small",
        onChange: (chosen) => {
          fields.feelings = [...fields.feelings.filter((name) => !names.includes(name)), ...chosen];
          changed();
        },
      }).node,
    ),
  );
  const input = el("input", {
    type: "text",
    class: "field",
    test: "feeling-own",
    maxlength: "40",
    autocomplete: "off",
    "aria-label": "Another feeling, in your own word",
    placeholder: "In your own word",
  });
  const add = () => {
    const name = input.value.trim();
    input.value = "";
    if (name === "" || fields.feelings.includes(name)) return;
    fields.feelings = [...fields.feelings, name];
    ownRow.offer(own().map((word) => ({ id: word, label: word })));
    ownRow.set(own());
    changed();
  };
  const form = el(
    "form",
    {
      class: "inline-form",
      on: {
        submit: (event) => {
          event.preventDefault();
          add();
        },
      },
    },
    input,
    el("button", { type: "submit", class: "button" }, "Add"),
  );
  return panel("What did you feel?", el("div", { class: "feelings" }, ...groups), ownRow.node, form);
}

/** @param {PanelPorts} ports */
function distressPanel({ fields, changed }) {
  const row = choiceRow({
    label: "Distress now, from 0 to 10",
    options: Array.from({ length: 11 }, (_, level) => ({ id: String(level), label: String(level) })),
    chosen: fields.distress === null ? [] : [String(fields.distress)],
    test: "distress",
    className: "scale",
    onChange: ([level]) => {
      fields.distress = level === undefined ? null : Number(level);
      changed();
    },
  });
  return panel(
    "How upset are you right now?",
    row.node,
    el("div", { class: "scale-ends", "aria-hidden": "true" }, el("span", {}, "calm"), el("span", {}, "as bad as it gets")),
  );
}

/** @param {PanelPorts} ports */
function againPanel({ fields, earlier, reason, changed }) {
  const place = el("div", { class: "again" });
  const failed = notice();
  const lines = async () => {
    try {
      const list = await earlier();
      if (list.length === 0) {
        place.append(el("p", { class: "empty" }, "There is no earlier one yet. Once there is, you can tie this to it."));
        return;
      }
      const row = choiceRow({
        label: "The earlier one",
        options: list.map((line) => ({
          id: line.ruptureId,
          label: line.opening,
          note: [line.whenWords, listWords(line.people)].filter(Boolean).join(" · "),
        })),
        chosen: fields.thisAgain === null ? [] : [fields.thisAgain],
        test: "again",
        className: "choices-lines",
        onChange: ([id]) => {
          fields.thisAgain = id ?? null;
          changed();
        },
      });
      place.append(row.node);
    } catch (error) {
      failed.say(reason(error));
    }
  };
  void lines();
  return panel("Which one is this again?", place, failed.node);
}
