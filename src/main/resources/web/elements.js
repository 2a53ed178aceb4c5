/** Makes elements; text goes in as text, never as markup. */

/** @typedef {Node | string | null} Child */

/**
 * An element with its attributes and children; null children are left out, and so are attributes
 * that are false.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | boolean>} [attributes]
 * @param {Child[]} [children]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(name, attributes = {}, children = []) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * An element of a drawing.
 *
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | boolean>} [attributes]
 * @param {Child[]} [children]
 * @returns {SVGElementTagNameMap[T]}
 */
export function drawing(name, attributes = {}, children = []) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} made
 * @param {Record<string, string | boolean>} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * A button that does something.
 *
 * @param {string} text
 * @param {() => void} pressed
 * @param {Record<string, string | boolean>} [attributes]
 */
export function button(text, pressed, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, [text]);
  made.addEventListener('click', pressed);
  return made;
}

/**
 * A link to a page of the help, in a tab of its own so that what is on this page stays.
 *
 * @param {string} page
 * @param {string} text
 */
export function helpLink(page, text) {
  return element('a', { href: `help/${page}`, target: '_blank', rel: 'noopener' }, [
    text,
    element('span', { class: 'unseen' }, [' (opens in a new tab)']),
  ]);
}

/**
 * Tells a screen reader what changed where nobody is looking. The place is there from the start,
 * since what is said in a new one may not be heard.
 *
 * @param {string} text
 */
export function announce(text) {
  byId('heard').textContent = text;
}

/**
 * Takes the focus to a heading or box, at the top of what is on show.
 *
 * @param {string} id
 */
export function moveTo(id) {
  byId(id).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/**
 * The element of the page with this id.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`The page has no element ${id}`);
  }
  return found;
}
