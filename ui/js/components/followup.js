// The two halves of a follow-up: when to ask, and how it went.

import { el, fill, uniqueId } from "../lib/dom.js";
import { choiceRow, toggle } from "./choices.js";
import { notice } from "./notice.js";

/** @typedef {import("../../types/ipc.d.ts").FollowUpView} FollowUpView */
/** @typedef {{ option: string | null, notifications: boolean, background: boolean }} FollowUpChoice */

/**
 * "When shall I ask how it went?"
 * @param {import("../../types/ipc.d.ts").FollowUpOffer} offer
 * @param {{
 *   choose: (choice: FollowUpChoice) => Promise<FollowUpView | null>,
 *   reason: (error: unknown) => string,
 *   chosen?: (followUp: FollowUpView | null) => void,
 * }} ports
 */
export function followUpOffer(offer, { choose, reason, chosen }) {
  const id = uniqueId("ask");
  const failed = notice();
  let { notifications, background } = offer;
  let option = offer.suggested;

  const whenWords = el("p", { class: "soft small ask-when", "aria-live": "polite" });
  const showWhen = () => {
    whenWords.textContent = offer.options.find((one) => one.id === option)?.whenWords ?? "";
  };
  const options = choiceRow({
    label: "When to ask",
    options: offer.options.map(({ id: one, label }) => ({
      id: one,
      label,
      note: one === offer.suggested ? "suggested" : "",
    })),
    chosen: option === null ? [] : [option],
    test: "follow-up-option",
    keep: true,
    onChange: ([one]) => {
      option = one ?? null;
      showWhen();
    },
  });
  showWhen();

  const send = async (/** @type {string | null} */ one) => {
    failed.clear();
    try {
      const followUp = await choose({ option: one, notifications, background });
      fill(
        node,
        el(
          "p",
          { class: "ask-done", role: "status", test: "follow-up-chosen", tabindex: "-1" },
          followUp ? `I will ask on ${followUp.whenWords}.` : "Then I won’t ask about this one.",
        ),
      );
      /** @type {HTMLElement | null} */ (node.firstElementChild)?.focus();
      chosen?.(followUp);
    } catch (error) {
      failed.say(reason(error));
    }
  };

  const node = el(
    "section",
    { class: "ask", "aria-labelledby": id, test: "follow-up-offer" },
    el("h2", { id, class: "section-head" }, "When shall I ask how it went?"),
    offer.reason === "" ? null : el("p", { class: "soft" }, offer.reason),
    options.node,
    whenWords,
    el(
      "div",
      { class: "ask-how" },
      toggle({
        label: "Show a short notification",
        note: "It says only that there is something to look at. Never a name, never a word of yours.",
        on: notifications,
        test: "allow-notifications",
        onChange: (on) => {
          notifications = on;
        },
      }).node,
      toggle({
        label: "Wait, locked, after the window is closed",
        note: "Otherwise I ask the next time you open the journal.",
        on: background,
        test: "allow-background",
        onChange: (on) => {
          background = on;
        },
      }).node,
    ),
    el(
      "div",
      { class: "actions" },
      el("button", { type: "button", class: "button", test: "follow-up-choose", on: { click: () => void send(option) } }, "Ask me then"),
      el("button", { type: "button", class: "quiet", test: "follow-up-never", on: { click: () => void send(null) } }, "Never about this one"),
    ),
    failed.node,
  );
  return node;
}

/**
 * "How did it go?": better, the same, worse; a line; what became of it.
 * @param {FollowUpView} followUp
 * @param {import("../../types/ipc.d.ts").Choice[]} states
 * @param {import("../../types/ipc.d.ts").RepairState | null} state
 * @param {{
 *   answer: (request: import("../../types/ipc.d.ts").FollowUpAnswerRequest) => Promise<void>,
 *   snooze: (stop: boolean) => Promise<void>,
 *   reason: (error: unknown) => string,
 * }} ports
 */
export function followUpAnswer(followUp, states, state, { answer, snooze, reason }) {
  const headId = uniqueId("went");
  const noteId = uniqueId("note");
  const failed = notice();
  /** @type {import("../../types/ipc.d.ts").Outcome | null} */
  let outcome = null;
  let became = state;

  const rest = el("div", { class: "answer-rest" });
  rest.hidden = true;
  const outcomes = choiceRow({
    label: "How did it go?",
    options: [
      { id: "better", label: "Better" },
      { id: "same", label: "The same" },
      { id: "worse", label: "Worse" },
    ],
    chosen: [],
    test: (id) => `outcome-${id}`,
    keep: true,
    className: "choices-large",
    onChange: ([one]) => {
      outcome = /** @type {typeof outcome} */ (one ?? null);
      rest.hidden = false;
    },
  });
  const note = el("textarea", { id: noteId, class: "field field-wide", rows: "2", maxlength: "2000", test: "outcome-note", spellcheck: "true" });
  const stateRow = choiceRow({
    label: "What became of it?",
    options: states,
    chosen: state === null ? [] : [state],
    test: (id) => `answer-state-${id}`,
    keep: true,
    onChange: ([one]) => {
      became = /** @type {typeof became} */ (one ?? null);
    },
  });
  const attempt = async (/** @type {() => Promise<void>} */ act) => {
    failed.clear();
    try {
      await act();
    } catch (error) {
      failed.say(reason(error));
    }
  };
  const keep = () =>
    attempt(async () => {
      if (outcome === null) return;
      await answer({
        followUpId: followUp.id,
        outcome,
        note: note.value.trim(),
        state: became === state ? null : became,
      });
    });
  fill(
    rest,
    el("label", { class: "panel-label", for: noteId }, "A line about it, if you like"),
    note,
    el("p", { class: "panel-label" }, "What became of it?"),
    stateRow.node,
    el("div", { class: "actions" }, el("button", { type: "button", class: "button primary", test: "answer", on: { click: () => void keep() } }, "Keep that")),
  );
  return el(
    "section",
    { class: "answer", "aria-labelledby": headId, test: "follow-up-answer" },
    el("h2", { id: headId, class: "section-head" }, "You asked me to ask: how did it go?"),
    outcomes.node,
    rest,
    failed.node,
    el(
      "div",
      { class: "actions actions-quiet" },
      el("button", { type: "button", class: "quiet", test: "snooze", on: { click: () => void attempt(() => snooze(false)) } }, "Ask me tomorrow"),
      el("button", { type: "button", class: "quiet", test: "stop-asking", on: { click: () => void attempt(() => snooze(true)) } }, "Don’t ask again"),
    ),
  );
}
