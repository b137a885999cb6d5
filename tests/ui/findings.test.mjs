// What is shown first of the findings, and where the notes stand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { firstFindings, verdictsFor } from "../../ui/js/lib/findings.js";
import { placeNotes } from "../../ui/js/lib/margin.js";

/** @param {string} id @param {Partial<{ group: string, heldBack: boolean, added: boolean, verdict: string | null }>} more */
const finding = (id, more = {}) => ({ id, group: "withdraw", heldBack: false, added: false, verdict: null, ...more });

test("at most two are shown, what was mended or held back before the rest", () => {
  const first = firstFindings([finding("a"), finding("b"), finding("held", { heldBack: true }), finding("sorry", { group: "repair" })]);
  assert.deepEqual([...first].sort(), ["held", "sorry"]);
});

test("one that is kind comes first, one response beside it", () => {
  const first = firstFindings([finding("a"), finding("b"), finding("sorry", { group: "repair" })]);
  assert.deepEqual([...first].sort(), ["a", "sorry"]);
});

test("what the writer added or answered never vanishes", () => {
  const first = firstFindings([
    finding("a"),
    finding("b"),
    finding("c", { verdict: "notMe" }),
    finding("mine", { added: true }),
  ]);
  assert.deepEqual([...first].sort(), ["a", "b", "c", "mine"]);
});

test("nothing found, nothing shown", () => {
  assert.equal(firstFindings([]).size, 0);
});

test("a response has all four verdicts, a repair all but having had no words", () => {
  assert.deepEqual(verdictsFor(finding("a")).map(({ id }) => id), ["yes", "noWords", "notMe", "safest"]);
  assert.deepEqual(verdictsFor(finding("a", { group: "repair" })).map(({ id }) => id), ["yes", "notMe", "safest"]);
});

test("notes stand level with their sentence where there is room", () => {
  assert.deepEqual(placeNotes([{ wanted: 0, height: 50 }, { wanted: 200, height: 50 }], 10), [0, 200]);
});

test("notes never lie over each other", () => {
  const notes = [10, 12, 14, 400].map((wanted) => ({ wanted, height: 80 }));
  const tops = placeNotes(notes, 10);
  assert.deepEqual(tops, [10, 100, 190, 400]);
});

test("a note whose words stand above the margin begins at its top", () => {
  assert.deepEqual(placeNotes([{ wanted: -30, height: 10 }], 10), [0]);
});
