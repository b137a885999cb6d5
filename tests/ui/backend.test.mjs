// The door to the backend: what is sent, and what a failure looks like on this side.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { ask, failureOf, hear, whenLocked } from "../../ui/js/backend.js";

/** @type {Array<[string, unknown]>} */
let sent = [];
/** @type {() => Promise<unknown>} */
let answer = async () => null;
let locked = 0;

beforeEach(() => {
  sent = [];
  locked = 0;
  whenLocked(() => {
    locked += 1;
  });
  Object.assign(globalThis, {
    window: {
      __TAURI__: {
        core: {
          invoke: (/** @type {string} */ command, /** @type {unknown} */ payload) => {
            sent.push([command, payload]);
            return answer();
          },
        },
        event: {
          listen: async (/** @type {string} */ _name, /** @type {(event: { payload: unknown }) => void} */ heard) => {
            heard({ payload: "r1" });
            return () => undefined;
          },
        },
      },
    },
  });
});

test("a request travels under its name, and none is sent where there is none", async () => {
  answer = async () => "there";
  assert.equal(await ask("entry_open", { entryId: "e1" }), "there");
  await ask("today", null);
  assert.deepEqual(sent, [
    ["entry_open", { request: { entryId: "e1" } }],
    ["today", {}],
  ]);
});

test("a locked journal is told, whichever command finds it so", async () => {
  answer = () => Promise.reject({ code: "locked", message: "The journal is locked." });
  await assert.rejects(ask("today", null), { code: "locked" });
  assert.equal(locked, 1);
});

test("other failures keep their code and their sentence", async () => {
  answer = () => Promise.reject({ code: "disk", message: "The disk is full. Your text is still here." });
  await assert.rejects(ask("today", null), { code: "disk", message: "The disk is full. Your text is still here." });
  assert.equal(locked, 0);
});

test("what is no failure of the backend becomes a plain sentence", () => {
  for (const odd of [new Error("invalid args `request`"), "unknown command", null, undefined, { code: 3, message: "x" }]) {
    const failure = failureOf(odd);
    assert.equal(failure.code, "other");
    assert.doesNotMatch(failure.message, /invalid args|unknown command|undefined/, "nobody is shown the machine's words");
  }
});

test("an event hands over what it carries", async () => {
  /** @type {string[]} */
  const heard = [];
  await hear("open-rupture", (ruptureId) => heard.push(ruptureId));
  assert.deepEqual(heard, ["r1"]);
});
