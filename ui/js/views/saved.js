// "It's down.": three ways on, and last, if one likes, when to be asked how it went.

import { ask, failureOf } from "../backend.js";
import { followUpOffer } from "../components/followup.js";
import { el } from "../lib/dom.js";

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["saved"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function savedView(app, { saved }) {
  const offer = saved.ruptureId === null ? null : await ask("follow_up_offer", { ruptureId: saved.ruptureId });

  const ways = [
    {
      test: "saved-see",
      label: "See how I responded",
      note: "Your own sentences, and whether I read them right.",
      go: () => void app.go("entry", { entryId: saved.entryId }),
    },
    {
      test: "saved-tomorrow",
      label: "Tomorrow",
      note: "Nothing has to be said tonight. It will be here.",
      go: () => {
        void app.go("today", {});
        app.toast("It will be here tomorrow.");
      },
    },
    {
      test: "saved-enough",
      label: "Enough",
      note: "Writing it down was the whole of it.",
      go: () => void app.go("today", {}),
    },
  ];
  const first = saved.suggestTomorrow ? "saved-tomorrow" : "saved-see";
  const buttons = ways.map(({ test, label, note, go }) =>
    el(
      "button",
      {
        type: "button",
        class: test === first ? "way way-first" : "way",
        test,
        data: { first: test === first ? "true" : null },
        on: { click: go },
      },
      el("span", { class: "way-label" }, label),
      el("span", { class: "way-note" }, note),
    ),
  );

  const node = el(
    "div",
    { class: "page page-saved", test: "saved" },
    el("h1", { class: "title" }, "It’s down."),
    el("p", { class: "lead" }, "Nothing more is needed."),
    el("div", { class: "ways" }, ...buttons),
    el(
      "p",
      {},
      el(
        "button",
        {
          type: "button",
          class: "link",
          test: "add-who-when",
          on: { click: () => void app.go("write", { entryId: saved.entryId, panel: "who" }) },
        },
        "Add who it was with and when",
      ),
    ),
    offer?.offered
      ? followUpOffer(offer, {
          choose: async (choice) => {
            const ruptureId = /** @type {string} */ (saved.ruptureId);
            return ask("follow_up_choose", { ruptureId, ...choice });
          },
          reason: (error) => failureOf(error).message,
        })
      : null,
  );
  return { node };
}
