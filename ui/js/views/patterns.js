// The month, read like a page of a good book: a few sentences, each with what stands behind it.
// Every figure comes from the backend; nothing is counted here.

import { ask } from "../backend.js";
import { stateWords } from "../components/lines.js";
import { el, uniqueId } from "../lib/dom.js";
import { icon } from "../lib/icons.js";
import { capital, listWords } from "../lib/text.js";

/** @typedef {import("../../types/ipc.d.ts").MonthPage} MonthPage */
/** @typedef {import("../../types/ipc.d.ts").MonthResponse} MonthResponse */
/** @typedef {import("../../types/ipc.d.ts").MonthSentence} MonthSentence */
/** @typedef {import("../state.js").App} App */

/** Up to this many ruptures a count is shown as a row of marks. */
const MARKS = 12;

/**
 * @param {App} app
 * @param {import("../state.js").Routes["patterns"]} params
 * @returns {Promise<import("../state.js").View>}
 */
export async function patternsView(app, { month = null }) {
  const page = await ask("month", { month });
  const node = el(
    "div",
    { class: "page page-month" },
    header(app, page),
    el("div", { class: "month-opening", test: "month-sentences" }, ...page.sentences.map((words) => el("p", { class: "lead" }, words))),
    page.heldBack.length === 0
      ? null
      : section("What you held back", "held-back", sentences(app, page.heldBack, true)),
    page.n === 0 ? null : section("One by one", "month-ruptures", ruptures(app, page)),
    page.responses.length === 0
      ? null
      : section("How you responded", "month-responses", el("div", { class: "counts" }, ...page.responses.map((one) => count(app, one)))),
    page.repairs.length === 0
      ? null
      : section("How you reached out", "month-repairs", el("div", { class: "counts" }, ...page.repairs.map((one) => count(app, one)))),
    page.people.length === 0 ? null : section("With whom", "month-people", people(page)),
    page.n === 0 ? null : section("What got mended", "month-states", states(page)),
    page.question === ""
      ? null
      : el("section", { class: "month-question", test: "month-question" }, el("h2", { class: "section-head" }, "A question to take along"), el("p", { class: "question" }, page.question)),
    page.n === 0 ? null : foot(page),
  );
  return { node };
}

/**
 * @param {App} app
 * @param {MonthPage} page
 */
function header(app, page) {
  const turn = (/** @type {"previous" | "next"} */ way, /** @type {string} */ label, /** @type {string | null} */ month) =>
    el(
      "button",
      {
        type: "button",
        class: "quiet",
        test: `month-${way}`,
        disabled: month === null,
        on: { click: () => void app.go("patterns", { month }) },
      },
      icon(way),
      el("span", {}, label),
    );
  return el(
    "header",
    { class: "page-head page-head-row" },
    el("h1", { class: "title title-month", test: "month-title", data: { month: page.month, n: String(page.n) } }, page.title),
    el("div", { class: "page-tools" }, turn("previous", "Earlier", page.previous), turn("next", "Later", page.next)),
  );
}

/**
 * @param {string} head
 * @param {string} test
 * @param {Node} content
 */
function section(head, test, content) {
  const id = uniqueId("month");
  return el("section", { class: "month-section", "aria-labelledby": id, test }, el("h2", { id, class: "section-head" }, head), content);
}

/**
 * @param {App} app
 * @param {MonthSentence[]} list
 * @param {boolean} titled
 */
function sentences(app, list, titled) {
  return el(
    "ul",
    { class: "evidence" },
    ...list.map((one) =>
      el(
        "li",
        { class: "evidence-line" },
        el("span", { class: "evidence-day soft small" }, titled ? `${one.dayWords} · ${one.title}` : one.dayWords),
        el(
          "button",
          { type: "button", class: "evidence-words", test: "month-sentence", data: { entry: one.entryId }, on: { click: () => void app.go("entry", { entryId: one.entryId }) } },
          one.sentence,
        ),
      ),
    ),
  );
}

/**
 * @param {App} app
 * @param {MonthPage} page
 */
function ruptures(app, page) {
  return el(
    "ul",
    { class: "lines" },
    ...page.ruptures.map((one) =>
      el(
        "li",
        {},
        el(
          "button",
          { type: "button", class: "line", test: "month-rupture", data: { rupture: one.ruptureId }, on: { click: () => void app.go("rupture", { ruptureId: one.ruptureId }) } },
          el("span", { class: "line-opening" }, one.opening),
          el(
            "span",
            { class: "line-under" },
            el("span", {}, one.dayWords),
            one.people.length > 0 ? el("span", {}, `with ${listWords(one.people)}`) : null,
            stateWords(one.state, one.stateWords),
          ),
          one.heldBack.length + one.tried.length === 0
            ? null
            : el("span", { class: "line-tried" }, [...new Set([...one.heldBack, ...one.tried])].join(" ")),
        ),
      ),
    ),
  );
}

/**
 * k of n: the words, the marks, and the sentences behind them.
 * @param {App} app
 * @param {MonthResponse} one
 */
function count(app, one) {
  const said = el(
    "summary",
    { class: "count-head" },
    el("span", { class: "count-name" }, capital(one.name)),
    el("span", { class: "count-figure" }, `${one.k} of ${one.n}`),
    one.n <= MARKS ? marks(one) : null,
    el("span", { class: "count-words soft" }, one.words),
  );
  return el(
    "details",
    {
      class: "count",
      test: "month-response",
      data: { kind: one.kind, group: one.group, k: String(one.k), n: String(one.n), early: String(one.early) },
    },
    said,
    el(
      "div",
      { class: "count-behind" },
      sentences(app, one.sentences, false),
      one.with.length === 0
        ? null
        : el("p", { class: "soft small" }, one.with.map(({ alias, k, n }) => `${k} of ${n} with ${alias}`).join(" · ")),
      one.confirmed === 0 ? null : el("p", { class: "soft small" }, one.confirmed === 1 ? "You confirmed one of them." : `You confirmed ${one.confirmed} of them.`),
    ),
  );
}

/** @param {MonthResponse} one */
function marks({ k, n, group }) {
  return el(
    "span",
    { class: "marks", "aria-hidden": "true", data: { group } },
    ...Array.from({ length: n }, (_, at) => el("span", { class: at < k ? "dot dot-full" : "dot" })),
  );
}

/** @param {MonthPage} page */
function people(page) {
  return el(
    "ul",
    { class: "month-people" },
    ...page.people.map((person) =>
      el(
        "li",
        { test: "month-person", data: { alias: person.alias, n: String(person.n) } },
        el("p", { class: "person-name" }, person.alias),
        el("p", { class: "soft" }, person.words),
        person.responses.length === 0
          ? null
          : el("p", { class: "small" }, person.responses.map(({ alias, k, n }) => `${alias} in ${k} of ${n}`).join(" · ")),
      ),
    ),
  );
}

/** @param {MonthPage} page */
function states({ states: { open, tried, repaired, closed }, n }) {
  /** @type {Array<[string, number, string]>} */
  const parts = [
    ["repaired", repaired, "mended"],
    ["closed", closed, "let go, apart or ended"],
    ["tried", tried, "tried"],
    ["open", open, "open"],
  ];
  const told = parts.filter(([, count]) => count > 0);
  return el(
    "div",
    {},
    el(
      "div",
      { class: "bowl", "aria-hidden": "true" },
      ...told.flatMap(([state, count]) => Array.from({ length: Math.min(count, 40) }, () => el("span", { class: "shard", data: { state } }))),
    ),
    el(
      "ul",
      { class: "month-states" },
      ...told.map(([state, count, words]) =>
        el("li", { test: `month-state-${state}`, data: { count: String(count) } }, el("strong", {}, `${count} of ${n}`), ` ${words}`),
      ),
    ),
  );
}

/** @param {MonthPage} page */
function foot(page) {
  return el(
    "footer",
    { class: "month-foot" },
    el("p", { class: "soft small", test: "month-footnote" }, page.footnote.words),
    el("details", {}, el("summary", { test: "how-sure" }, "How sure?"), el("p", { class: "soft" }, page.howSure)),
  );
}
