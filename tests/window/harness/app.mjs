// The real app, started and driven by WebKit's own driver. WebKitWebDriver starts the program it
// is given and speaks W3C WebDriver itself, so nothing stands between it and these tests.
// Not here: what the screens hold (pages.mjs).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { By, Capabilities, WebDriver } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { patiently, pause } from './patience.mjs';
import { ended, kill, processesOf } from './process.mjs';

/** The builds under test, told by `cargo xtask test`. */
export const HOOKS = program('GOLDSEAM_HOOKS', 'goldseam-hooks');
export const PLAIN = program('GOLDSEAM_PLAIN', 'goldseam-plain');
export const CLI = program('GOLDSEAM_CLI', 'goldseam-cli-hooks');

/** @param {string} name @param {string} usual */
function program(name, usual) {
  return process.env[name] ?? resolve(import.meta.dirname, '../../../target/window', usual);
}

/** Where pictures of failures are left. */
const FAILURES = resolve(import.meta.dirname, '../../../target/window/failures');

/** A running app with its driver. */
export class App {
  /** @type {WebDriver} */ driver;
  #process;
  #ids = /** @type {number[]} */ ([]);

  /**
   * @param {import('./place.mjs').Place} place
   * @param {string} binary
   */
  constructor(place, binary) {
    this.place = place;
    this.binary = binary;
  }

  /**
   * Starts the app on the place's vault and waits for its first screen.
   * @param {import('./place.mjs').Place} place
   * @param {{binary?: string, env?: Record<string, string>}} [options]
   */
  static async open(place, { binary = HOOKS, env = {} } = {}) {
    const app = new App(place, binary);
    const port = await freePort();
    app.#process = spawn('WebKitWebDriver', [`--port=${port}`], {
      // Without this the web view does not let itself be driven.
      env: { ...place.environment(), TAURI_WEBVIEW_AUTOMATION: 'true', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    app.said = '';
    app.#process.stderr.on('data', (bytes) => (app.said += bytes));
    await Promise.race([
      listening(port),
      once(app.#process, 'error').then(([error]) => Promise.reject(error)),
    ]);
    try {
      app.driver = WebDriver.createSession(
        new Executor(new HttpClient(`http://127.0.0.1:${port}`)),
        new Capabilities({
          'webkitgtk:browserOptions': { binary, args: ['--vault', place.vault] },
        }),
      );
      await app.driver.getSession();
      app.#ids = await processesOf(binary, place.vault);
      await app.driver.manage().setTimeouts({ script: 20000 });
    } catch (error) {
      for (const id of await processesOf(binary, place.vault)) await kill(id);
      await app.#letDriverGo();
      throw new Error(`the app did not open; it said:\n${app.said}`, { cause: error });
    }
    return app;
  }

  /** Ids of the app's processes. */
  get ids() {
    return this.#ids;
  }

  /** Ends the session, the app and the driver: the app is killed, as a power cut would. */
  async close() {
    // Once only: the ids are the system's to give away again.
    const ids = this.#ids;
    this.#ids = [];
    for (const id of ids) await kill(id);
    await this.#letDriverGo();
  }

  /** Waits until the app ended by itself. */
  async endedByItself() {
    const ids = this.#ids;
    this.#ids = [];
    for (const id of ids) await patiently(() => ended(id), 'the app has ended by itself');
    await this.#letDriverGo();
  }

  async #letDriverGo() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const gone = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await gone;
    }
  }

  /** All elements of a name. @param {string} name */
  all(name) {
    return this.driver.findElements(By.css(hook(name)));
  }

  /**
   * What is shown under a name, with its text. Asked of the page itself: the driver takes what is
   * scrolled out of sight inside the page for hidden.
   * @param {string} name
   * @returns {Promise<{element: import('selenium-webdriver').WebElement, text: string}[]>}
   */
  shown(name) {
    return this.driver.executeScript(
      `return [...document.querySelectorAll(arguments[0])]
         .filter((element) => element.checkVisibility({ visibilityProperty: true }))
         .map((element) => ({ element, text: element.innerText }));`,
      hook(name),
    );
  }

  /** The element of a name, once it is shown. @param {string} name @param {number} [ms] */
  see(name, ms) {
    return patiently(async () => (await this.shown(name))[0]?.element, `"${name}" is shown`, ms);
  }

  /** Waits until nothing of that name is shown. @param {string} name @param {number} [ms] */
  gone(name, ms) {
    return patiently(async () => !(await this.shows(name)), `"${name}" is gone`, ms);
  }

  /** Whether something of that name is shown now. @param {string} name */
  async shows(name) {
    return (await this.shown(name)).length > 0;
  }

  /** Clicks, once it stands still: the driver aims where it stood when it was asked. @param {string} name */
  async click(name) {
    await patiently(async () => {
      const element = await this.see(name);
      const before = await element.getRect();
      await pause(60);
      const now = await element.getRect();
      if (before.x !== now.x || before.y !== now.y) return false;
      await element.click();
      return true;
    }, `"${name}" can be clicked`);
  }

  /** Clicks the element of a name that holds these words. @param {string} name @param {string | RegExp} words */
  async clickOn(name, words) {
    await patiently(async () => {
      const found = (await this.shown(name)).find(({ text }) => matches(text, words));
      await found?.element.click();
      return Boolean(found);
    }, `"${name}" with ${words} can be clicked`);
  }

  /** Types as a keyboard would. @param {string} name @param {string} text */
  async type(name, text) {
    await (await this.see(name)).sendKeys(text);
  }

  /** Replaces what a field holds. @param {string} name @param {string} text */
  async fill(name, text) {
    await this.put(name, '');
    if (text) await this.type(name, text);
  }

  /**
   * Puts text into a field at once, as pasting would: for what a keyboard cannot type (emoji,
   * a megabyte).
   * @param {string} name @param {string} text
   */
  async put(name, text) {
    const field = await this.see(name);
    await this.driver.executeScript(
      `const [field, text] = arguments;
       field.focus();
       if ('value' in field) field.value = text; else field.textContent = text;
       field.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
      field,
      text,
    );
  }

  /** The shown text of a name. @param {string} name */
  text(name) {
    return patiently(async () => (await this.shown(name))[0]?.text, `"${name}" can be read`);
  }

  /** What a field holds. @param {string} name */
  async value(name) {
    return this.driver.executeScript(
      'return "value" in arguments[0] ? arguments[0].value : arguments[0].textContent',
      await this.see(name),
    );
  }

  /** Waits until the text of a name matches. @param {string} name @param {string | RegExp} words @param {number} [ms] */
  async says(name, words, ms) {
    let last = [];
    try {
      await patiently(
        async () => {
          last = (await this.shown(name)).map(({ text }) => text);
          return last.some((text) => matches(text, words));
        },
        `"${name}" says ${words}`,
        ms,
      );
    } catch (error) {
      throw new Error(`"${name}" should say ${words} but says: ${last.join(' | ')}`, { cause: error });
    }
  }

  /** Everything the page shows. */
  page() {
    return this.driver.executeScript('return document.body.innerText');
  }

  /** Sends keys to whatever has the focus. @param {...string} keys */
  keys(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** A picture as PNG bytes. */
  async picture() {
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.driver.manage().window().setRect({ width, height });
    await patiently(
      async () => (await this.driver.executeScript('return innerWidth')) === width,
      `the window is ${width} wide`,
    );
  }

  /** Listens for what must never happen in the page; asked by `faults`. A reload ends it. */
  watch() {
    return this.driver.executeScript(
      `const faults = (window.faultsSeen = []);
       document.addEventListener('securitypolicyviolation', (e) => faults.push(e.violatedDirective + ' ' + e.blockedURI));
       window.addEventListener('error', (e) => faults.push('error: ' + e.message));
       window.addEventListener('unhandledrejection', (e) => faults.push('rejection: ' + (e.reason?.message ?? e.reason)));`,
    );
  }

  /** What broke the content policy or went unhandled since `watch`; must stay empty. */
  faults() {
    return this.driver.executeScript('return window.faultsSeen');
  }

  /** Leaves a picture and the page's text for whoever looks into a failure. @param {string} name */
  async leaveEvidence(name) {
    await mkdir(FAILURES, { recursive: true });
    const stem = resolve(FAILURES, name.replace(/[^a-z0-9]+/gi, '-').toLowerCase());
    await writeFile(`${stem}.png`, await this.picture());
    await writeFile(`${stem}.txt`, `${await this.page()}\n\n${this.said}`);
    return dirname(stem);
  }
}

/** @param {string} name */
const hook = (name) => (name.startsWith('[') ? name : `[data-test="${name}"]`);

/** @param {string} text @param {string | RegExp} words */
const matches = (text, words) => (typeof words === 'string' ? text.includes(words) : words.test(text));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {number} port */
function listening(port) {
  return patiently(
    () => fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false),
    'WebKitWebDriver listens',
  );
}
