// The whole way through once, in the real window: write, keep, read, change, ask later, be asked,
// answer, look at the month.

import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { HOOKS } from './harness/app.mjs';
import * as bus from './harness/bus.mjs';
import { assertNowhere } from './harness/canary.mjs';
import { setClock } from './harness/clock.mjs';
import { journey } from './harness/journey.mjs';
import {
  addPerson, choosePassphrase, findingWith, goTo, lock, month, one, openEntry, PASSPHRASE, screen, unlock, write,
} from './harness/pages.mjs';
import { patiently, pause } from './harness/patience.mjs';

const QUIET = 'Sam asked where I had been. I shut down and went to bed without a word.';
const DEFENDED = "When she said I forgot again I told her it wasn't my fault, the calendar was wrong.";
const FIRST = `${QUIET} ${DEFENDED}`;
const SECOND = "We argued about money, but I didn't shut down this time.";
const NOTE = 'We talked on the stairs and it was all right.';

journey('the whole journey', async ({ place, open, later }) => {
  await setClock(place, '2026-10-03T18:30:00Z');
  const recording = await bus.record(join(place.folder, 'notifications-as-sent'));
  later(() => recording.stop());

  let app = await open();
  await app.watch();
  await firstRun(app);
  await seeAndJudge(app);
  assert.deepEqual(await app.faults(), []);

  await app.close();
  app = await open();
  await wrongThenRight(app);
  await change(app);
  await throwAwayAndBack(app);
  await askMeLater(app);
  assert.deepEqual(await app.faults(), []);

  await lock(app);
  await beAsked(place);
  await answer(app);
  await monthAtTheEnd(app);
  assert.deepEqual(await app.faults(), []);

  await app.close();
  await recording.stop();
  await assertNowhere(place, [QUIET, QUIET.slice(28, 60), SECOND, NOTE, PASSPHRASE]);
}, { minutes: 8 });

/** Types before there is any passphrase; only a good one, twice the same, keeps it. */
async function firstRun(app) {
  await app.type('first-editor', FIRST);
  await app.click('keep');
  await app.click('understood');
  await choosePassphrase(app, 'password', 'password');
  await app.says('error', /guess/);
  await app.see('passphrase');
  await choosePassphrase(app, PASSPHRASE, `${PASSPHRASE}s`);
  await app.says('error', /differ|not the same|two/);
  await choosePassphrase(app, PASSPHRASE, PASSPHRASE);
  await app.see('saved', 20000);
  assert.match(await app.page(), /It’s down\.\s+Nothing more is needed\./);
}

/** The findings stand with their sentences; "not me" changes the month. */
async function seeAndJudge(app) {
  await app.click('saved-see');
  assert.match(await (await findingWith(app, 'stonewalling')).getText(), /quiet/i);
  await findingWith(app, 'defensiveness');
  await app.says('entry-text', FIRST);

  await goTo(app, 'patterns');
  let page = await month(app);
  assert.equal(page.n, 1);
  assert.deepEqual(page.responses, { stonewalling: [1, 1], defensiveness: [1, 1] });
  assert.match(page.text, /too early to call a pattern/);

  await goTo(app, 'journal');
  await openEntry(app, 'Sam asked');
  await judge(app, 'defensiveness', 'verdict-not_me');
  await goTo(app, 'patterns');
  page = await month(app);
  assert.deepEqual(page.responses, { stonewalling: [1, 1] }, 'what was rejected is not counted');
}

/** Says a word on a finding. */
async function judge(app, kind, verdict) {
  await patiently(async () => {
    const finding = await findingWith(app, kind);
    await (await finding.findElement({ css: `[data-test="${verdict}"]` })).click();
    return true;
  }, `${verdict} on ${kind} can be clicked`);
  await patiently(async () => {
    const finding = await findingWith(app, kind);
    const button = await finding.findElement({ css: `[data-test="${verdict}"]` });
    return (await button.getAttribute('aria-pressed')) === 'true';
  }, `${verdict} on ${kind} is kept`);
}

/** After the restart: a wrong passphrase is called that; the right one leads back to everything. */
async function wrongThenRight(app) {
  await app.fill('unlock-passphrase', 'eight kettles under the stairs');
  await app.click('unlock');
  await app.says('error', /passphrase doesn't open/, 20000);
  await unlock(app);
  await goTo(app, 'patterns');
  assert.deepEqual((await month(app)).responses, { stonewalling: [1, 1] }, 'the verdict outlived the restart');
  await goTo(app, 'journal');
  await openEntry(app, 'Sam asked');
}

/** The text is changed later; the earlier wording is kept. */
async function change(app) {
  await app.click('entry-edit');
  await patiently(async () => (await app.value('editor')) === FIRST, 'the editor holds the entry');
  await app.type('editor', ' Later I said sorry for going silent.');
  await app.click('save-entry');
  await app.says('entry-text', 'Later I said sorry');
  await app.click('revisions');
  await app.says('revision', 'without a word');
  assert.doesNotMatch(await app.text('revision'), /Later I said sorry/);
}

/** Into the trash and back. */
async function throwAwayAndBack(app) {
  await app.click('entry-trash');
  await patiently(async () => (await screen(app)) === 'journal', 'the journal is shown');
  assert.doesNotMatch(await app.text('journal-days'), /Sam asked/);
  await app.click('toast-action');
  await patiently(async () => (await screen(app)) === 'entry', 'the entry is back');
  await goTo(app, 'journal');
  await openEntry(app, 'Sam asked');
}

/** A second entry with somebody added in place, and a time to be asked. */
async function askMeLater(app) {
  await goTo(app, 'today');
  await app.type('editor', SECOND);
  await addPerson(app, 'Sam', 'partner');
  await app.click('save-entry');
  await app.see('saved');
  await app.click(one('follow-up-option', 'threeDays'));
  await app.click('allow-notifications');
  await app.click('follow-up-choose');
  await app.says('follow-up-chosen', 'Tuesday 6 October, 18:00');
}

/** At the time, and not before, a real notification arrives: the constant text and nothing else. */
async function beAsked(place) {
  await bus.clear();
  const before = (await bus.remembered()).length;
  await setClock(place, '2026-10-06T17:59:30Z');
  await pause(1500);
  assert.equal(await bus.displayed(), 0, 'not before its time');
  await setClock(place, '2026-10-06T18:00:05Z');
  await patiently(async () => (await bus.displayed()) === 1, 'the notification is on the screen');
  await pause(1000);
  assert.equal(await bus.displayed(), 1, 'once');

  const sent = (await place.files()).find(({ path }) => path.endsWith('notifications-as-sent'));
  const call = sent.bytes.toString().split('member=Notify').at(-1);
  const texts = [...call.matchAll(/string "(.*)"/g)].map(([, text]) => text);
  // In order: the app's name, its icon's name, title, text, and the one action a click means.
  const name = basename(HOOKS);
  assert.deepEqual(
    texts,
    [name, name, 'Goldseam', 'You asked for a reminder.', 'default', ''],
    'the constant text went to the daemon and nothing else',
  );

  await bus.click();
  await patiently(async () => (await bus.remembered()).length === before + 1, 'the daemon noted it');
  const [noted] = await bus.remembered();
  assert.equal(noted.summary, 'Goldseam');
  assert.equal(noted.body, 'You asked for a reminder.');
}

/** The click leads to that conflict, once unlocked; it went better, and is mended. */
async function answer(app) {
  await unlock(app);
  await patiently(async () => (await screen(app)) === 'rupture', 'the notification leads to its conflict');
  assert.match(await app.page(), /We argued about money/);
  await app.click('outcome-better');
  await app.type('outcome-note', NOTE);
  await app.click('answer-state-repaired');
  await app.click('answer');
  await app.gone('follow-up-answer');
  await patiently(async () => (await app.page()).includes(NOTE), 'the line is kept');
}

/** Every figure of the month. */
async function monthAtTheEnd(app) {
  await goTo(app, 'patterns');
  const page = await month(app);
  assert.equal(page.n, 2);
  assert.deepEqual(
    page.responses,
    { stonewalling: [1, 2], sincere_apology: [1, 2] },
    'what was held back is not counted; what was changed later was read again',
  );
  assert.deepEqual(page.states, { repaired: 1, open: 1 });
  assert.match(page.text, /1 of 1 mended/, 'with Sam');
}

journey('one line keeps an entry from being read', async ({ open }) => {
  const app = await open();
  await app.type('first-editor', 'We argued.');
  await app.click('keep');
  await app.click('understood');
  await choosePassphrase(app, PASSPHRASE, PASSPHRASE);
  await app.see('saved', 20000);
  await goTo(app, 'today');
  await app.put('editor', QUIET);
  await app.click('chip-keep-only');
  await app.click('save-entry');
  await app.click('saved-see');
  await app.says('entry-text', QUIET);
  assert.equal((await app.all('finding')).length, 0);
  await goTo(app, 'today');
  assert.equal(await app.value('editor'), '', 'what was saved does not come back as a draft');
  await write(app, QUIET);
  await app.click('saved-see');
  await findingWith(app, 'stonewalling');
});
