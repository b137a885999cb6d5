// One rupture: how it went if that was to be asked, what tells it, what became of it, what it repeats.

import { ask, failureOf } from "../backend.js";
import { followUpAnswer, followUpOffer } from "../components/followup.js";
import { spaced } from "../components/lines.js";
import { notice } from "../components/notice.js";
import { seamOf } from "../components/seam.js";
import { el } from "../lib/dom.js";
import { listWords } from "../lib/text.js";
import { state } from "../state.js";

/** @typedef {import("../../types/ipc.d.ts").EntryLine} EntryLine */

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["rupture"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function ruptureView(app, { ruptureId }) {
  const [page, offer] = await Promise.all([ask("rupture_open", { ruptureId }), ask("follow_up_offer", { ruptureId })]);
  const again = () => app.go("rupture", { ruptureId });
  const reason = (/** @type {unknown} */ error) => failureOf(error).message;
  const due = page.followUps.find((followUp) => followUp.due);
  const planned = page.followUps.find((followUp) => followUp.outcome === null && !followUp.due);
  const first = page.entries[0];
  const failed = notice();

  const answer = due
    ? followUpAnswer(due, state.choices.states, page.state, {
        answer: async (request) => {
          await ask("follow_up_answer", request);
          await again();
        },
        snooze: async (stop) => {
          await ask("follow_up_snooze", { followUpId: due.id, stop });
          await again();
        },
        reason,
      })
    : null;
  const askLater =
    offer.offered && !due && !planned
      ? followUpOffer(offer, { choose: (choice) => ask("follow_up_choose", { ruptureId, ...choice }), reason })
      : null;

  const node = el(
    "div",
    { class: "page page-rupture", test: "rupture-page" },
    el(
      "header",
      { class: "page-head" },
      el("h1", { class: "title title-words" }, first?.opening ?? "This one"),
      first ? el("p", { class: "soft small" }, [first.whenWords, first.people.length > 0 ? `with ${listWords(first.people)}` : ""].filter(Boolean).join(" · ")) : null,
    ),
    answer,
    el(
      "section",
      { class: "quiet-section" },
      el("h2", { class: "section-head" }, page.entries.length === 1 ? "What you wrote" : "What you wrote about it"),
      el("ul", { class: "lines" }, ...page.entries.map((entry) => el("li", {}, entryLine(entry, () => void app.go("entry", { entryId: entry.entryId }))))),
      el(
        "p",
        {},
        el(
          "button",
          { type: "button", class: "link", test: "write-more", on: { click: () => void app.go("today", { continues: ruptureId }) } },
          "Write more about this one",
        ),
      ),
    ),
    failed.node,
    page.resting
      ? null
      : seamOf({
          state: page.state,
          states: state.choices.states,
          followUps: page.followUps.filter((followUp) => followUp !== due),
          earlier: page.earlier,
          later: page.later,
          asked: due !== undefined,
          setState: async (wanted) => {
            await ask("rupture_set_state", { ruptureId, state: wanted });
          },
          open: (id) => void app.go("rupture", { ruptureId: id }),
          reason,
        }),
    askLater,
  );
  return { node };
}

/**
 * @param {EntryLine} entry
 * @param {() => void} open
 */
export function entryLine(entry, open) {
  return el(
    "button",
    { type: "button", class: "line", test: "journal-row", data: { entry: entry.entryId }, on: { click: open } },
    el("span", { class: "line-opening" }, entry.opening),
    el("span", { class: "line-under" }, ...spaced([entry.whenWords, entry.people.length > 0 ? `with ${listWords(entry.people)}` : ""])),
  );
}
