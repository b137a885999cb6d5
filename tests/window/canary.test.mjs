// At rest everything is encrypted: a sentence that was typed, drafted, saved, changed and thrown
// away is in no file the app wrote, and neither is the passphrase.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertNowhere } from './harness/canary.mjs';
import { journey } from './harness/journey.mjs';
import { beginWith, draftSaved, PASSPHRASE, write } from './harness/pages.mjs';
import { Place } from './harness/place.mjs';
import { App } from './harness/app.mjs';

const CANARY = 'The blue heron stood on our kitchen table and I went quiet.';
const DRAFT = 'A second heron, never saved, only drafted.';

journey('a typed sentence is in no file, while open and after a kill', async ({ place, open }) => {
  const app = await open();
  await beginWith(app, 'We argued. ');
  await write(app, CANARY);
  await app.click('nav-today');
  await app.type('editor', DRAFT);
  await draftSaved(app);

  const words = [CANARY, CANARY.slice(4, 30), DRAFT, DRAFT.slice(2, 20), PASSPHRASE];
  const whileOpen = await assertNowhere(place, words);
  const seen = (part) => whileOpen.some((path) => path.includes(part));
  assert.ok(seen('journal.db-wal'), 'the write-ahead log was there to be read');
  assert.ok(seen('goldseam-automation'), 'the profile of the web view was there to be read');

  await app.close();
  await assertNowhere(place, words);

  // And the search does find what is there: a copy in UTF-16, as a web view might leave one.
  await writeFile(join(place.home, 'left-behind'), Buffer.from(`…${CANARY}…`, 'utf16le'));
  await assert.rejects(assertNowhere(place, words), /left-behind/);
});

journey('the database looks like noise from its first byte, another one in each vault', async ({ place, open }) => {
  const app = await open();
  await beginWith(app, CANARY);
  await app.close();
  const other = await Place.make();
  const second = await App.open(other);
  try {
    await beginWith(second, CANARY);
  } finally {
    await second.close();
  }
  const starts = [];
  for (const { vault } of [place, other]) {
    const bytes = await readFile(join(vault, 'journal.db'));
    assert.ok(bytes.length >= 4096);
    assert.ok(!bytes.includes('SQLite format 3') && !bytes.includes('CREATE TABLE'));
    starts.push(bytes.subarray(0, 16).toString('hex'));
  }
  await other.remove();
  assert.notEqual(starts[0], starts[1]);
});
