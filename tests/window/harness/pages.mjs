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
  const form = async () => (await app.shows('person-alias')) || (await app.shows('add-person'));
  await patiently(form, 'there is a way to add somebody');
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

/** Opens an entry from the journal's list by its first words. @param {import('./app.mjs').App} app @param {string} opening */
export async function openEntry(app, opening) {
  await app.clickOn('journal-row', opening);
  await app.see('entry-text');
}

/** The note in the margin about one kind. @param {import('./app.mjs').App} app @param {string} kind */
export const findingWith = (app, kind) => app.see(`[data-test="finding"][data-kind="${kind}"]`);

/** Locks by the button and waits for the lock screen. @param {import('./app.mjs').App} app */
export async function lock(app) {
  await goTo(app, 'settings');
  await app.click('lock');
  await app.see('unlock-passphrase');
}

/**
 * The month as the page has it: ruptures, k and n of each response, what became of them, the text.
 * @param {import('./app.mjs').App} app
 */
export async function month(app) {
  await app.see('month-title');
  return app.driver.executeScript(
    `const all = (name) => [...document.querySelectorAll('[data-test' + name + ']')];
     return {
       n: Number(all('="month-title"')[0].dataset.n),
       responses: Object.fromEntries(all('="month-response"')
         .map(({ dataset }) => [dataset.kind, [Number(dataset.k), Number(dataset.n)]])),
       states: Object.fromEntries(all('^="month-state-"')
         .map(({ dataset }) => [dataset.test.slice('month-state-'.length), Number(dataset.count)])),
       people: Object.fromEntries(all('="month-person"')
         .map((person) => [person.dataset.alias, person.innerText])),
       text: document.querySelector('main').innerText,
     };`,
  );
}
