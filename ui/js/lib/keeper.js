// Keeps a draft on disk while somebody types: when to send, in what order, what to do when it fails.
// Not here: where it is sent to and how the outcome is shown; both are handed in.

/**
 * What became of the last sending.
 * @typedef {{ saved: true, words: string } | { saved: false, error: unknown }} Told
 */

/**
 * Milliseconds from the first unsaved key to sending. A fixed delay, never restarted by the next
 * key, so that it also runs out while typing goes on; a second is promised, the rest is the disk's.
 */
export const SEND_AFTER = 600;

/** Milliseconds until a refused draft is sent again. */
export const RETRY_AFTER = 2000;

/** Milliseconds a save of the entry waits for drafts still on their way. */
export const SETTLE_WITHIN = 1500;

/** @template T */
export class Keeper {
  #send;
  #told;
  /** @type {{ value: T } | null} */
  #unsent = null;
  /** @type {ReturnType<typeof setTimeout> | null} */
  #timer = null;
  #started = 0;
  #finished = 0;
  /** @type {Set<Promise<void>>} */
  #underway = new Set();
  #stopped = false;

  /**
   * @param {{ send: (value: T) => Promise<string>, told: (told: Told) => void }} ports
   *   `send` puts the value on disk and gives the words to show ("Saved 21:04").
   */
  constructor({ send, told }) {
    this.#send = send;
    this.#told = told;
  }

  /** Something has not reached the disk yet. */
  get pending() {
    return this.#unsent !== null || this.#underway.size > 0;
  }

  /**
   * The newest wording. Sent within SEND_AFTER of the first change that was not sent.
   * @param {T} value
   */
  change(value) {
    if (this.#stopped) return;
    this.#unsent = { value };
    this.#timer ??= setTimeout(() => this.#sendNow(), SEND_AFTER);
  }

  /**
   * Sends what is unsent at once and waits for everything under way. After a stop there is nothing
   * to send: what was typed is in the entry by then.
   * @returns {Promise<boolean>} whether all of it reached the disk
   */
  async flush() {
    if (this.#stopped) return true;
    this.#sendNow();
    await Promise.all(this.#underway);
    return this.#unsent === null;
  }

  /**
   * Sends nothing more, and waits a moment for what is on its way: a draft that arrived after its
   * entry was saved would come back as a ghost.
   */
  async stop() {
    this.#stopped = true;
    this.#clear();
    let timer;
    const enough = new Promise((resolve) => {
      timer = setTimeout(resolve, SETTLE_WITHIN);
    });
    await Promise.race([Promise.all(this.#underway), enough]);
    clearTimeout(timer);
  }

  /**
   * Goes on after a stop, because the entry could not be saved.
   * @param {T} value
   */
  resume(value) {
    this.#stopped = false;
    this.change(value);
  }

  #clear() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #sendNow() {
    this.#clear();
    if (this.#unsent === null) return;
    const { value } = this.#unsent;
    this.#unsent = null;
    this.#started += 1;
    // A sending under way never holds up the next: a slow disk must not stretch the second.
    const sending = this.#sendOne(value, this.#started).finally(() => {
      this.#underway.delete(sending);
    });
    this.#underway.add(sending);
  }

  /**
   * @param {T} value
   * @param {number} number
   */
  async #sendOne(value, number) {
    try {
      const words = await this.#send(value);
      if (number < this.#finished) {
        // An older wording landed after a newer one and overwrote it: send the newest once more.
        this.#again(this.#newest ?? value, 0);
        return;
      }
      this.#finished = number;
      this.#newest = value;
      this.#told({ saved: true, words });
    } catch (error) {
      this.#told({ saved: false, error });
      if (number >= this.#started) this.#again(value, RETRY_AFTER);
    }
  }

  /** @type {T | null} */
  #newest = null;

  /**
   * @param {T} value
   * @param {number} after
   */
  #again(value, after) {
    if (this.#stopped) return;
    this.#unsent ??= { value };
    this.#timer ??= setTimeout(() => this.#sendNow(), after);
  }
}
