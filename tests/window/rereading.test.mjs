// Entries that an earlier analyser read are read again after an unlock: quietly, while the person goes
// on, and without touching their word on a finding.

import assert from 'node:assert/strict';
import { journey } from './harness/journey.mjs';
import { beginWith, findingWith, goTo, openEntry, screen, unlock, write } from './harness/pages.mjs';
import { patiently } from './harness/patience.mjs';

const QUIET = 'She asked where I had been. I shut down and went to bed without a word.';

journey('earlier entries are read again after an unlock', async ({ open }) => {
  let app = await open();
  await beginWith(app, QUIET);
  for (const words of ['We argued about the car and I hung up on him.', 'He rang. I told him I was sorry for shouting.']) {
    await write(app, words);
  }
  await app.close();

  // The readings are made to look like an earlier version's.
  app = await open({ env: { GOLDSEAM_TEST_READ_BEFORE: '1' } });
  await app.see('unlock-passphrase');
  await app.driver.executeScript(`
    window.said = [];
    const line = document.querySelector('[data-test="reading-again"]');
    new MutationObserver(() => window.said.push(line.hidden ? '' : line.textContent))
      .observe(line, { childList: true, attributes: true, subtree: true });`);
  await unlock(app);
  const said = await patiently(async () => {
    const all = await app.driver.executeScript('return window.said');
    return all.length > 1 && all.at(-1) === '' ? all : null;
  }, 'the reading to end');
  assert.match(said.find((words) => words !== ''), /earlier entries.*0 of 3/);
  assert.equal(await screen(app), 'today', 'nobody was led anywhere');

  await goTo(app, 'journal');
  await openEntry(app, 'She asked');
  await findingWith(app, 'stonewalling');
  assert.deepEqual(await app.faults(), []);
});
