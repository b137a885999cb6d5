// Starts the window: the frame, the screens, the quick way out, what the backend tells of its own accord.
// Not here: any screen itself, and anything that is stored.

import { ask, failureOf, hear, whenLocked } from "./backend.js";
import { rail } from "./components/rail.js";
import { Toasts } from "./components/toast.js";
import { trouble } from "./components/notice.js";
import { el } from "./lib/dom.js";
import { Escapes } from "./lib/escapes.js";
import { Router } from "./router.js";
import { knowStatus, loadLists, state } from "./state.js";
import { entryView } from "./views/entry.js";
import { firstView } from "./views/first.js";
import { journalView } from "./views/journal.js";
import { notesView } from "./views/notes.js";
import { patternsView } from "./views/patterns.js";
import { ruptureView } from "./views/rupture.js";
import { savedView } from "./views/saved.js";
import { settingsView } from "./views/settings.js";
import { todayView } from "./views/today.js";
import { unlockView } from "./views/unlock.js";
import { writeView } from "./views/write.js";

/** @typedef {import("./state.js").Routes} Routes */

/** Screens that stand alone, without the rail: nothing behind them is open yet. */
const ALONE = new Set(["first", "unlock"]);

/**
 * Where the rail's mark stands while a screen is shown.
 * @type {Partial<Record<keyof Routes, "today" | "journal" | "patterns" | "settings">>}
 */
const RAIL = { today: "today", saved: "today", journal: "journal", patterns: "patterns", settings: "settings" };

const main = el("main", { id: "main", class: "main", tabindex: "-1" });
const live = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
const toasts = new Toasts();

/** @type {import("./state.js").App} */
const app = {
  go: (name, params) => router.go(name, params),
  announce(words) {
    live.textContent = words;
  },
  toast: (words, action) => toasts.show(words, action),
  hide() {
    document.documentElement.dataset["hidden"] = "true";
    // The draft first, unwaited: the backend takes commands in turn and gives it a moment.
    void router.view?.flush?.();
    ask("quit", null).catch(() => delete document.documentElement.dataset["hidden"]);
  },
};

const side = rail({
  go(name) {
    void router.go(name, {});
  },
  hide: app.hide,
});

const router = new Router({
  main,
  screens: {
    first: (params) => firstView(app, params),
    unlock: (params) => unlockView(app, params),
    today: (params) => todayView(app, params),
    write: (params) => writeView(app, params),
    saved: (params) => savedView(app, params),
    entry: (params) => entryView(app, params),
    notes: (params) => notesView(app, params),
    rupture: (params) => ruptureView(app, params),
    journal: (params) => journalView(app, params),
    patterns: (params) => patternsView(app, params),
    settings: () => settingsView(app),
  },
  arrived(name) {
    document.documentElement.dataset["screen"] = name;
    side.node.hidden = ALONE.has(name);
    side.mark(RAIL[name] ?? null);
  },
  failed(error, again) {
    const failure = failureOf(error);
    if (failure.code === "notFound") {
      return trouble(failure.message, { label: "Go to the journal", run: () => void router.go("journal", {}) });
    }
    return trouble(failure.message, { label: "Try again", run: again });
  },
});

whenLocked(() => {
  // Text that no longer reached the disk is carried over to the other side of the lock screen.
  state.carried = router.view?.unsaved?.() ?? state.carried;
  void router.go("unlock", {}, { force: true });
});

const escapes = new Escapes();
window.addEventListener(
  "keydown",
  (event) => {
    if (escapes.press(event, event.timeStamp)) app.hide();
  },
  { capture: true },
);

async function start() {
  document.body.append(
    el("a", { class: "skip", href: "#main", on: { click: skip } }, "Skip to the page"),
    side.node,
    main,
    live,
    toasts.node,
  );
  side.node.hidden = true;
  await Promise.all([
    hear("open-rupture", (ruptureId) => void router.go("rupture", { ruptureId })),
    hear("due", () => router.view?.due?.()),
    hear("reading-again", (words) => side.tell(words)),
    hear("flush", () => void router.view?.flush?.()),
  ]);
  await enter();
}

/** Shows the screen that fits what the backend says of the journal. */
async function enter() {
  try {
    const status = await ask("status", null);
    knowStatus(status);
    if (status.state === "none") {
      await router.go("first", {});
    } else if (status.state === "locked") {
      await router.go("unlock", {});
    } else {
      await loadLists();
      if (status.openRupture === null) await router.go("today", {});
      else await router.go("rupture", { ruptureId: status.openRupture });
    }
  } catch (error) {
    await router.go("unlock", { failure: failureOf(error) });
  }
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  main.focus();
}

void start();
