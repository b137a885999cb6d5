// Settings: how it looks, when it may speak up, and locking now. Each takes effect at once.

import { ask, failureOf } from "../backend.js";
import { choiceRow, toggle } from "../components/choices.js";
import { notice } from "../components/notice.js";
import { el, uniqueId } from "../lib/dom.js";
import { icon } from "../lib/icons.js";
import { useSettings } from "../state.js";

/** @typedef {import("../../types/ipc.d.ts").Settings} Settings */
/** @typedef {import("../../types/ipc.d.ts").Theme} Theme */

const SIZES = [90, 100, 115, 130, 150];

/**
 * @param {import("../state.js").App} app
 * @returns {Promise<import("../state.js").View>}
 */
export async function settingsView(app) {
  let known = await ask("settings", null);
  const failed = notice();
  const set = async (/** @type {Partial<Settings>} */ change) => {
    failed.clear();
    try {
      known = await ask("settings_set", { ...known, ...change });
      useSettings(known);
      app.announce("Kept.");
    } catch (error) {
      failed.say(failureOf(error).message);
    }
  };
  const part = (/** @type {string} */ head, /** @type {Array<Node | null>} */ ...content) =>
    el("section", { class: "setting" }, el("h2", { class: "section-head" }, head), ...content);

  const theme = choiceRow({
    label: "Colours",
    options: [
      { id: "system", label: "As the computer has it" },
      { id: "light", label: "Light" },
      { id: "dark", label: "Dark" },
    ],
    chosen: [known.theme],
    test: (id) => `theme-${id}`,
    keep: true,
    onChange: ([id]) => void set({ theme: /** @type {Theme} */ (id) }),
  });
  const size = choiceRow({
    label: "Size of the text",
    options: SIZES.map((percent) => ({ id: String(percent), label: `${percent} %` })),
    chosen: [String(known.textSize)],
    test: (id) => `text-size-${id}`,
    keep: true,
    onChange: ([id]) => void set({ textSize: Number(id) }),
  });
  const lock = async () => {
    failed.clear();
    try {
      await ask("lock", null);
    } catch (error) {
      failed.say(failureOf(error).message);
    }
  };

  const node = el(
    "div",
    { class: "page page-settings" },
    el("header", { class: "page-head" }, el("h1", { class: "title" }, "Settings")),
    failed.node,
    part("Colours", theme.node),
    part("Size of the text", size.node),
    part(
      "Reminders",
      toggle({
        label: "Show a short notification when you asked to be asked",
        note: "It is always the same and names nobody. Off, it waits here until you come.",
        on: known.notifications,
        test: "notifications",
        onChange: (notifications) => void set({ notifications }),
      }).node,
      toggle({
        label: "Wait, locked, after the window is closed",
        note: "Only while something is to be asked. Start Goldseam again to bring it back.",
        on: known.background,
        test: "background",
        onChange: (background) => void set({ background }),
      }).node,
      el(
        "div",
        { class: "quiet-hours" },
        hour("Quiet from", known.quietFrom, "quiet-from", (quietFrom) => void set({ quietFrom })),
        hour("until", known.quietTo, "quiet-to", (quietTo) => void set({ quietTo })),
      ),
    ),
    part(
      "Today",
      toggle({
        label: "Plain Today",
        note: "The editor only: nothing is listed under it.",
        on: known.plainToday,
        test: "plain-today",
        onChange: (plainToday) => void set({ plainToday }),
      }).node,
    ),
    part(
      "Lock",
      el("p", { class: "soft" }, "What stands in the editor is kept first."),
      el("button", { type: "button", class: "button", test: "lock", on: { click: () => void lock() } }, icon("lock"), el("span", {}, "Lock now")),
    ),
  );
  return { node };
}

/**
 * @param {string} label
 * @param {number} value
 * @param {string} test
 * @param {(hour: number) => void} change
 */
function hour(label, value, test, change) {
  const id = uniqueId("hour");
  const select = el(
    "select",
    { id, class: "field", test, on: { change: () => change(Number(select.value)) } },
    ...Array.from({ length: 24 }, (_, at) => el("option", { value: String(at), selected: at === value }, `${String(at).padStart(2, "0")}:00`)),
  );
  return el("div", { class: "quiet-hour" }, el("label", { class: "panel-label", for: id }, label), select);
}
