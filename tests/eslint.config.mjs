// What `tsc` cannot see: markup made from text, storage, doors to the backend, import directions.
// Run from the folder above, so that the interface lies within the base path.

import js from "@eslint/js";
import noUnsanitized from "eslint-plugin-no-unsanitized";

const BROWSER = Object.fromEntries(
  [
    "window", "document", "console", "setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame",
    "structuredClone", "ResizeObserver", "getComputedStyle", "Node", "Element", "HTMLElement", "Event", "KeyboardEvent", "NodeFilter",
    "CSS", "queueMicrotask", "performance",
  ].map((name) => [name, "readonly"]),
);

/** @param {string[]} folders @param {string} reason */
const away = (folders, reason) => ({
  "no-restricted-imports": ["error", { patterns: [{ group: folders, message: reason }] }],
});

export default [
  js.configs.recommended,
  {
    files: ["ui/js/**/*.js"],
    plugins: { "no-unsanitized": noUnsanitized },
    languageOptions: { globals: BROWSER },
    rules: {
      "no-unsanitized/method": "error",
      "no-unsanitized/property": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-console": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-var": "error",
      "no-restricted-globals": [
        "error",
        ...["localStorage", "sessionStorage", "indexedDB", "caches", "fetch", "XMLHttpRequest", "WebSocket"].map((name) => ({
          name,
          message: "The window stores nothing and reaches nothing; the backend does.",
        })),
      ],
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "cookie"].map((property) => ({
          property,
          message: "Text only ever becomes a text node, and nothing is stored.",
        })),
        { object: "document", property: "write" },
        ...["localStorage", "sessionStorage", "indexedDB", "history"].map((property) => ({ object: "window", property })),
      ],
    },
  },
  {
    files: ["ui/js/**/*.js"],
    ignores: ["ui/js/backend.js"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Identifier[name='__TAURI__'], Literal[value='__TAURI__']",
          message: "backend.js is the one door.",
        },
      ],
    },
  },
  { files: ["ui/js/lib/**"], rules: away(["../*"], "lib imports nothing of ours but lib") },
  {
    files: ["ui/js/components/**"],
    rules: away(["**/views/*", "**/backend.js", "**/state.js", "**/router.js", "**/main.js"], "components import lib; what they need is handed to them"),
  },
  {
    files: ["ui/js/views/**"],
    rules: away(["./*", "**/router.js", "**/main.js"], "views import components, state, backend and lib; never each other"),
  },
  { files: ["tests/ui/**/*.mjs"], languageOptions: { globals: { setTimeout: "readonly", setImmediate: "readonly", process: "readonly" } } },
];
