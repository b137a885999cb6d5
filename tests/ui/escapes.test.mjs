// Escape twice: the way out, and what must not be taken for it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Escapes, TWICE_WITHIN } from "../../ui/js/lib/escapes.js";

const escape = { key: "Escape", isComposing: false, repeat: false };

test("twice within the time is the way out", () => {
  const keys = new Escapes();
  assert.equal(keys.press(escape, 0), false);
  assert.equal(keys.press(escape, TWICE_WITHIN), true);
});

test("too slow is not, but begins anew", () => {
  const keys = new Escapes();
  keys.press(escape, 0);
  assert.equal(keys.press(escape, TWICE_WITHIN + 1), false);
  assert.equal(keys.press(escape, TWICE_WITHIN + 200), true);
});

test("a key held down is one press", () => {
  const keys = new Escapes();
  keys.press(escape, 0);
  assert.equal(keys.press({ ...escape, repeat: true }, 100), false);
});

test("another key in between is not the way out", () => {
  const keys = new Escapes();
  keys.press(escape, 0);
  keys.press({ ...escape, key: "a" }, 100);
  assert.equal(keys.press(escape, 200), false);
});

test("Escape within an input method only ends its composing", () => {
  const keys = new Escapes();
  keys.press({ ...escape, isComposing: true }, 0);
  assert.equal(keys.press({ ...escape, isComposing: true }, 100), false);
  assert.equal(keys.press({ ...escape, keyCode: 229 }, 200), false, "some engines only say it by the key code");
  assert.equal(keys.press(escape, 300), false, "what was composed away does not count as the first");
});

test("three presses are one way out, not two", () => {
  const keys = new Escapes();
  keys.press(escape, 0);
  assert.equal(keys.press(escape, 100), true);
  assert.equal(keys.press(escape, 200), false);
});
