// The quick way out: Escape twice keeps what was typed, locks, and ends the app.

import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { journey } from './harness/journey.mjs';
import { beginWith, goTo, unlock } from './harness/pages.mjs';

const TYPED = 'Third time this week, and I was only';

journey('escape twice keeps the draft, locks and ends', async ({ place, open }) => {
  let app = await open();
  await beginWith(app, 'We argued about the car.');
  await goTo(app, 'today');
  await app.type('editor', TYPED);
  const began = Date.now();
  // The driver's answer may not come any more: the window is gone before it is sent.
  await app.keys(Key.ESCAPE, Key.ESCAPE).catch(() => null);
  await app.endedByItself();
  assert.ok(Date.now() - began < 3000, 'gone at once');
  const log = await stat(join(place.vault, 'journal.db-wal')).catch(() => null);
  assert.ok(log === null || log.size === 0, 'the vault was closed, not dropped');

  app = await open();
  await unlock(app);
  assert.equal(await app.value('editor'), TYPED);
});

journey('leaving before there is a passphrase leaves nothing behind', async ({ place, open }) => {
  const app = await open();
  await app.type('first-editor', TYPED);
  await app.click('keep');
  await app.click('leave-now').catch(() => null);
  await app.endedByItself();
  assert.equal(await stat(place.vault).catch(() => null), null, 'not even a folder');
  for (const { path, bytes } of await place.files()) {
    assert.equal(bytes.indexOf(TYPED), -1, `${path} holds what was never kept`);
  }
});
