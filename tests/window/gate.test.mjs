// The gate: where a safety sign stands nothing is found, judged, asked or counted, and the quiet
// page is one line away.

import assert from 'node:assert/strict';
import { setClock } from './harness/clock.mjs';
import { journey } from './harness/journey.mjs';
import { beginWith, findingWith, goTo, month, openEntry, screen, write } from './harness/pages.mjs';
import { patiently } from './harness/patience.mjs';

const AFRAID = 'He grabbed my arm and pushed me against the wall. I shut down and went to bed without a word.';
const CRISIS = 'We argued and I want to kill myself. I shut down and went to bed without a word.';
const PLAIN = 'Sam asked where I had been. I shut down and went to bed without a word.';

journey('an entry with a safety sign rests', async ({ place, open }) => {
  await setClock(place, '2026-10-03T18:30:00Z');
  const app = await open();
  await beginWith(app, PLAIN);
  await app.see('follow-up-offer');
  await write(app, AFRAID);
  await app.see('saved-enough');
  assert.equal(await app.shows('follow-up-offer'), false, 'nothing is asked about it');

  await app.click('saved-see');
  await app.says('entry-text', 'He grabbed my arm');
  for (const name of ['finding', 'verdict-yes', 'follow-up-offer', 'add-finding']) {
    assert.equal(await app.shows(name), false, `${name} stands beside a safety sign`);
  }

  await goTo(app, 'patterns');
  let page = await month(app);
  assert.equal(page.n, 1, 'it is in no count');
  assert.doesNotMatch(page.text, /grabbed/);
  await goTo(app, 'today');
  assert.doesNotMatch(await app.page(), /grabbed/, 'it is not held up as open');

  await goTo(app, 'journal');
  await openEntry(app, 'He grabbed');
  await app.click('notes-line');
  await patiently(async () => (await screen(app)) === 'notes', 'the quiet page is one line away');
  const notes = await app.page();
  assert.match(notes, /^Notes$/m);
  assert.match(notes, /1-800-799-7233/);
  assert.doesNotMatch(notes, /!/);

  await app.click('notes-free');
  await patiently(async () => (await screen(app)) === 'entry', 'freed, it is an entry like any other');
  await findingWith(app, 'stonewalling');
  await goTo(app, 'patterns');
  page = await month(app);
  assert.equal(page.n, 2, '"This isn\'t that" counts it again');
});

journey('a crisis sign shows the quiet page first', async ({ open }) => {
  const app = await open();
  await beginWith(app, PLAIN);
  await goTo(app, 'today');
  await app.put('editor', CRISIS);
  await app.click('save-entry');
  await patiently(async () => (await screen(app)) === 'notes', 'the quiet page comes first');
  assert.match(await app.page(), /988/);
  assert.equal(await app.shows('finding'), false);
});
