// First run: the editor before any passphrase, then the quiet page, then the passphrase.
// What is written stands in memory only until the journal is made.

import { ask, failureOf } from "../backend.js";
import { mark } from "../components/mark.js";
import { notice } from "../components/notice.js";
import { Paper } from "../components/paper.js";
import { keyLine, passphraseField, strength } from "../components/passphrase.js";
import { el } from "../lib/dom.js";
import { isBlank } from "../lib/text.js";
import { emptyFields, loadLists, state } from "../state.js";

/** @typedef {import("../state.js").App} App */

/**
 * @param {App} app
 * @param {import("../state.js").Routes["first"]} params
 * @returns {import("../state.js").View}
 */
export function firstView(app, { step }) {
  const node = el("div", { class: "door" });
  /** @param {{ node: HTMLElement, focus: () => void }} page */
  const show = (page) => {
    node.replaceChildren(page.node);
    window.scrollTo(0, 0);
    page.focus();
  };
  const write = () => show(editorStep(think));
  const think = () => show(thinkStep({ back: write, on: choose, leave: app.hide }));
  const choose = () => show(passphraseStep(app, { back: think }));
  return { node, focus: step === "passphrase" ? choose : write };
}

/** @param {() => void} keep */
function editorStep(keep) {
  const label = () => (isBlank(state.firstText) ? "Choose a passphrase first" : "Keep it");
  const button = el("button", { type: "button", class: "button primary", test: "keep", on: { click: keep } }, label());
  const paper = new Paper({
    label: "What happened?",
    test: "first-editor",
    text: state.firstText,
    onInput: (text) => {
      state.firstText = text;
      const words = label();
      if (button.textContent !== words) button.textContent = words;
    },
  });
  paper.area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      keep();
    }
  });
  const node = el(
    "div",
    { class: "door-write" },
    el(
      "header",
      { class: "door-head" },
      mark("door-mark"),
      el(
        "div",
        {},
        el("h1", { class: "title", tabindex: "-1" }, state.todayWords),
        el("p", { class: "soft" }, "Write it the way it comes. Nobody else reads this."),
      ),
    ),
    paper.node,
    el(
      "div",
      { class: "door-foot" },
      button,
      el("p", { class: "soft small" }, "It is kept only once you choose a passphrase. Until then it stands in this window and nowhere else."),
    ),
  );
  return {
    node,
    focus: () => {
      paper.shown();
      paper.focus();
    },
  };
}

/** @param {{ back: () => void, on: () => void, leave: () => void }} ports */
function thinkStep({ back, on, leave }) {
  const title = el("h1", { class: "title", tabindex: "-1" }, "Before it is kept");
  const node = el(
    "div",
    { class: "door-page", test: "think" },
    title,
    el("p", { class: "lead" }, "Could someone check this computer, or make you open this?"),
    el(
      "p",
      {},
      "If so, a paper kept outside your home, or a device they never touch, may be safer than any app. A passphrase keeps out whoever finds the file. It does not keep out a person who stands beside you and insists.",
    ),
    el("p", {}, "If not, go on. What you wrote stays in front of you."),
    el(
      "div",
      { class: "actions" },
      el("button", { type: "button", class: "button primary", test: "understood", on: { click: on } }, "I understand, go on"),
      el("button", { type: "button", class: "button", test: "leave-now", on: { click: leave } }, "Leave now, nothing has been saved"),
    ),
    el("p", {}, el("button", { type: "button", class: "link", test: "back-to-text", on: { click: back } }, "Back to what I wrote")),
    el("p", { class: "soft small door-note" }, "Goldseam is written for adults."),
  );
  return { node, focus: () => title.focus() };
}

/**
 * @param {App} app
 * @param {{ back: () => void }} ports
 */
function passphraseStep(app, { back }) {
  const title = el("h1", { class: "title", tabindex: "-1" }, "Choose a passphrase");
  const weight = strength((passphrase) => ask("passphrase_strength", { passphrase }));
  const first = passphraseField({ label: "Passphrase", test: "passphrase", describedBy: weight.id });
  const again = passphraseField({ label: "The same once more", test: "passphrase-again" });
  const failed = notice();
  const line = keyLine("Making the key. This takes a second or two.");
  const button = el("button", { type: "submit", class: "button primary", test: "create" }, "Keep my journal with it");
  let busy = false;

  first.input.addEventListener("input", () => weight.weigh(first.input.value));

  const create = async () => {
    if (busy) return;
    failed.clear();
    busy = true;
    button.setAttribute("aria-disabled", "true");
    line.draw(true);
    try {
      const text = state.firstText;
      const saved = await ask("create", {
        passphrase: first.input.value,
        repeat: again.input.value,
        fields: isBlank(text) ? null : { ...emptyFields(), text },
      });
      // From here on the text is on disk; a failure to show the next screen must not ask for it again.
      state.firstText = "";
      await loadLists();
      if (saved === null) await app.go("today", {});
      else if (saved.openNotes) await app.go("notes", { entryId: saved.entryId, justSaved: saved });
      else await app.go("saved", { saved });
    } catch (error) {
      const failure = failureOf(error);
      failed.say(failure.message);
      if (failure.code === "passphrase") {
        first.input.focus();
        first.input.select();
      }
    } finally {
      busy = false;
      button.removeAttribute("aria-disabled");
      line.draw(false);
    }
  };

  const node = el(
    "form",
    {
      class: "door-page",
      on: {
        submit: (event) => {
          event.preventDefault();
          void create();
        },
      },
    },
    title,
    el("p", { class: "lead" }, "Four or five words that have nothing to do with each other are easy to keep and hard to guess. Not a name, a date or a saying somebody knows you by."),
    first.node,
    weight.node,
    again.node,
    el(
      "section",
      { class: "plain-words", "aria-labelledby": "cannot" },
      el("h2", { id: "cannot", class: "plain-head" }, "What it can’t do"),
      el(
        "ul",
        {},
        el("li", {}, "Without the passphrase there is no way back in yet, not for you and not for us. Nobody can reset it."),
        el("li", {}, "It can’t stop a program that records keys, somebody who makes you open it, or an administrator of this computer."),
        el("li", {}, "It can’t stop a look over your shoulder. Escape twice, or “Hide”, locks and closes at once."),
      ),
    ),
    failed.node,
    el(
      "div",
      { class: "actions" },
      button,
      el("button", { type: "button", class: "link", on: { click: back } }, "Back"),
    ),
    line.node,
  );
  return { node, focus: () => first.input.focus() };
}
