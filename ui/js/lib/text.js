// Small questions about words: where a passage stands, how to list names, what a day and a part are.

/**
 * The passage between two offsets without the white space around it, and how many times the same
 * words stand before it, counted without overlaps.
 * @param {string} whole
 * @param {number} from
 * @param {number} to
 * @returns {{ quote: string, occurrence: number } | null} null when only white space was marked
 */
export function passage(whole, from, to) {
  const marked = whole.slice(from, to);
  const quote = marked.trim();
  if (quote === "") return null;
  const start = from + (marked.length - marked.trimStart().length);
  let occurrence = 0;
  for (let at = whole.indexOf(quote); at !== -1 && at < start; at = whole.indexOf(quote, at + quote.length)) {
    occurrence += 1;
  }
  return { quote, occurrence };
}

/**
 * "Sam", "Sam and Mum", "Sam, Mum and Jo".
 * @param {string[]} names
 */
export function listWords(names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * At most `most` of the names; what is left is counted: "hurt, tired and 2 more".
 * @param {string[]} names
 * @param {number} most
 */
export function shortList(names, most) {
  if (names.length <= most) return listWords(names);
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

/**
 * "Tuesday 3 October, evening" as the day and what follows it.
 * @param {string} words
 * @returns {{ day: string, part: string }}
 */
export function splitWhen(words) {
  const comma = words.indexOf(", ");
  if (comma === -1) return { day: words, part: "" };
  return { day: words.slice(0, comma), part: words.slice(comma + 2) };
}

/**
 * @param {string} words
 */
export function capital(words) {
  return words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}

/**
 * Whether there is anything to save in it.
 * @param {string} text
 */
export function isBlank(text) {
  return text.trim() === "";
}
