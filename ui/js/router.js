// Which screen is shown. Kept in memory only: no address, no history, nothing a browser would store.

/** @typedef {import("./state.js").Routes} Routes */
/** @typedef {import("./state.js").View} View */

/**
 * @typedef {{ [N in keyof Routes]: (params: Routes[N]) => View | Promise<View> }} Screens
 */

export class Router {
  #screens;
  #main;
  #failed;
  #arrived;
  /** @type {View | null} */
  #view = null;
  #turn = 0;

  /**
   * @param {{
   *   main: HTMLElement,
   *   screens: Screens,
   *   arrived: (name: keyof Routes) => void,
   *   failed: (error: unknown, again: () => void) => View,
   * }} ports
   */
  constructor({ main, screens, arrived, failed }) {
    this.#main = main;
    this.#screens = screens;
    this.#arrived = arrived;
    this.#failed = failed;
  }

  /** The screen now shown. */
  get view() {
    return this.#view;
  }

  /**
   * Leaves the screen that is shown (its draft goes to disk first) and shows another. Where the draft
   * cannot be saved the screen stays: it says so itself, and the text is still in it.
   * @template {keyof Routes} N
   * @param {N} name
   * @param {Routes[N]} params
   * @param {{ force?: boolean }} [how] force: leave whatever happens to the draft
   */
  async go(name, params, { force = false } = {}) {
    this.#turn += 1;
    const turn = this.#turn;
    if (this.#view?.flush && !(await this.#view.flush()) && !force) return;
    if (turn !== this.#turn) return;
    /** @type {View} */
    let view;
    try {
      view = await this.#screens[name](params);
    } catch (error) {
      if (turn !== this.#turn) return;
      view = this.#failed(error, () => void this.go(name, params));
    }
    if (turn !== this.#turn) {
      view.gone?.();
      return;
    }
    this.#view?.gone?.();
    this.#view = view;
    this.#main.replaceChildren(view.node);
    this.#arrived(name);
    window.scrollTo(0, 0);
    this.#main.scrollTop = 0;
    view.shown?.();
    this.#focus(view);
  }

  /** @param {View} view */
  #focus(view) {
    if (typeof view.focus === "function") {
      view.focus();
      return;
    }
    const target = view.focus ?? view.node.querySelector("h1");
    if (!(target instanceof HTMLElement)) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
}
