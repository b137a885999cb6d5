// The rail at the side (a bar on narrow windows): where one can go, and the way out at its foot.

import { el } from "../lib/dom.js";
import { icon } from "../lib/icons.js";
import { mark } from "./mark.js";

/** @typedef {"today" | "journal" | "patterns" | "settings"} Place */

/** @type {Array<{ place: Place, label: string, foot?: boolean }>} */
const PLACES = [
  { place: "today", label: "Today" },
  { place: "journal", label: "Journal" },
  { place: "patterns", label: "Patterns" },
  { place: "settings", label: "Settings", foot: true },
];

/**
 * @param {{ go: (place: Place) => void, hide: () => void }} ports
 */
export function rail({ go, hide }) {
  /** @type {Map<Place, HTMLButtonElement>} */
  const buttons = new Map();
  for (const { place, label } of PLACES) {
    buttons.set(
      place,
      el(
        "button",
        { type: "button", class: "rail-place", test: `nav-${place}`, on: { click: () => go(place) } },
        icon(place),
        el("span", {}, label),
      ),
    );
  }
  const items = (/** @type {boolean} */ foot) =>
    PLACES.filter((entry) => Boolean(entry.foot) === foot).map(({ place }) => el("li", {}, buttons.get(place)));

  // While earlier entries are read again after an unlock: seen, not announced at every step.
  const reading = el("p", { class: "rail-reading", test: "reading-again", hidden: true });

  const node = el(
    "nav",
    { class: "rail", "aria-label": "Goldseam" },
    el("div", { class: "rail-mark" }, mark("rail-bowl")),
    el("ul", { class: "rail-list" }, ...items(false)),
    reading,
    el(
      "ul",
      { class: "rail-list rail-foot" },
      ...items(true),
      el("li", {}, hideButton(hide, "rail-place", "hide")),
    ),
  );

  return {
    node,
    /** @param {string | null} words */
    tell(words) {
      reading.textContent = words ?? "";
      reading.hidden = words === null;
    },
    /** @param {Place | null} current */
    mark(current) {
      for (const [place, button] of buttons) {
        if (place === current) button.setAttribute("aria-current", "page");
        else button.removeAttribute("aria-current");
      }
    },
  };
}

/**
 * "Hide": locks and ends Goldseam at once.
 * @param {() => void} hide
 * @param {string} className
 * @param {string} test
 */
export function hideButton(hide, className, test) {
  return el(
    "button",
    {
      type: "button",
      class: className,
      test,
      title: "Locks and closes at once. Escape twice does the same.",
      on: { click: hide },
    },
    icon("hide"),
    el("span", {}, "Hide"),
  );
}
