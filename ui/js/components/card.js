// The short card of a response or repair move, laid over the page.

import { el } from "../lib/dom.js";
import { openDialog } from "./dialog.js";

/** @typedef {import("../../types/ipc.d.ts").Card} Card */

/** @param {Card} card */
export function showCard(card) {
  const list = (/** @type {string[]} */ items, /** @type {string} */ className) =>
    el("ul", { class: className }, ...items.map((item) => el("li", {}, item)));
  const repair = card.group === "repair";
  openDialog({
    title: card.name,
    test: "card",
    className: "card",
    content: [
      el("p", { class: "lead" }, card.looksLike),
      el("h3", { class: "card-head" }, repair ? "Why people do it" : "What some people use it for"),
      list(card.reasons, "card-list"),
      el("h3", { class: "card-head" }, repair ? "What to keep in mind" : "What it may cost"),
      el("p", {}, card.cost),
      el("h3", { class: "card-head" }, repair ? "What helps it land" : "What can help"),
      el("p", {}, card.instead),
      el("h3", { class: "card-head" }, repair ? "Ways to say it" : "Something to say instead"),
      list(card.sayings, "card-sayings"),
      el("p", { class: "soft small card-from" }, `The clinical word is “${card.clinical}”. From the ideas in “${card.from}”.`),
    ],
  });
}
