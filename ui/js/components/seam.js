// The seam down the page: what became of it, what was asked, the earlier one. It turns from grey to
// gold as it is closed, whatever the ending.

import { el, uniqueId } from "../lib/dom.js";
import { choiceRow } from "./choices.js";
import { isClosed, ruptureLines } from "./lines.js";
import { notice } from "./notice.js";

/** @typedef {import("../../types/ipc.d.ts").RepairState} RepairState */
/** @typedef {import("../../types/ipc.d.ts").FollowUpView} FollowUpView */
/** @typedef {import("../../types/ipc.d.ts").RuptureLine} RuptureLine */

/** How it went, in words. */
const WENT = { better: "Better", same: "The same", worse: "Worse" };

/**
 * @param {{
 *   state: RepairState | null,
 *   states: import("../../types/ipc.d.ts").Choice[],
 *   followUps: FollowUpView[],
 *   earlier: RuptureLine | null,
 *   later?: RuptureLine[],
 *   setState: (state: RepairState) => Promise<void>,
 *   open: (ruptureId: string) => void,
 *   reason: (error: unknown) => string,
 *   more?: Node | null,
 *   asked?: boolean,
 * }} given `asked`: what became of it is being asked above, and stands there only
 */
export function seamOf({ state, states, followUps, earlier, later, setState, open, reason, more, asked }) {
  const id = uniqueId("became");
  const failed = notice();
  const node = el("section", { class: "seam", "aria-labelledby": id, test: "seam" });
  const mend = (/** @type {RepairState | null} */ now) => {
    node.dataset["closed"] = String(isClosed(now));
  };
  mend(state);
  let known = state;
  const row = choiceRow({
    label: "What became of it?",
    options: states,
    chosen: state === null ? [] : [state],
    test: (one) => `state-${one}`,
    keep: true,
    onChange: ([one]) => {
      const wanted = /** @type {RepairState} */ (one);
      failed.clear();
      setState(wanted).then(
        () => {
          known = wanted;
          mend(wanted);
        },
        (error) => {
          row.set(known === null ? [] : [known]);
          failed.say(reason(error));
        },
      );
    },
  });
  const part = (/** @type {string} */ head, /** @type {Node} */ content) =>
    el("div", { class: "seam-part" }, el("h2", { class: "section-head" }, head), content);
  const became = el("div", { class: "seam-part" }, el("h2", { id, class: "section-head" }, "What became of it?"), row.node, failed.node);
  became.hidden = asked === true;
  node.append(became);
  if (more) node.append(el("div", { class: "seam-part" }, more));
  if (followUps.length > 0) node.append(part("How it went", el("ul", { class: "went" }, ...followUps.map(went))));
  if (earlier) node.append(part("This again", ruptureLines([earlier], (line) => open(line.ruptureId))));
  if (later && later.length > 0) node.append(part("It came up again", ruptureLines(later, (line) => open(line.ruptureId))));
  return node;
}

/** @param {FollowUpView} followUp */
function went(followUp) {
  const { outcome } = followUp;
  return el(
    "li",
    { class: "went-line", test: "went" },
    el("span", { class: "went-when soft small" }, followUp.whenWords),
    el("span", { class: "went-how" }, outcome === null ? (followUp.due ? "It is time to ask." : "I will ask then.") : WENT[outcome]),
    followUp.note === "" ? null : el("span", { class: "went-note" }, followUp.note),
  );
}
