// The lock screen: one field, one button; and in its place what is wrong when the journal cannot be opened.

import { ask, failureOf } from "../backend.js";
import { mark } from "../components/mark.js";
import { notice } from "../components/notice.js";
import { keyLine, passphraseField } from "../components/passphrase.js";
import { el, fill } from "../lib/dom.js";
import { loadLists, state } from "../state.js";

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["unlock"]} params
 * @returns {import("../state.js").View}
 */
export function unlockView(app, { failure }) {
  const node = el("div", { class: "door door-lock" });
  if (failure) {
    fill(node, cannotOpen(app, failure));
    return { node };
  }
  const failed = notice("unlock-trouble");
  const field = passphraseField({ label: "Passphrase", test: "unlock-passphrase", describedBy: "unlock-trouble" });
  const button = el("button", { type: "submit", class: "button primary", test: "unlock" }, "Open");
  const line = keyLine("Opening.");
  let busy = false;

  const open = async () => {
    if (busy) return;
    failed.clear();
    if (field.input.value === "") {
      field.input.focus();
      return;
    }
    busy = true;
    node.classList.add("opening");
    button.setAttribute("aria-disabled", "true");
    line.draw(true);
    try {
      const today = await ask("unlock", { passphrase: field.input.value });
      field.input.value = "";
      await loadLists();
      if (state.carried) {
        const { entryId, fields } = state.carried;
        await ask("draft_save", { entryId, fields });
        state.carried = null;
        if (entryId === null) await app.go("today", {});
        else await app.go("write", { entryId });
      } else if (today.openRupture !== null) {
        await app.go("rupture", { ruptureId: today.openRupture });
      } else {
        await app.go("today", { today });
      }
    } catch (error) {
      const told = failureOf(error);
      if (told.code === "damaged") {
        fill(node, cannotOpen(app, told));
        return;
      }
      failed.say(told.message);
      field.input.focus();
      field.input.select();
    } finally {
      busy = false;
      node.classList.remove("opening");
      button.removeAttribute("aria-disabled");
      line.draw(false);
    }
  };

  const form = el(
    "form",
    {
      class: "lock-form",
      on: {
        submit: (event) => {
          event.preventDefault();
          void open();
        },
      },
    },
    field.node,
    failed.node,
    button,
    line.node,
  );
  fill(
    node,
    el(
      "div",
      { class: "lock-page" },
      mark("lock-mark"),
      el("h1", { class: "unseen" }, "Open Goldseam"),
      form,
      el(
        "details",
        { class: "trouble", test: "trouble" },
        el("summary", {}, "Trouble getting in?"),
        el(
          "div",
          { class: "trouble-words" },
          el("p", {}, "Look whether Caps Lock is on, and whether the keyboard is set to the layout you chose the passphrase with. “Show” lets you read what you type."),
          el("p", {}, "Capitals, spaces and hyphens count. There is no limit to how often you can try."),
          el("p", {}, "Nobody can reset the passphrase or look it up: it is stored nowhere, and nothing leaves this computer."),
        ),
      ),
    ),
  );
  return { node, focus: field.input };
}

/**
 * @param {import("../state.js").App} app
 * @param {import("../../types/ipc.d.ts").Failure} failure
 */
function cannotOpen(app, failure) {
  const damaged = failure.code === "damaged";
  return el(
    "div",
    { class: "door-page", test: damaged ? "damaged" : "cannot-open" },
    el("h1", { class: "title" }, damaged ? "The journal can’t be read" : "Not this time"),
    el("p", { class: "lead", role: "alert", test: "error" }, failure.message),
    damaged
      ? el("p", {}, "It is not your passphrase. The file was left exactly as it is; a copy of the folder, made now, keeps every chance of reading it later.")
      : null,
    el(
      "div",
      { class: "actions" },
      el("button", { type: "button", class: "button", on: { click: () => void app.go("unlock", {}) } }, "Try again"),
      el("button", { type: "button", class: "button", test: "quit", on: { click: app.hide } }, "Close Goldseam"),
    ),
  );
}
