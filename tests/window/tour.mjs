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
    await body(app, place);
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

/** What is reached through the list: an old entry, its card, what it missed, its change, the quiet page. */
async function fromTheJournal(app) {
  await pages.goTo(app, 'journal');
  await shoot(app, 'journal');
  await app.type('search', 'sea');
  await patiently(async () => (await app.all('journal-row')).length < 6, 'the list is narrowed');
  await shoot(app, 'journal-search');
  await app.fill('search', '');
  await app.click('trash');
  await app.says('journal-empty', /./);
  await shoot(app, 'trash-empty');

  await pages.goTo(app, 'journal');
  await pages.openEntry(app, 'The nursery form');
  await app.see('finding');
  if (await app.shows('show-others')) await app.click('show-others');
  await shoot(app, 'entry-old');
  await app.click('card-open');
  await app.see('card');
  await shoot(app, 'card');
  await app.click('card-close');
  await app.click('add-finding');
  await shoot(app, 'entry-missed-which');
  await app.click('missed-sentence');
  await app.see('missed-panel');
  await shoot(app, 'entry-missed-what');
  await app.click('entry-edit');
  await shows(app, 'write');
  await shoot(app, 'entry-change');
  await app.click('drop-change');
  await shows(app, 'entry');
  await app.click('rupture-open');
  await shows(app, 'rupture');
  await shoot(app, 'rupture');
  await pages.goTo(app, 'journal');
  await pages.openEntry(app, 'Sam has told his parents');
  await shoot(app, 'entry-repaired');
  await app.click('entry-trash');
  await app.see('toast-action');
  await shoot(app, 'trashed-with-undo');
  await app.click('toast-action');
  await shows(app, 'entry');

  await pages.goTo(app, 'journal');
  await pages.openEntry(app, 'Handover at Daniel');
  await shoot(app, 'entry-resting');
  await app.click('notes-line');
  await shows(app, 'notes');
  await shoot(app, 'notes');
}

/** A follow-up that has become due: on Today, and answered. */
async function whenItIsDue(app, place) {
  await setClock(place, '2026-10-29T18:40:00Z');
  await pages.goTo(app, 'today');
  await app.see('due-row');
  await shoot(app, 'today-due');
  await app.click('due-row');
  await app.see('follow-up-answer');
  await shoot(app, 'rupture-due');
  await app.click('outcome-better');
  await app.type('outcome-note', 'We talked on the stairs. It was all right.');
  await app.click('answer-state-repaired');
  await shoot(app, 'rupture-answering');
  await app.click('answer');
  await app.gone('follow-up-answer');
  await shoot(app, 'rupture-mended');
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

await walk(async () => {}, async (app, place) => {
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
  await pages.goTo(app, 'patterns');
  await shoot(app, 'month-of-one');
  await whenItIsDue(app, place);
  await pages.lock(app);
  await shoot(app, 'locked');
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
  await patiently(async () => (await app.shows('unlock-passphrase')) || (await app.shows('error')), 'the first screen');
  if (await app.shows('unlock-passphrase')) {
    await app.fill('unlock-passphrase', pages.PASSPHRASE);
    await app.click('unlock');
  }
  await app.says('error', /./, 20000);
  await shoot(app, 'damaged');
});
