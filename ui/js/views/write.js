// Changing an entry: the same writer, holding what is saved or the change that was begun.

import { ask, failureOf } from "../backend.js";
import { Writer } from "../components/writer.js";
import { el, fill } from "../lib/dom.js";
import { knowPerson, state } from "../state.js";

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["write"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function writeView(app, { entryId, panel }) {
  const [entry, draft] = await Promise.all([ask("entry_open", { entryId }), ask("draft_load", { entryId })]);

  const writer = new Writer({
    label: "What happened?",
    saveLabel: "Save the change",
    test: "editor",
    fields: draft?.fields ?? entry.fields,
    always: true,
    choices: state.choices,
    today: state.today,
    people: () => state.people,
    addPerson: async (request) => {
      const person = await ask("person_add", request);
      knowPerson(person);
      return person;
    },
    // An entry is never "this again" to its own rupture.
    earlier: async () => (await ask("ruptures_earlier", null)).filter((line) => line.ruptureId !== entry.ruptureId),
    keepDraft: async (fields) => (await ask("draft_save", { entryId, fields })).words,
    save: async (fields) => {
      const saved = await ask("entry_save", { entryId, fields });
      app.announce("Saved.");
      if (saved.openNotes) await app.go("notes", { entryId, justSaved: saved });
      else await app.go("entry", { entryId });
    },
    reason: (error) => failureOf(error).message,
    announce: app.announce,
  });

  const leave = async () => {
    const before = writer.fields;
    await writer.flush();
    await ask("draft_discard", { entryId });
    writer.stop();
    await app.go("entry", { entryId });
    if (JSON.stringify(before) === JSON.stringify(entry.fields)) return;
    app.toast("The change was dropped.", {
      label: "Undo",
      run: () => {
        ask("draft_save", { entryId, fields: before }).then(
          () => app.go("write", { entryId }),
          (error) => app.toast(failureOf(error).message),
        );
      },
    });
  };

  const begun = el("div", { class: "draft-left" });
  if (draft) {
    fill(begun, offer(writer, { saved: entry.fields, begun: draft.fields, words: draft.savedWords }));
  }

  const node = el(
    "div",
    { class: "page page-today" },
    el(
      "header",
      { class: "page-head page-head-row" },
      el("h1", { class: "title title-small" }, entry.happenedWords),
      el("button", { type: "button", class: "quiet", test: "drop-change", on: { click: () => void leave() } }, "Leave it as it was"),
    ),
    begun,
    writer.node,
  );

  return {
    node,
    focus: () => {
      if (panel) writer.unfold(panel);
      else writer.focus();
    },
    shown: () => writer.shown(),
    flush: () => writer.flush(),
    unsaved: () => (writer.unsaved ? { entryId, fields: writer.unsaved } : null),
    gone: () => writer.stop(),
  };
}

/**
 * A change that was begun and never saved: it stands in the editor, and either wording can be put back
 * until one of them is saved.
 * @param {Writer} writer
 * @param {{
 *   saved: import("../../types/ipc.d.ts").EntryFields,
 *   begun: import("../../types/ipc.d.ts").EntryFields,
 *   words: string,
 * }} given
 */
function offer(writer, { saved, begun, words }) {
  let change = begun;
  let showsChange = true;
  const said = el("span", {});
  const button = el("button", {
    type: "button",
    class: "link",
    test: "draft-offer",
    on: {
      click: () => {
        if (showsChange) change = writer.fields;
        showsChange = !showsChange;
        writer.replace(showsChange ? change : saved);
        show();
        writer.focus();
      },
    },
  });
  const show = () => {
    said.textContent = showsChange ? `This is the change you had begun ${words}. ` : "This is what is saved. ";
    button.textContent = showsChange ? "Show what is saved" : "Go on with the change";
  };
  show();
  return el("p", { class: "soft small", test: "draft-continues" }, said, button);
}
