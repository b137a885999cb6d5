// Who was in it: people to press, and somebody new added in place.

import { el } from "../lib/dom.js";
import { icon } from "../lib/icons.js";
import { choiceRow } from "./choices.js";
import { notice } from "./notice.js";

/** @typedef {import("../../types/ipc.d.ts").Relationship} Relationship */
/** @typedef {import("../../types/ipc.d.ts").AgeBand} AgeBand */

/**
 * @param {import("./panels.js").PanelPorts} ports
 */
export function whoPanel({ fields, choices, people, addPerson, reason, changed }) {
  const options = () =>
    people().map((person) => ({ id: person.id, label: person.alias, note: person.relationshipWords }));
  const row = choiceRow({
    label: "People",
    options: options(),
    chosen: fields.people,
    test: "person",
    many: true,
    onChange: (chosen) => {
      fields.people = chosen;
      changed();
    },
  });
  const opener = el(
    "button",
    {
      type: "button",
      class: "choice choice-add",
      test: "add-person",
      "aria-expanded": "false",
      on: {
        click: () => {
          unfold(form.node.hidden === true);
          if (!form.node.hidden) form.focus();
        },
      },
    },
    icon("add"),
    el("span", {}, "Somebody new"),
  );
  const unfold = (/** @type {boolean} */ open) => {
    form.node.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const form = newPerson({
    choices,
    reason,
    add: async (request) => {
      const person = await addPerson(request);
      fields.people = [...fields.people, person.id];
      row.offer(options());
      row.set(fields.people);
      changed();
      unfold(people().length === 0);
      opener.focus();
    },
  });
  unfold(people().length === 0);
  opener.hidden = people().length === 0;
  return el(
    "div",
    { class: "panel-page" },
    el("p", { class: "panel-question" }, "Who was it with?"),
    el("div", { class: "who-row" }, row.node, opener),
    form.node,
  );
}

/**
 * @param {{
 *   choices: import("../../types/ipc.d.ts").Choices,
 *   reason: (error: unknown) => string,
 *   add: (request: import("../../types/ipc.d.ts").PersonAddRequest) => Promise<void>,
 * }} ports
 */
function newPerson({ choices, reason, add }) {
  /** @type {Relationship | null} */
  let relationship = null;
  /** @type {AgeBand | null} */
  let ageBand = null;
  const failed = notice("person-trouble");
  const alias = el("input", {
    type: "text",
    class: "field",
    test: "person-alias",
    maxlength: "60",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "person-trouble",
    id: "person-alias",
  });
  const ages = choiceRow({
    label: "How old?",
    options: choices.ageBands,
    chosen: [],
    test: "person-age",
    onChange: ([id]) => {
      ageBand = /** @type {AgeBand | undefined} */ (id) ?? null;
    },
  });
  const agePart = el("div", { class: "panel-part" }, el("p", { class: "panel-label" }, "How old?"), ages.node);
  agePart.hidden = true;
  const kinds = choiceRow({
    label: "Who are they to you?",
    options: choices.relationships,
    chosen: [],
    test: "person-relationship",
    className: "choices-small",
    onChange: ([id]) => {
      relationship = /** @type {Relationship | undefined} */ (id) ?? null;
      agePart.hidden = relationship !== "child";
      if (relationship !== "child") {
        ageBand = null;
        ages.set([]);
      }
    },
  });
  const send = async () => {
    failed.clear();
    const name = alias.value.trim();
    if (name === "") {
      failed.say("What do you call them? A nickname or an initial will do.");
      alias.focus();
      return;
    }
    if (relationship === null) {
      failed.say("Choose who they are to you; it decides which words fit later.");
      return;
    }
    try {
      await add({ alias: name, relationship, ageBand });
      alias.value = "";
      kinds.set([]);
      ages.set([]);
      relationship = null;
      ageBand = null;
      agePart.hidden = true;
    } catch (error) {
      failed.say(reason(error));
    }
  };
  const node = el(
    "form",
    {
      class: "new-person",
      on: {
        submit: (event) => {
          event.preventDefault();
          void send();
        },
      },
    },
    el(
      "div",
      { class: "panel-part" },
      el("label", { class: "panel-label", for: "person-alias" }, "What do you call them?"),
      alias,
    ),
    el("div", { class: "panel-part" }, el("p", { class: "panel-label" }, "Who are they to you?"), kinds.node),
    agePart,
    failed.node,
    el("button", { type: "submit", class: "button", test: "person-save" }, "Add them"),
  );
  return { node, focus: () => alias.focus() };
}
