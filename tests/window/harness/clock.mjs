// The clock of the build with test hooks: a file that holds an instant. Written beside and
// renamed, because the app may look at it at any moment.

import { rename, writeFile } from 'node:fs/promises';

/** Sets the app's clock. @param {import('./place.mjs').Place} place @param {string} instant RFC 3339 */
export async function setClock(place, instant) {
  if (Number.isNaN(Date.parse(instant))) throw new Error(`not an instant: ${instant}`);
  await writeFile(`${place.clock}.new`, instant);
  await rename(`${place.clock}.new`, place.clock);
}
