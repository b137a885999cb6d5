// The draft: a second at most, in order, and never lost when the disk refuses.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Keeper, RETRY_AFTER, SEND_AFTER, SETTLE_WITHIN } from "../../ui/js/lib/keeper.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** @param {import("node:test").TestContext} t */
function desk(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {Array<{ value: string, done: () => void, fail: (error: Error) => void }>} */
  const sent = [];
  /** @type {import("../../ui/js/lib/keeper.js").Told[]} */
  const told = [];
  const keeper = new Keeper({
    send: (/** @type {string} */ value) =>
      new Promise((resolve, reject) => sent.push({ value, done: () => resolve(`Saved ${value}`), fail: reject })),
    told: (word) => told.push(word),
  });
  return { keeper, sent, told, values: () => sent.map(({ value }) => value), pass: (/** @type {number} */ ms) => t.mock.timers.tick(ms) };
}

/** @param {ReturnType<typeof desk>} d @param {number} n */
async function land(d, n) {
  d.sent[n]?.done();
  await settle();
}

test("a draft is sent while typing goes on without a pause", (t) => {
  const d = desk(t);
  for (let ms = 0; ms < 3000; ms += 50) {
    d.keeper.change(`at ${ms}`);
    d.pass(50);
  }
  assert.ok(d.sent.length >= 4, "a debounce would have sent nothing: every key starts it anew");
  assert.ok(SEND_AFTER <= 700, "a second is promised, and the disk needs its share");
});

test("one change is sent once, with its newest wording", (t) => {
  const d = desk(t);
  d.keeper.change("a");
  d.keeper.change("ab");
  d.pass(SEND_AFTER - 1);
  assert.deepEqual(d.values(), []);
  d.pass(1);
  d.pass(10_000);
  assert.deepEqual(d.values(), ["ab"]);
});

test("a sending under way does not hold up the next", (t) => {
  const d = desk(t);
  d.keeper.change("a");
  d.pass(SEND_AFTER);
  d.keeper.change("ab");
  d.pass(SEND_AFTER);
  assert.deepEqual(d.values(), ["a", "ab"], "the first has not landed, and the second went anyway");
});

test("an older wording that lands last is written over with the newest", async (t) => {
  const d = desk(t);
  d.keeper.change("old");
  d.pass(SEND_AFTER);
  d.keeper.change("new");
  d.pass(SEND_AFTER);
  await land(d, 1);
  await land(d, 0);
  d.pass(1);
  assert.deepEqual(d.values(), ["old", "new", "new"], "else the disk would hold the older text");
  assert.deepEqual(d.told, [{ saved: true, words: "Saved new" }], "the late one is not told as a save");
});

test("a refusal is told and sent again, with what was typed since", async (t) => {
  const d = desk(t);
  d.keeper.change("a");
  d.pass(SEND_AFTER);
  const full = new Error("disk full");
  d.sent[0]?.fail(full);
  await settle();
  assert.deepEqual(d.told, [{ saved: false, error: full }]);
  assert.equal(d.keeper.pending, true);
  d.pass(RETRY_AFTER);
  assert.deepEqual(d.values(), ["a", "a"]);
  await land(d, 1);
  assert.equal(d.keeper.pending, false);
});

test("flush sends at once and says whether everything landed", async (t) => {
  const d = desk(t);
  d.keeper.change("a");
  const flushed = d.keeper.flush();
  assert.deepEqual(d.values(), ["a"]);
  d.sent[0]?.done();
  assert.equal(await flushed, true);

  d.keeper.change("ab");
  const refused = d.keeper.flush();
  d.sent[1]?.fail(new Error("disk full"));
  assert.equal(await refused, false, "the screen must stay: its text is nowhere else");
});

test("flush with nothing to send sends nothing", async (t) => {
  const d = desk(t);
  assert.equal(await d.keeper.flush(), true);
  assert.deepEqual(d.values(), []);
});

test("after a stop no draft comes back as a ghost of the saved entry", async (t) => {
  const d = desk(t);
  d.keeper.change("a");
  const stopped = d.keeper.stop();
  await stopped;
  d.keeper.change("late");
  d.pass(10_000);
  // The screen that is left flushes once more on its way out.
  assert.equal(await d.keeper.flush(), true);
  assert.deepEqual(d.values(), []);
});

test("a stop waits for a draft under way, but not for ever", async (t) => {
  const d = desk(t);
  d.keeper.change("a");
  d.pass(SEND_AFTER);
  let over = false;
  const stopped = d.keeper.stop().then(() => {
    over = true;
  });
  await settle();
  assert.equal(over, false, "the entry would be saved before its draft");
  d.pass(SETTLE_WITHIN);
  await stopped;
  assert.equal(over, true);
});

test("when the entry could not be saved the draft goes on", (t) => {
  const d = desk(t);
  void d.keeper.stop();
  d.keeper.resume("a");
  d.pass(SEND_AFTER);
  assert.deepEqual(d.values(), ["a"]);
});
