// An entry as it is read: their words, and beside them what was found in them, level with its sentence.
// Where a safety sign stands there is only the text and one line that leads to the notes.

import { ask, failureOf } from "../backend.js";
import { addFinding } from "../components/addfinding.js";
import { showCard } from "../components/card.js";
import { findingNote } from "../components/finding.js";
import { notice } from "../components/notice.js";
import { seamOf } from "../components/seam.js";
import { unsafePeople } from "../components/unsafe.js";
import { firstFindings } from "../lib/findings.js";
import { el, fill } from "../lib/dom.js";
import { placeNotes } from "../lib/margin.js";
import { listWords } from "../lib/text.js";
import { knowPerson, state } from "../state.js";

/** @typedef {import("../../types/ipc.d.ts").EntryPage} EntryPage */

/** Pixels between two notes in the margin. */
const GAP = 12;

/**
 * @param {import("../state.js").App} app
 * @param {import("../state.js").Routes["entry"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function entryView(app, { entryId }) {
  const screen = new EntryScreen(app, await ask("entry_open", { entryId }));
  return { node: screen.node, shown: () => screen.shown(), gone: () => screen.gone() };
}

class EntryScreen {
  node = el("div", { class: "page page-entry" });
  #app;
  #page;
  #failed = notice();
  #text = el("div", { class: "entry-text", test: "entry-text", tabindex: "-1" });
  #margin = el("div", { class: "margin", role: "list", "aria-label": "What stands in it" });
  #watch = new ResizeObserver(() => this.#place());

  /**
   * @param {import("../state.js").App} app
   * @param {EntryPage} page
   */
  constructor(app, page) {
    this.#app = app;
    this.#page = page;
    this.#draw();
  }

  shown() {
    this.#place();
    this.#watch.observe(this.#text);
  }

  gone() {
    this.#watch.disconnect();
  }

  /** @param {() => Promise<EntryPage>} act */
  async #change(act) {
    this.#failed.clear();
    try {
      const held = this.#held();
      this.#page = await act();
      this.#draw();
      this.#place();
      held();
    } catch (error) {
      this.#failed.say(failureOf(error).message);
    }
  }

  /** What gives the focus back after the page is drawn anew: a keyboard must not be thrown to the top. */
  #held() {
    const { activeElement } = document;
    const note = activeElement?.closest("[data-finding]");
    if (!(activeElement instanceof HTMLElement) || !(note instanceof HTMLElement)) return () => undefined;
    const finding = note.dataset["finding"] ?? "";
    const test = activeElement.dataset["test"] ?? "";
    return () => {
      /** @type {HTMLElement | null} */
      const again = this.#margin.querySelector(`[data-finding="${CSS.escape(finding)}"] [data-test="${CSS.escape(test)}"]`);
      (again ?? this.#text).focus({ preventScroll: true });
    };
  }

  #draw() {
    const page = this.#page;
    const resting = page.reading === "resting";
    fill(
      this.node,
      this.#head(),
      el("div", { class: "entry-body", data: { resting: resting ? "true" : null } }, this.#drawText(), resting ? null : this.#drawMargin()),
      this.#under(),
      this.#failed.node,
      resting ? null : this.#seam(),
      this.#earlierWordings(),
      page.trashed ? null : this.#unsafe(),
    );
  }

  #unsafe() {
    return unsafePeople(this.#page.people, {
      rest: async (personId) => {
        knowPerson(await ask("person_unsafe", { personId }));
        await this.#change(() => ask("entry_open", { entryId: this.#page.id }));
        this.#text.focus();
      },
      reason: (error) => failureOf(error).message,
    });
  }

  #head() {
    const page = this.#page;
    const under = [page.people.length > 0 ? `with ${listWords(page.people.map(({ alias }) => alias))}` : "", page.writtenWords];
    return el(
      "header",
      { class: "page-head page-head-row" },
      el(
        "div",
        {},
        el("h1", { class: "title", test: "entry-title" }, page.happenedWords),
        el("p", { class: "soft small" }, under.filter(Boolean).join(" · ")),
      ),
      el("div", { class: "page-tools" }, page.trashed ? null : this.#tool("entry-edit", "Change", () => void this.#app.go("write", { entryId: page.id })), this.#trash()),
    );
  }

  /**
   * @param {string} test
   * @param {string} label
   * @param {() => void} run
   */
  #tool(test, label, run) {
    return el("button", { type: "button", class: "quiet", test, on: { click: run } }, label);
  }

  #trash() {
    const entryId = this.#page.id;
    const failed = (/** @type {unknown} */ error) => this.#failed.say(failureOf(error).message);
    const back = () => {
      ask("entry_restore", { entryId }).then(() => this.#app.go("entry", { entryId }), failed);
    };
    if (this.#page.trashed) return this.#tool("restore", "Take it out of the trash", back);
    return this.#tool("entry-trash", "Move to trash", () => {
      ask("entry_trash", { entryId }).then(async () => {
        await this.#app.go("journal", {});
        this.#app.toast("It is in the trash.", { label: "Undo", run: back });
      }, failed);
    });
  }

  #drawText() {
    const shown = this.#shownIds();
    const groups = new Map(this.#page.findings.map((finding) => [finding.id, finding]));
    fill(
      this.#text,
      ...this.#page.segments.map(({ text, findings }) => {
        const ids = findings.filter((id) => shown.has(id));
        const first = groups.get(ids[0] ?? "");
        if (first === undefined) return text;
        return el(
          "mark",
          {
            class: "marked",
            data: { group: first.group, findings: ids.join(" "), held: first.heldBack ? "true" : null },
            on: { mouseenter: () => this.#join(ids), mouseleave: () => this.#join([]) },
          },
          text,
        );
      }),
    );
    return this.#text;
  }

  #shownIds() {
    const { findings, id } = this.#page;
    if (state.unfolded.has(id)) return new Set(findings.map((finding) => finding.id));
    return firstFindings(findings);
  }

  #drawMargin() {
    const page = this.#page;
    const shown = this.#shownIds();
    const hidden = page.findings.length - shown.size;
    fill(
      this.#margin,
      ...page.findings
        .filter((finding) => shown.has(finding.id))
        .map((finding) =>
          findingNote(finding, {
            verdict: (verdict) =>
              void this.#change(() => ask("verdict_set", { entryId: page.id, findingId: finding.id, verdict })),
            remove: () => void this.#change(() => ask("finding_remove", { entryId: page.id, findingId: finding.id })),
            card: () => void this.#card(finding.kind),
            join: (on) => this.#join(on ? [finding.id] : []),
          }),
        ),
      hidden > 0
        ? el(
            "div",
            { class: "note note-more", role: "listitem" },
            el(
              "button",
              {
                type: "button",
                class: "link",
                test: "show-others",
                on: {
                  click: () => {
                    state.unfolded.add(page.id);
                    this.#draw();
                    this.#place();
                    this.#margin.querySelector("button")?.focus();
                  },
                },
              },
              `Show the others (${hidden})`,
            ),
          )
        : null,
    );
    return this.#margin;
  }

  /** @param {string} kind */
  async #card(kind) {
    try {
      showCard(await ask("card", { kind }));
    } catch (error) {
      this.#failed.say(failureOf(error).message);
    }
  }

  /** Under the text: what became of reading it, and what the reader missed. */
  #under() {
    const page = this.#page;
    if (page.reading === "resting") {
      return el(
        "p",
        { class: "entry-under" },
        page.notesLine === null
          ? null
          : el(
              "button",
              { type: "button", class: "link", test: "notes-line", on: { click: () => void this.#app.go("notes", { entryId: page.id }) } },
              page.notesLine,
            ),
      );
    }
    return el(
      "div",
      { class: "entry-under" },
      el("p", { class: "soft", test: "reading-words" }, page.readingWords),
      addFinding({
        text: this.#text,
        kinds: state.choices.kinds,
        add: (request) => this.#change(() => ask("finding_add", { entryId: page.id, ...request })),
      }),
    );
  }

  #seam() {
    const page = this.#page;
    const { ruptureId } = page;
    if (ruptureId === null) return null;
    return seamOf({
      state: page.state,
      states: state.choices.states,
      followUps: page.followUps,
      earlier: page.earlier,
      setState: async (wanted) => {
        await ask("rupture_set_state", { ruptureId, state: wanted });
      },
      open: (id) => void this.#app.go("rupture", { ruptureId: id }),
      reason: (error) => failureOf(error).message,
      more: el(
        "button",
        { type: "button", class: "link", test: "rupture-open", on: { click: () => void this.#app.go("rupture", { ruptureId }) } },
        "All about this one, and when to ask",
      ),
    });
  }

  #earlierWordings() {
    const { revisions } = this.#page;
    if (revisions.length === 0) return null;
    return el(
      "details",
      { class: "revisions" },
      el("summary", { test: "revisions" }, revisions.length === 1 ? "One earlier wording" : `${revisions.length} earlier wordings`),
      ...revisions.map(({ untilWords, text }) =>
        el("article", { class: "revision", test: "revision" }, el("p", { class: "soft small" }, untilWords), el("p", { class: "entry-text" }, text)),
      ),
    );
  }

  /**
   * Shows which note belongs to which words.
   * @param {string[]} ids
   */
  #join(ids) {
    for (const node of this.node.querySelectorAll("[data-findings], [data-finding]")) {
      if (!(node instanceof HTMLElement)) continue;
      const own = [...(node.dataset["findings"] ?? "").split(" "), node.dataset["finding"] ?? ""];
      node.classList.toggle("joined", ids.some((id) => own.includes(id)));
    }
  }

  /** Puts each note level with its words, where there is a margin; else they follow one another. */
  #place() {
    const notes = /** @type {HTMLElement[]} */ ([...this.#margin.children]);
    const beside = getComputedStyle(this.#margin).position === "relative" && this.#margin.offsetLeft > this.#text.offsetLeft;
    this.node.classList.toggle("has-margin", beside);
    if (!beside) {
      for (const note of notes) note.style.top = "";
      this.#margin.style.minHeight = "";
      return;
    }
    const ground = this.#text.getBoundingClientRect().top;
    const wanted = notes.map((note) => {
      const id = note.dataset["finding"] ?? "";
      const words = [...this.#text.querySelectorAll("mark")].find((mark) => (mark.dataset["findings"] ?? "").split(" ").includes(id));
      const top = words ? words.getBoundingClientRect().top - ground : Number.MAX_SAFE_INTEGER;
      return { wanted: Math.min(top, this.#text.offsetHeight), height: note.offsetHeight };
    });
    const tops = placeNotes(wanted, GAP);
    notes.forEach((note, at) => {
      note.style.top = `${tops[at] ?? 0}px`;
    });
    const last = tops.length - 1;
    this.#margin.style.minHeight = last < 0 ? "" : `${(tops[last] ?? 0) + (wanted[last]?.height ?? 0)}px`;
  }
}

