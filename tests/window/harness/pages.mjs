// What somebody does on the screens, in the words of the interface's own test hooks.
// Not here: what is expected of them; that stands in the tests.

import { Key } from 'selenium-webdriver';
import { patiently } from './patience.mjs';

/** Taken as strong enough. */
export const PASSPHRASE = 'seven kettles under the stairs';

/** The first run: writes, goes past the quiet page, chooses the passphrase. @param {import('./app.mjs').App} app @param {string} text */
export async function beginWith(app, text, passphrase = PASSPHRASE) {
  await app.type('first-editor', text);
  await app.click('keep');
  await app.click('understood');
  await choosePassphrase(app, passphrase, passphrase);
  await app.see('saved', 20000);
}

/** Fills both fields and sends them. @param {import('./app.mjs').App} app @param {string} first @param {string} again */
export async function choosePassphrase(app, first, again) {
  await app.fill('passphrase', first);
  await app.fill('passphrase-again', again);
  await app.click('create');
}

/** @param {import('./app.mjs').App} app */
export async function unlock(app, passphrase = PASSPHRASE) {
  await app.fill('unlock-passphrase', passphrase);
  await app.click('unlock');
  await app.gone('unlock-passphrase', 20000);
  await app.watch();
}

/** Goes to a place of the rail. @param {import('./app.mjs').App} app @param {'today' | 'journal' | 'patterns' | 'settings'} place */
export async function goTo(app, place) {
  await app.click(`nav-${place}`);
  await patiently(
    async () => (await (await app.see(`nav-${place}`)).getAttribute('aria-current')) === 'page',
    `${place} is shown`,
  );
}

/** Writes a new entry and saves it. @param {import('./app.mjs').App} app @param {string} text */
export async function write(app, text) {
  await goTo(app, 'today');
  await app.put('editor', text);
  await app.click('save-entry');
  await app.see('saved', 20000);
}

/** Adds somebody in place, while writing. @param {import('./app.mjs').App} app @param {string} alias @param {string} relationship @param {string} [age] */
export async function addPerson(app, alias, relationship, age) {
  await app.click('chip-who');
  if (!(await app.shows('person-alias'))) await app.click('add-person');
  await app.type('person-alias', alias);
  await app.click(one('person-relationship', relationship));
  if (age) await app.click(one('person-age', age));
  await app.click('person-save');
  await app.says('chip-who', alias);
}

/** One choice of a row. @param {string} name @param {string} value */
export const one = (name, value) => `[data-test="${name}"][data-value="${value}"]`;

/** Waits until the draft is said to be on disk. @param {import('./app.mjs').App} app */
export const draftSaved = (app) => app.says('saved-whisper', /^Saved/);

/** Ctrl+Enter in a field. @param {import('./app.mjs').App} app @param {string} name */
export async function send(app, name) {
  await app.type(name, Key.chord(Key.CONTROL, Key.ENTER));
}

/** The name of the screen that is shown. @param {import('./app.mjs').App} app */
export const screen = (app) => app.driver.executeScript('return document.documentElement.dataset.screen');
