// The command line on the same vault, as a second pair of eyes on what is really stored.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from './app.mjs';
import { PASSPHRASE } from './pages.mjs';

/**
 * @param {import('./place.mjs').Place} place
 * @param {string[]} words
 * @returns {Promise<{code: number | null, out: string, err: string}>}
 */
export async function cli(place, ...words) {
  const run = spawn(CLI, [...words, '--vault', place.vault, '--passphrase-stdin'], {
    env: place.environment(),
  });
  let out = '';
  let err = '';
  run.stdout.on('data', (bytes) => (out += bytes));
  run.stderr.on('data', (bytes) => (err += bytes));
  run.stdin.end(`${PASSPHRASE}\n`);
  const [code] = await once(run, 'close');
  return { code, out, err };
}

/** Every entry of the vault, which must not be open. @param {import('./place.mjs').Place} place */
export async function entries(place) {
  const { code, out, err } = await cli(place, 'list', '--json');
  if (code !== 0) throw new Error(`the journal cannot be listed: ${err}`);
  return out.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line));
}
