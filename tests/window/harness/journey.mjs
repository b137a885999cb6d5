// One window test: a place of its own, apps that are ended whatever happens, and a picture when
// something fails.

import { test } from 'node:test';
import { App } from './app.mjs';
import { Place } from './place.mjs';

/**
 * Declares a test. The body gets `open`, which starts the app (again) on the same place, and
 * `later`, for what must be ended whatever happens: node waits for ever for what still runs.
 * @param {string} name
 * @param {(stage: {place: Place, open: (options?: object) => Promise<App>, later: (act: () => Promise<void>) => void}) => Promise<void>} body
 * @param {{minutes?: number}} [limits]
 */
export function journey(name, body, { minutes = 5 } = {}) {
  test(name, async (t) => {
    const place = await Place.make();
    /** @type {App[]} */
    const apps = [];
    /** @type {(() => Promise<void>)[]} */
    const after = [];
    const open = async (options) => {
      const app = await App.open(place, options);
      apps.push(app);
      return app;
    };
    try {
      await within(minutes, body({ place, open, later: (act) => after.push(act) }));
    } catch (error) {
      const last = apps.at(-1);
      // The app may be what failed; then there is no picture, and the fault stays the fault.
      const folder = await last?.leaveEvidence(name).catch(() => null);
      t.diagnostic(folder ? `a picture and the page are in ${folder}` : 'no picture could be taken');
      throw error;
    } finally {
      for (const app of apps) await app.close();
      for (const act of after) await act();
      await place.remove();
    }
  });
}

/**
 * Fails when it takes too long. Not node's own timeout: that leaves the app running behind.
 * @param {number} minutes @param {Promise<void>} work
 */
async function within(minutes, work) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done within ${minutes} minutes`)), minutes * 60000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
