// Looks for words in every byte under a place, in each form a program might write them.

import assert from 'node:assert/strict';

/**
 * Fails if any of these words stands in any file of the place.
 * @param {import('./place.mjs').Place} place
 * @param {string[]} words
 * @returns {Promise<string[]>} the paths that were read
 */
export async function assertNowhere(place, words) {
  const needles = words.flatMap((word) => [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
  ]);
  const files = await place.files();
  for (const { path, bytes } of files) {
    for (const needle of needles) {
      assert.equal(bytes.indexOf(needle), -1, `${path} holds "${needle.toString('utf8').slice(0, 40)}" in the clear`);
    }
  }
  return files.map(({ path }) => path);
}
