// The build that a person gets: no clock that can be set, the real key derivation, the same way
// through.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PLAIN } from './harness/app.mjs';
import { setClock } from './harness/clock.mjs';
import { journey } from './harness/journey.mjs';
import { beginWith, unlock, write } from './harness/pages.mjs';

journey('the build without test hooks goes the same way, and cannot be told the time', async ({ place, open }) => {
  await setClock(place, '2031-01-01T12:00:00Z');
  let app = await open({ binary: PLAIN });
  await beginWith(app, 'Sam asked where I had been. I shut down and went to bed without a word.');
  await app.click('saved-see');
  await app.see('finding');
  await app.close();

  const envelope = await readFile(join(place.vault, 'unlock.age'), 'latin1');
  const [, factor] = /^-> scrypt \S+ (\d+)$/m.exec(envelope) ?? [];
  assert.equal(Number(factor), 18, 'the passphrase is stretched as promised');

  app = await open({ binary: PLAIN });
  const before = Date.now();
  await unlock(app);
  assert.ok(Date.now() - before >= 500, 'the derivation itself costs a guesser half a second');
  const today = new Date().toISOString().slice(0, 4);
  const year = await app.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     window.__TAURI__.core.invoke('status', {}).then((status) => done(status.today.slice(0, 4)), done);`,
  );
  assert.equal(year, today, 'the clock is the computer\'s, whatever the environment says');
  await write(app, 'We argued about the car, and talked later.');
  assert.deepEqual(await app.faults(), []);
});
