// Waiting for something to become true, with a sentence for when it does not.

/** @param {number} ms */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Asks until the answer is neither null nor false.
 * @template T
 * @param {() => Promise<T> | T} ask
 * @param {string} what the sentence that should become true
 * @param {number} [ms] how long to wait
 * @returns {Promise<NonNullable<T>>}
 */
export async function patiently(ask, what, ms = 10000) {
  const end = Date.now() + ms;
  let trouble;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      trouble = undefined;
    } catch (error) {
      if (!fleeting(error)) throw error;
      trouble = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${ms} ms in vain: ${what}`, { cause: trouble });
    }
    await pause(50);
  }
}

// The page draws anew while we look at it: these pass by themselves.
const FLEETING = new Set([
  'StaleElementReferenceError',
  'NoSuchElementError',
  'ElementNotInteractableError',
  'ElementClickInterceptedError',
  'JavascriptError',
]);

/** @param {any} error */
function fleeting(error) {
  return FLEETING.has(error?.name);
}
