// A place of its own for one test: home, temporary folder and vault, so that whatever the app
// writes lies under one folder that can be read to the last byte.
// Not here: starting the app (app.mjs).

import { mkdtemp, mkdir, readdir, readFile, rm, lstat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders of one test. */
export class Place {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.home = join(folder, 'home');
    this.vault = join(folder, 'vault');
    this.tmp = join(folder, 'tmp');
    this.clock = join(folder, 'now');
  }

  static async make() {
    const place = new Place(await mkdtemp(join(tmpdir(), 'goldseam-test-')));
    const rooms = ['.config', '.cache', '.local/share', '.local/state', '.run'];
    for (const room of rooms) {
      await mkdir(join(place.home, room), { recursive: true, mode: 0o700 });
    }
    await mkdir(place.tmp, { mode: 0o700 });
    return place;
  }

  /** The environment that keeps a program inside this place. */
  environment() {
    return {
      ...process.env,
      HOME: this.home,
      XDG_CONFIG_HOME: join(this.home, '.config'),
      XDG_CACHE_HOME: join(this.home, '.cache'),
      XDG_DATA_HOME: join(this.home, '.local/share'),
      XDG_STATE_HOME: join(this.home, '.local/state'),
      XDG_RUNTIME_DIR: join(this.home, '.run'),
      TMPDIR: this.tmp,
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      NO_AT_BRIDGE: '1',
      GOLDSEAM_TEST_NOW: this.clock,
    };
  }

  /**
   * Every file under this place with its bytes. What is gone between listing and reading, while a
   * program is at work, is left out.
   * @returns {Promise<{path: string, bytes: Buffer}[]>}
   */
  async files() {
    const found = [];
    for (const name of await readdir(this.folder, { recursive: true })) {
      const path = join(this.folder, name);
      try {
        if ((await lstat(path)).isFile()) found.push({ path, bytes: await readFile(path) });
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    }
    return found;
  }

  async remove() {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
