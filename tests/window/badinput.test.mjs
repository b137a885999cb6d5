// What nobody means to do and everybody does: nothing is lost, nothing crashes, and each has a
// plain sentence.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { HOOKS } from './harness/app.mjs';
import { cli, entries } from './harness/cli.mjs';
import { setClock } from './harness/clock.mjs';
import { journey } from './harness/journey.mjs';
import { beginWith, draftSaved, one, send, unlock, write } from './harness/pages.mjs';
import { patiently } from './harness/patience.mjs';

const FIRST = 'We argued about the car.';

journey('an empty entry is answered by a sentence, and nothing is stored', async ({ place, open }) => {
  const app = await open();
  await beginWith(app, FIRST);
  await app.click('nav-today');
  await app.put('editor', ' \n\t ');
  await send(app, 'editor');
  await app.says('error', /nothing written/);
  await app.close();
  assert.equal((await entries(place)).length, 1);
});

journey('what people paste is kept as it is and runs nothing', async ({ place, open }) => {
  const app = await open();
  await beginWith(app, FIRST);
  await app.watch();
  const hostile = [
    '<script>window.ran = 1</script>',
    '<img src=x onerror="window.ran = 2"><svg onload="window.ran = 3">',
    '{{7*7}} ${7*7} javascript:window.ran=4 \'"`;--',
  ].join('\n');
  const texts = {
    emoji: 'We argued 😶‍🌫️ about the 👩‍👧‍👦 visit, zalgo Z͑ͫ̓ and all.',
    'right to left': 'She said שלום and مرحبا and then ‮turned away‬ from me.',
    NUL: 'Before\0after. We argued about the car.',
    script: `We argued about markup.\n${hostile}`,
  };
  for (const [name, text] of Object.entries(texts)) {
    await write(app, text);
    await app.click('saved-see');
    const shown = (await patiently(() => app.driver.executeScript(
      'return document.querySelector(\'[data-test="entry-text"]\')?.textContent',
    ), `the entry with ${name} is shown`));
    assert.ok(shown.includes(text.replace('\0', '').slice(-12)), `${name}: ${shown}`);
  }
  const { ran, elements } = await app.driver.executeScript(
    `return { ran: window.ran ?? null,
              elements: document.querySelectorAll('[data-test="entry-text"] :is(script, img, svg)').length };`,
  );
  assert.equal(ran, null, 'what was written ran');
  assert.equal(elements, 0, 'what was written became markup');
  assert.deepEqual(await app.faults(), []);
  await app.close();
  const stored = (await entries(place)).map((entry) => entry.text.replace('\0', ''));
  for (const [name, text] of Object.entries(texts)) {
    assert.ok(stored.includes(text.replace('\0', '')), `${name} was not kept as it was written`);
  }
});

journey('a megabyte in one entry is kept', async ({ place, open }) => {
  const app = await open();
  await beginWith(app, FIRST);
  const megabyte = 'We argued about the car and I went quiet. '.repeat(25000).trim();
  await app.click('nav-today');
  await app.put('editor', megabyte);
  await draftSaved(app);
  await app.click('save-entry');
  await app.see('saved', 30000);
  await app.click('saved-enough');
  await app.see('editor');
  await app.close();
  assert.ok((await entries(place)).some((entry) => entry.text === megabyte));
});

journey('a day to come is refused and the text stays in the editor', async ({ place, open }) => {
  await setClock(place, '2026-10-03T18:30:00Z');
  const app = await open();
  await beginWith(app, FIRST);
  await app.click('nav-today');
  const text = 'We argued about the car tomorrow.';
  await app.put('editor', text);
  await app.click('chip-when');
  await app.click(one('when-near', '2026-10-03'));
  // The clock goes back under the open window: what was today is now a day to come.
  await setClock(place, '2026-09-30T18:30:00Z');
  await app.click('save-entry');
  await app.says('error', /to come|future|not been yet/);
  assert.equal(await app.value('editor'), text);
  const refusal = await app.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     const fields = { text: 'x', people: [], happenedOn: '2030-01-01', happenedPart: null, cause: null, size: null,
       feelings: [], distress: null, thisAgain: null, tellsRupture: true, keepOnly: false };
     window.__TAURI__.core.invoke('entry_save', { request: { entryId: null, fields } }).then(() => done(null), done);`,
  );
  assert.equal(refusal?.code, 'input', 'the backend decides it, whatever the page lets through');
});

journey('a clock that is set back loses nothing', async ({ place, open }) => {
  await setClock(place, '2026-10-03T18:30:00Z');
  let app = await open();
  await beginWith(app, FIRST);
  await setClock(place, '2026-09-28T08:00:00Z');
  await write(app, 'We argued about the clock.');
  await app.close();
  app = await open();
  await unlock(app);
  await app.click('nav-patterns');
  await patiently(async () => /October|September/.test(await app.page()), 'a month is shown');
  await app.close();
  assert.deepEqual((await entries(place)).map(({ text }) => text).sort(), [FIRST, 'We argued about the clock.']);
});

journey('an emptied or missing file is called that, and left alone', async ({ place, open }) => {
  let app = await open();
  await beginWith(app, FIRST);
  await app.close();
  const journal = join(place.vault, 'journal.db');
  const key = join(place.vault, 'unlock.age');

  await rename(key, `${key}.away`);
  app = await open();
  await tryToOpen(app);
  await app.says('error', /missing/);
  await app.close();
  await rename(`${key}.away`, key);

  app = await open();
  await unlock(app);
  await app.see('editor');
  await app.close();

  await truncate(journal, 0);
  app = await open();
  await tryToOpen(app);
  await app.says('error', /empty/);
  assert.doesNotMatch(await app.page(), /wrong passphrase/i);
  await app.close();
  assert.equal((await stat(journal)).size, 0, 'the emptied file was left as it was');
});

/** Gives the right passphrase where one is asked for; a fault may be told before that. */
async function tryToOpen(app) {
  await patiently(async () => (await app.shows('unlock-passphrase')) || (await app.shows('error')), 'the first screen');
  if (!(await app.shows('unlock-passphrase'))) return;
  await app.fill('unlock-passphrase', 'seven kettles under the stairs');
  await app.click('unlock');
}

journey('a second start shows the first window, and the command line says it is open', async ({ place, open }) => {
  const app = await open();
  await beginWith(app, FIRST);
  const second = spawn(HOOKS, ['--vault', place.vault], { env: place.environment(), stdio: 'ignore' });
  const [code] = await Promise.race([
    once(second, 'exit'),
    new Promise((_, late) => setTimeout(late, 15000, new Error('the second start did not end'))),
  ]).finally(() => second.kill('SIGKILL'));
  assert.equal(code, 0, 'the second start ends quietly');
  const refused = await cli(place, 'list', '--json');
  assert.equal(refused.code, 5);
  assert.match(refused.err, /^Goldseam is open/);
  await write(app, 'We argued about it once more.');
  await app.close();
  assert.equal((await entries(place)).length, 2, 'the first went on as if nothing had been');
});
