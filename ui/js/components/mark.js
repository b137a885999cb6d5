// The mark: a bowl with one gold seam.

import { svg } from "../lib/dom.js";

/** @param {string} className */
export function mark(className) {
  return svg(
    "svg",
    { class: `mark ${className}`, viewBox: "0 0 96 68", "aria-hidden": "true", focusable: "false" },
    svg("path", { class: "mark-bowl", d: "M6 16c0 28 17 46 42 46s42-18 42-46" }),
    svg("ellipse", { class: "mark-rim", cx: 48, cy: 16, rx: 42, ry: 10 }),
    svg("path", { class: "mark-seam", pathLength: 100, d: "M57 25.8l-4 8.2 6.5 6.5-5.5 7.5 5 5.5-2 7.6" }),
  );
}
