// The app's process, found by the program and the vault it was given; ended by its id alone.

import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { patiently } from './patience.mjs';

/** Ids of the processes that run this program on this vault. @param {string} program @param {string} vault */
export async function processesOf(program, vault) {
  const found = [];
  for (const id of await readdir('/proc')) {
    if (!/^\d+$/.test(id)) continue;
    const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    if (basename(words[0]) === basename(program) && words.includes(vault)) found.push(Number(id));
  }
  return found;
}

/** kill -9, and waits until it is gone. @param {number} id */
export async function kill(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
  await patiently(() => ended(id), `process ${id} is gone`, 5000);
}

/**
 * Whether a process has ended; one that only waits to be collected by its parent has. Its first
 * thread may look so while another one still holds the vault's lock: all must be gone.
 * @param {number} id
 */
export async function ended(id) {
  const line = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => null);
  if (line === null) return true;
  const threads = await readdir(`/proc/${id}/task`).catch(() => []);
  return /\) [ZX] /.test(line) && threads.length <= 1;
}
