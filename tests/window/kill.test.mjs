// kill -9 while somebody types and saves: what was acknowledged is there, and the draft is not
// older than a second.

import assert from 'node:assert/strict';
import { entries } from './harness/cli.mjs';
import { journey } from './harness/journey.mjs';
import { beginWith, draftSaved, unlock } from './harness/pages.mjs';
import { pause } from './harness/patience.mjs';

const KILLS = 10;
/** What is promised of a draft. */
const SECOND = 1000;

const WORDS = 'we argued about the car again and i said nothing for the rest of the way home '.split(/(?<= )/);

journey('ten kills lose no acknowledged entry and no draft older than a second', async ({ place, open }) => {
  let app = await open();
  const acknowledged = ['We argued about the first thing.'];
  await beginWith(app, acknowledged[0]);
  await app.close();

  let drafts = 0;
  for (let turn = 1; turn <= KILLS; turn += 1) {
    app = await open();
    await unlock(app);
    await app.put('editor', '');
    if (turn % 2) {
      const typed = await typeUntilKilled(app, turn);
      drafts += 1;
      app = await open();
      await unlock(app);
      const draft = await app.value('editor');
      assert.ok(
        draft.startsWith(typed.secure),
        `turn ${turn}: typed more than a second before the kill: "${typed.secure}"; found: "${draft}"`,
      );
      assert.ok(typed.all.startsWith(draft), `turn ${turn}: nobody typed "${draft}"`);
      await app.close();
    } else {
      const text = `We argued about thing number ${turn}.`;
      if (await saveAndKill(app, text)) acknowledged.push(text);
      const kept = (await entries(place)).some((entry) => entry.text === text);
      if (!kept) {
        app = await open();
        await unlock(app);
        assert.equal(await app.value('editor'), text, `turn ${turn}: neither entry nor draft`);
        await app.close();
      }
    }
  }
  const texts = (await entries(place)).map((entry) => entry.text);
  for (const text of acknowledged) assert.ok(texts.includes(text), `acknowledged and gone: "${text}"`);
  assert.ok(drafts >= 5 && acknowledged.length >= 2, 'too little was acknowledged to prove anything');
});

/** Types until a moment drawn by chance, kills, and tells what had stood there a second before. */
async function typeUntilKilled(app, turn) {
  const began = Date.now();
  const enough = 1300 + Math.random() * 1700;
  const marks = [];
  let all = `${turn}: `;
  await app.type('editor', all);
  while (Date.now() - began < enough) {
    const word = WORDS[marks.length % WORDS.length];
    await app.type('editor', word);
    all += word;
    marks.push({ at: Date.now(), text: all });
  }
  const killed = Date.now();
  await app.close();
  const secure = marks.filter(({ at }) => at <= killed - SECOND).at(-1)?.text ?? '';
  assert.ok(secure.length > 0, 'typing was too slow to prove anything');
  return { secure, all };
}

/** Saves a text whose draft is on disk and kills within moments. @returns {Promise<boolean>} whether it was acknowledged before */
async function saveAndKill(app, text) {
  await app.put('editor', text);
  await draftSaved(app);
  await pause(700);
  await draftSaved(app);
  await app.click('save-entry');
  await pause(Math.random() * 250);
  const told = await app.shows('saved');
  await app.close();
  return told;
}
