// One note in the margin: what was found, why, and the writer's word on it.

import { el } from "../lib/dom.js";
import { verdictsFor } from "../lib/findings.js";
import { icon } from "../lib/icons.js";

/** @typedef {import("../../types/ipc.d.ts").FindingView} FindingView */
/** @typedef {import("../../types/ipc.d.ts").Verdict} Verdict */

/**
 * @param {FindingView} finding
 * @param {{
 *   verdict: (verdict: Verdict | null) => void,
 *   remove: () => void,
 *   card: () => void,
 *   join: (on: boolean) => void,
 * }} ports
 */
export function findingNote(finding, { verdict, remove, card, join }) {
  const word = (/** @type {{ id: Verdict, test: string, label: string }} */ { id, test, label }) =>
    el(
      "button",
      {
        type: "button",
        class: "verdict",
        test,
        "aria-pressed": finding.verdict === id,
        on: { click: () => verdict(finding.verdict === id ? null : id) },
      },
      icon("check"),
      el("span", {}, label),
    );
  return el(
    "article",
    {
      class: "note",
      role: "listitem",
      test: "finding",
      data: {
        kind: finding.kind,
        group: finding.group,
        finding: finding.id,
        counted: String(finding.counted),
        held: finding.heldBack ? "true" : null,
      },
      on: {
        mouseenter: () => join(true),
        mouseleave: () => join(false),
        focusin: () => join(true),
        focusout: () => join(false),
      },
    },
    el("h2", { class: "note-title" }, finding.title),
    el("p", { class: "note-sentence" }, finding.sentence),
    el("p", { class: "note-why" }, finding.why),
    el("div", { class: "verdicts", role: "group", "aria-label": "Is that right?" }, ...verdictsFor(finding).map(word)),
    el(
      "p",
      { class: "note-more-of" },
      el("button", { type: "button", class: "link", test: "card-open", on: { click: card } }, "About this"),
      finding.added ? el("button", { type: "button", class: "link", test: "finding-remove", on: { click: remove } }, "Take it out") : null,
    ),
  );
}
