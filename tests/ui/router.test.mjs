// Going from screen to screen: the draft first, and nobody is taken away from text that is not saved.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Router } from "../../ui/js/router.js";

class Part {
  /** @type {unknown[]} */
  children = [];
  scrollTop = 0;
  /** @param {...unknown} nodes */
  replaceChildren(...nodes) {
    this.children = nodes;
  }
  querySelector() {
    return null;
  }
}

/** @param {Record<string, object>} screens */
function house(screens) {
  Object.assign(globalThis, { window: { scrollTo: () => undefined }, HTMLElement: Part });
  const main = new Part();
  /** @type {string[]} */
  const arrived = [];
  const made = Object.fromEntries(
    Object.entries(screens).map(([name, view]) => [
      name,
      async () => {
        if ("slow" in view) await new Promise((resolve) => setTimeout(resolve, 20));
        const node = Object.assign(new Part(), { name });
        return { node, ...view };
      },
    ]),
  );
  const router = new Router(
    /** @type {ConstructorParameters<typeof Router>[0]} */ (
      /** @type {unknown} */ ({
        main,
        screens: made,
        arrived: (/** @type {string} */ name) => arrived.push(name),
        failed: () => ({ node: Object.assign(new Part(), { name: "trouble" }) }),
      })
    ),
  );
  const shown = () => /** @type {{ name?: string } | undefined} */ (main.children[0])?.name;
  return { router, arrived, shown };
}

test("leaving sends the draft before the next screen is made", async () => {
  /** @type {string[]} */
  const told = [];
  const { router, shown } = house({
    today: {
      flush: async () => {
        told.push("flush");
        return true;
      },
      gone: () => told.push("gone"),
    },
    journal: {},
  });
  await router.go("today", {});
  await router.go("journal", {});
  assert.deepEqual(told, ["flush", "gone"]);
  assert.equal(shown(), "journal");
});

test("a screen stays while its text cannot be saved", async () => {
  const { router, shown } = house({ today: { flush: async () => false }, journal: {}, unlock: {} });
  await router.go("today", {});
  await router.go("journal", {});
  assert.equal(shown(), "today", "the text would be gone with it");
  await router.go("unlock", {}, { force: true });
  assert.equal(shown(), "unlock", "but a locked journal shows its lock");
});

test("of two goings at once the later one counts", async () => {
  const { router, shown, arrived } = house({ journal: { slow: true }, patterns: {} });
  await Promise.all([router.go("journal", {}), router.go("patterns", {})]);
  assert.equal(shown(), "patterns");
  assert.deepEqual(arrived, ["patterns"]);
});

test("a screen that cannot be made is said, not left blank", async () => {
  const { router, shown } = house({ today: {} });
  await router.go("today", {});
  await router.go("patterns", {});
  assert.equal(shown(), "trouble");
});
