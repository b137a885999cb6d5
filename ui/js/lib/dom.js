// Building the page from typed calls: elements, SVG shapes, replacing children.
// Text only ever becomes a text node. Not here: anything that knows what Goldseam shows.

/**
 * What an element is given. `test` becomes `data-test`, `data` becomes `data-*`, `on` adds
 * listeners; everything else is set as an attribute (`true` = present, `false`/`null` = left out).
 * @typedef {{
 *   class?: string,
 *   test?: string,
 *   data?: Record<string, string | null | undefined>,
 *   on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void },
 *   [attribute: string]: unknown,
 * }} Attributes
 */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") {
      node.className = String(value);
    } else if (name === "test") {
      if (value) node.dataset["test"] = String(value);
    } else if (name === "data") {
      for (const [key, word] of Object.entries(attributes.data ?? {})) {
        if (word !== null && word !== undefined) node.dataset[key] = word;
      }
    } else if (name === "on") {
      for (const [event, heard] of Object.entries(attributes.on ?? {})) {
        node.addEventListener(event, /** @type {EventListener} */ (heard));
      }
    } else {
      setAttribute(node, name, value);
    }
  }
  append(node, ...children);
  return node;
}

/**
 * @param {Element} node
 * @param {string} name
 * @param {unknown} value
 */
export function setAttribute(node, name, value) {
  if (/^on/i.test(name) || name === "style" || name === "srcdoc") {
    throw new Error(`${name} is not set as an attribute here`);
  }
  if (name.startsWith("aria-") && typeof value === "boolean") {
    node.setAttribute(name, String(value));
  } else if (value === true) {
    node.setAttribute(name, "");
  } else if (value === false || value === null || value === undefined) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, String(value));
  }
}

/**
 * @param {Node} node
 * @param {...Child} children
 */
export function append(node, ...children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
}

/**
 * Puts the given children in place of whatever stood there.
 * @param {Element} node
 * @param {...Child} children
 */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, ...children);
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  for (const child of children) node.appendChild(child);
  return /** @type {SVGElement} */ (node);
}

let lastId = 0;

/**
 * An id for `aria-*` and `for`, unique while the window lives.
 * @param {string} stem
 */
export function uniqueId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}
