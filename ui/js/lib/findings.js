// Which findings are shown at first, and in which order they speak.
// Not here: what counts. The backend says that of each finding.

/** How many findings are shown before somebody asks for the others. */
export const AT_FIRST = 2;

/**
 * The findings to show at first: something mended or held back before anything else, and at most two.
 * What the writer added or gave a word on already is theirs and stays.
 * @template {{ id: string, group: string, heldBack: boolean, added: boolean, verdict: string | null }} F
 * @param {F[]} findings in the order of the text
 * @returns {Set<string>} ids
 */
export function firstFindings(findings) {
  const kind = findings.filter((finding) => finding.heldBack || finding.group === "repair");
  const rest = findings.filter((finding) => !kind.includes(finding));
  const shown = [...kind, ...rest].slice(0, AT_FIRST);
  const theirs = findings.filter((finding) => finding.added || finding.verdict !== null);
  return new Set([...shown, ...theirs].map((finding) => finding.id));
}

/**
 * The verdicts that make sense of a finding, in the order they are offered.
 * "Yes, but I had no words" answers a response; nobody has no words for an apology they made.
 * @param {{ group: string }} finding
 */
export function verdictsFor(finding) {
  /** @type {Array<{ id: "yes" | "noWords" | "notMe" | "safest", test: string, label: string }>} */
  const all = [
    { id: "yes", test: "verdict-yes", label: "Yes" },
    { id: "noWords", test: "verdict-no_words", label: "Yes, but I had no words" },
    { id: "notMe", test: "verdict-not_me", label: "Not me" },
    { id: "safest", test: "verdict-safest", label: "It was the safest thing" },
  ];
  return finding.group === "repair" ? all.filter(({ id }) => id !== "noWords") : all;
}
