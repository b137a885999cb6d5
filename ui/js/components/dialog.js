// A page laid over the page: opened, closed by Escape, by its button or by a press beside it.

import { el, uniqueId } from "../lib/dom.js";
import { icon } from "../lib/icons.js";

/**
 * @param {{ title: string, test: string, className?: string, content: Node[] }} given
 * @returns {{ close: () => void, closed: Promise<void> }}
 */
export function openDialog({ title, test, className, content }) {
  const id = uniqueId("dialog");
  const dialog = el(
    "dialog",
    { class: `dialog ${className ?? ""}`.trim(), test, "aria-labelledby": id },
    el(
      "div",
      { class: "dialog-page" },
      el(
        "header",
        { class: "dialog-head" },
        el("h2", { id, class: "dialog-title", tabindex: "-1", autofocus: true }, title),
        el(
          "button",
          { type: "button", class: "quiet dialog-close", test: `${test}-close`, on: { click: () => dialog.close() } },
          icon("close"),
          el("span", {}, "Close"),
        ),
      ),
      ...content,
    ),
  );
  const before = document.activeElement;
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      resolve();
    });
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { close: () => dialog.close(), closed };
}
