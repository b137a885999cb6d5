// The quiet page: looks like any other, says little, and leads on to people who can help.

import { ask, failureOf } from "../backend.js";
import { notice } from "../components/notice.js";
import { hideButton } from "../components/rail.js";
import { el } from "../lib/dom.js";
import { knowPerson } from "../state.js";

/** @typedef {import("../../types/ipc.d.ts").NotesPage} NotesPage */

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["notes"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function notesView(app, { entryId, justSaved }) {
  const page = await ask("notes", { entryId });
  const failed = notice();
  const attempt = async (/** @type {() => Promise<void>} */ act) => {
    failed.clear();
    try {
      await act();
    } catch (error) {
      failed.say(failureOf(error).message);
    }
  };
  const free = () =>
    attempt(async () => {
      await ask("entry_free", { entryId });
      await app.go("entry", { entryId });
    });
  const freePerson = (/** @type {string} */ personId) =>
    attempt(async () => {
      knowPerson(await ask("person_free", { personId }));
      await app.go("notes", { entryId });
    });

  const node = el(
    "div",
    { class: "page page-notes", test: "notes-page" },
    el("header", { class: "page-head page-head-row" }, el("h1", { class: "title" }, page.title), hideButton(app.hide, "quiet", "notes-hide")),
    justSaved ? el("p", { class: "soft" }, "It’s down. Your words are kept.") : null,
    ...page.sections.map(({ id, heading, paragraphs }) =>
      el(
        "section",
        { class: "notes-section", data: { section: id } },
        el("h2", { class: "section-head" }, heading),
        ...paragraphs.map((words) => el("p", {}, words)),
      ),
    ),
    lines(page),
    el(
      "section",
      { class: "notes-section notes-ways" },
      page.canFreeEntry
        ? el(
            "div",
            {},
            el("p", { class: "soft" }, "I may have read this wrongly. You know what happened."),
            el("button", { type: "button", class: "quiet", test: "notes-free", on: { click: () => void free() } }, "This isn’t that"),
          )
        : null,
      ...page.restingPeople.map(({ id, alias }) =>
        el(
          "div",
          {},
          el("p", { class: "soft" }, `Nothing is asked or counted about ${alias} for now.`),
          el(
            "button",
            { type: "button", class: "quiet", test: "free-person", data: { person: id }, on: { click: () => void freePerson(id) } },
            `Treat ${alias} like anybody else again`,
          ),
        ),
      ),
      el(
        "p",
        {},
        el(
          "button",
          { type: "button", class: "button", test: "notes-back", on: { click: () => void app.go("entry", { entryId }) } },
          "Back to what I wrote",
        ),
      ),
      failed.node,
    ),
  );
  return { node };
}

/** @param {NotesPage} page */
function lines(page) {
  if (page.lines.length === 0) return null;
  const countries = [...new Set(page.lines.map(({ country }) => country))];
  return el(
    "section",
    { class: "notes-section" },
    el("h2", { class: "section-head" }, "Numbers"),
    ...countries.map((country) =>
      el(
        "div",
        { class: "notes-country" },
        el("h3", { class: "card-head" }, country),
        el(
          "ul",
          { class: "notes-lines" },
          ...page.lines
            .filter((line) => line.country === country)
            .map((line) =>
              el(
                "li",
                {},
                el("span", { class: "notes-number" }, line.number),
                el("span", {}, `${line.name}. ${line.about}`),
                el("span", { class: "soft small" }, line.checked),
              ),
            ),
        ),
      ),
    ),
  );
}
