// Two presses of Escape close together: the quick way out. Not here: what happens then.

/** Milliseconds within which the second press has to come. */
export const TWICE_WITHIN = 600;

export class Escapes {
  /** @type {number | null} */
  #first = null;

  /**
   * @param {{ key: string, isComposing: boolean, repeat: boolean, keyCode?: number }} press
   * @param {number} now milliseconds on any steady clock
   * @returns {boolean} whether this was the second of two
   */
  press(press, now) {
    // 229: the key belongs to an input method, which uses Escape to cancel what it composes.
    if (press.isComposing || press.keyCode === 229) {
      this.#first = null;
      return false;
    }
    if (press.key !== "Escape") {
      this.#first = null;
      return false;
    }
    if (press.repeat) return false;
    if (this.#first !== null && now - this.#first <= TWICE_WITHIN) {
      this.#first = null;
      return true;
    }
    this.#first = now;
    return false;
  }
}
