// Walks through the real window and leaves a picture of every screen: light and dark, wide and
// narrow. `cargo xtask tour` starts it. Not a test, but a fault on the way ends it.

import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { App } from './harness/app.mjs';
import { cli } from './harness/cli.mjs';
import { setClock } from './harness/clock.mjs';
import * as pages from './harness/pages.mjs';
import { patiently, pause } from './harness/patience.mjs';
import { Place } from './harness/place.mjs';

const NOW = '2026-10-24T18:40:00Z';
const SIZES = { wide: 1280, narrow: 480 };
const THEMES = ['light', 'dark'];
/** A page is never shown shorter than a window, nor longer than anybody would look at. */
const HEIGHTS = { least: 820, most: 3200 };

const folder = argv[2];
let number = 0;

/** Four pictures of what is shown now. @param {App} app @param {string} name */
async function shoot(app, name) {
  number += 1;
  const stem = `${String(number).padStart(2, '0')}-${name}`;
  const theme = await app.driver.executeScript('return document.documentElement.dataset.theme ?? null');
  for (const [size, width] of Object.entries(SIZES)) {
    await app.resize(width, HEIGHTS.least);
    const whole = await app.driver.executeScript(
      'return Math.max(document.documentElement.scrollHeight, (document.querySelector("main")?.scrollHeight ?? 0))',
    );
    const height = Math.min(Math.max(whole, HEIGHTS.least), HEIGHTS.most);
    if (height !== HEIGHTS.least) await app.resize(width, height);
    for (const look of THEMES) {
      await app.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', look);
      await pause(300);
      await writeFile(join(folder, `${stem}.${size}.${look}.png`), await app.picture());
    }
  }
  await app.driver.executeScript(
    `const [theme] = arguments;
     if (theme === null) delete document.documentElement.dataset.theme;
     else document.documentElement.dataset.theme = theme;`,
    theme,
  );
  await app.resize(SIZES.wide, HEIGHTS.least);
  console.log(stem);
}

/** Walks in a place of its own; whatever happens, app and place are gone afterwards. */
async function walk(prepare, body) {
  const place = await Place.make();
  let app;
  try {
    await setClock(place, NOW);
    await prepare(place);
    app = await App.open(place);
    await app.watch();
    await body(app);
    const faults = await app.faults();
    if (faults?.length) throw new Error(`on the way: ${faults.join('; ')}`);
  } catch (error) {
    await app?.leaveEvidence('tour').catch(() => null);
    throw error;
  } finally {
    await app?.close();
    await place.remove();
  }
}

async function demo(place) {
  const { code, err } = await cli(place, 'demo');
  if (code !== 0) throw new Error(`the demo could not be made: ${err}`);
}

const shows = (app, name) => patiently(async () => (await pages.screen(app)) === name, `"${name}" is shown`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

await walk(async () => {}, async (app) => {
  await app.see('first-editor');
  await shoot(app, 'first-empty');
  await app.type(
    'first-editor',
    'Sam asked where I had been. I shut down and went to bed without a word. '
      + 'I wanted to say that the day had been too long, and could not.',
  );
  await shoot(app, 'first-written');
  await app.click('keep');
  await app.see('think');
  await shoot(app, 'first-think');
  await app.click('understood');
  await app.fill('passphrase', 'kettle');
  await app.says('strength', /./);
  await shoot(app, 'first-passphrase');
  await pages.choosePassphrase(app, pages.PASSPHRASE, `${pages.PASSPHRASE}s`);
  await app.says('error', /./);
  await shoot(app, 'first-passphrases-differ');
  await pages.choosePassphrase(app, pages.PASSPHRASE, pages.PASSPHRASE);
  await app.see('saved', 20000);
  await shoot(app, 'saved');
  await app.click('follow-up-choose');
  await app.see('follow-up-chosen');
  await shoot(app, 'saved-and-asked');
  await app.click('saved-see');
  await app.see('finding');
  await shoot(app, 'entry-first');
});

await walk(demo, async (app) => {
  await app.see('unlock-passphrase');
  await shoot(app, 'unlock');
  await app.fill('unlock-passphrase', 'not this one at all');
  await app.click('unlock');
  await app.says('error', /./, 20000);
  await shoot(app, 'unlock-wrong');
  await pages.unlock(app);
  await app.see('editor');
  await shoot(app, 'today');
  await app.put('editor', 'Ida would not put her shoes on and I shouted at her. She went very still. I knelt down and said I was sorry for shouting.');
  await pages.draftSaved(app);
  await shoot(app, 'today-writing');
  for (const chip of ['who', 'when', 'cause', 'size', 'feelings', 'distress', 'again']) {
    await app.click(`chip-${chip}`);
    await pause(200);
    await shoot(app, `today-${chip}`);
    await app.click(`chip-${chip}`);
  }
  await app.click('chip-who');
  await app.click('add-person');
  await shoot(app, 'today-somebody-new');
  await app.click('chip-who');
  await app.click('save-entry');
  await app.see('saved', 20000);
  await shoot(app, 'saved-with-child');
  await app.click('saved-see');
  await app.see('finding');
  await shoot(app, 'entry');
  await fromTheJournal(app);
  await pages.goTo(app, 'patterns');
  await shoot(app, 'month');
  await app.click('month-previous');
  await pause(400);
  await shoot(app, 'month-before');
  await pages.goTo(app, 'settings');
  await shoot(app, 'settings');
});

await walk(async (place) => {
  await demo(place);
  await truncate(join(place.vault, 'journal.db'), 0);
}, async (app) => {
  await patiently(async () => (await app.shows('unlock-passphrase')) || app.shows('error'), 'the first screen');
  if (await app.shows('unlock-passphrase')) {
    await app.fill('unlock-passphrase', pages.PASSPHRASE);
    await app.click('unlock');
  }
  await app.says('error', /./, 20000);
  await shoot(app, 'damaged');
});

/** What is reached through the list: an old entry, its card, its change, the quiet page, a rupture. */
async function fromTheJournal(app) {
  await pages.goTo(app, 'journal');
  await shoot(app, 'journal');
}
void shows;
