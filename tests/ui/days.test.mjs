// Days in words and calendar squares, in any time zone the computer is set to.

import assert from "node:assert/strict";
import { test } from "node:test";

import { addDays, addMonths, dayWords, longDay, monthWords, weeksOf } from "../../ui/js/lib/days.js";

test("days are said as people say them", () => {
  for (const [day, words] of [
    ["2026-10-03", "today"],
    ["2026-10-02", "yesterday"],
    ["2026-09-27", "Sunday"],
    ["2026-09-26", "26 September"],
    ["2025-10-03", "3 October 2025"],
  ]) {
    assert.equal(dayWords(/** @type {string} */ (day), "2026-10-03"), words);
  }
});

test("days are counted over the ends of months, years and summer time", () => {
  assert.equal(addDays("2026-03-01", -1), "2026-02-28");
  assert.equal(addDays("2024-03-01", -1), "2024-02-29");
  assert.equal(addDays("2026-01-01", -1), "2025-12-31");
  assert.equal(addDays("2026-03-28", 2), "2026-03-30", "a day of 23 hours lies between");
  assert.equal(addDays("2026-10-24", 2), "2026-10-26", "a day of 25 hours lies between");
});

test("months are turned over the end of the year", () => {
  assert.equal(addMonths("2026-12", 1), "2027-01");
  assert.equal(addMonths("2026-01", -1), "2025-12");
  assert.equal(monthWords("2026-10"), "October 2026");
  assert.equal(longDay("2026-10-03"), "Saturday 3 October 2026");
});

test("a calendar holds every day of its month once, Monday first", () => {
  for (const [month, days, weeks] of /** @type {Array<[string, number, number]>} */ ([
    ["2026-10", 31, 5],
    ["2027-02", 28, 4],
    ["2026-08", 31, 6],
    ["2024-02", 29, 5],
  ])) {
    const rows = weeksOf(month);
    assert.equal(rows.length, weeks, month);
    assert.ok(rows.every((row) => row.length === 7));
    const held = rows.flat().filter((day) => day !== null);
    assert.equal(held.length, days, month);
    assert.equal(new Set(held).size, days, month);
  }
  assert.equal(weeksOf("2026-10")[0]?.[3], "2026-10-01", "1 October 2026 is a Thursday");
});
