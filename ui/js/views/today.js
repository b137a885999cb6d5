// Today: the date, "What happened?" which is the editor, what is still open, what one asked to be asked.

import { ask, failureOf } from "../backend.js";
import { ruptureLines } from "../components/lines.js";
import { Writer } from "../components/writer.js";
import { el, fill } from "../lib/dom.js";
import { emptyFields, knowPerson, state } from "../state.js";

/** @typedef {import("../../types/ipc.d.ts").Today} Today */
/** @typedef {import("../../types/ipc.d.ts").EntryFields} EntryFields */

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["today"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function todayView(app, params) {
  const today = params.today ?? (await ask("today", null));
  state.todayWords = today.dateWords;

  const fields = today.draft?.fields ?? emptyFields();
  if (params.continues) fields.continues = params.continues;

  const writer = new Writer({
    label: "What happened?",
    saveLabel: "Save",
    test: "editor",
    fields,
    choices: state.choices,
    today: state.today,
    people: () => state.people,
    addPerson: async (request) => {
      const person = await ask("person_add", request);
      knowPerson(person);
      return person;
    },
    earlier: () => ask("ruptures_earlier", null),
    keepDraft: async (fields) => (await ask("draft_save", { entryId: null, fields })).words,
    save: async (fields) => {
      const saved = await ask("entry_save", { entryId: null, fields });
      if (saved.openNotes) await app.go("notes", { entryId: saved.entryId, justSaved: saved });
      else await app.go("saved", { saved });
    },
    reason: (error) => failureOf(error).message,
    announce: app.announce,
  });

  const left = el("div", { class: "draft-left" });
  if (today.draft) fill(left, draftLeft(app, writer, today.draft, () => left.replaceChildren()));

  const below = el("div", { class: "today-below" });
  const show = (/** @type {Today} */ page) => {
    fill(
      below,
      page.plain || page.due.length === 0 ? null : dueSection(app, page.due),
      page.plain || page.stillOpen.length === 0
        ? null
        : el(
            "section",
            { class: "quiet-section", "aria-labelledby": "still-open", test: "still-open" },
            el("h2", { id: "still-open", class: "section-head" }, "Still open"),
            ruptureLines(page.stillOpen, (line) => void app.go("rupture", { ruptureId: line.ruptureId })),
          ),
    );
  };
  show(today);

  const node = el(
    "div",
    { class: "page page-today" },
    el("header", { class: "page-head" }, el("h1", { class: "title", test: "today-date" }, today.dateWords)),
    left,
    fields.continues ? goesOn(app, writer) : null,
    el("div", { test: "today-write" }, writer.node),
    below,
  );

  return {
    node,
    focus: () => writer.focus(),
    shown: () => writer.shown(),
    flush: () => writer.flush(),
    unsaved: () => (writer.unsaved ? { entryId: null, fields: writer.unsaved } : null),
    gone: () => writer.stop(),
    due: () => {
      // Only what stands below is drawn again: the editor keeps its words and its caret.
      ask("today", null).then(show, () => undefined);
    },
  };
}

/**
 * What is written now tells more of an earlier one, unless one says otherwise.
 * @param {import("../state.js").App} app
 * @param {Writer} writer
 */
function goesOn(app, writer) {
  const node = el("p", { class: "soft small", test: "goes-on" }, "This tells more of an earlier one. ");
  const part = () => {
    writer.replace({ ...writer.fields, continues: null });
    node.remove();
    app.announce("It is one of its own now.");
    writer.focus();
  };
  node.append(el("button", { type: "button", class: "link", test: "goes-on-not", on: { click: part } }, "Make it one of its own"));
  return node;
}

/**
 * @param {import("../state.js").App} app
 * @param {import("../../types/ipc.d.ts").FollowUpView[]} due
 */
function dueSection(app, due) {
  return el(
    "section",
    { class: "quiet-section", "aria-labelledby": "due", test: "due" },
    el("h2", { id: "due", class: "section-head" }, "You asked me to ask"),
    el(
      "ul",
      { class: "lines" },
      ...due.map((followUp) =>
        el(
          "li",
          {},
          el(
            "button",
            {
              type: "button",
              class: "line",
              test: "due-row",
              data: { rupture: followUp.ruptureId },
              on: { click: () => void app.go("rupture", { ruptureId: followUp.ruptureId }) },
            },
            el("span", { class: "line-opening" }, followUp.opening),
            el("span", { class: "line-under" }, "How did it go?"),
          ),
        ),
      ),
    ),
  );
}

/**
 * @param {import("../state.js").App} app
 * @param {Writer} writer
 * @param {import("../../types/ipc.d.ts").Draft} draft
 * @param {() => void} gone
 */
function draftLeft(app, writer, draft, gone) {
  const aside = async () => {
    const kept = writer.fields;
    writer.replace(emptyFields());
    await writer.flush();
    await ask("draft_discard", { entryId: null });
    writer.whisper("");
    gone();
    app.toast("Set aside.", {
      label: "Undo",
      run: () => {
        writer.replace(kept);
        writer.focus();
      },
    });
    writer.focus();
  };
  return el(
    "p",
    { class: "soft small", test: "draft-continues" },
    `You had begun this ${draft.savedWords}. `,
    el("button", { type: "button", class: "link", test: "draft-discard", on: { click: () => void aside() } }, "Set it aside"),
  );
}
