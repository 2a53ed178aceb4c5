/** How contents are written so that Excel, which reads them like typing, keeps them as they are. */

/** @typedef {import('./plan.js').Value} Value */

/** No number, date or time that Excel knows is longer. */
const LONGEST_NUMBER = 64;

/**
 * What is written for a cell's formula or value. A text that Excel could take for something else
 * gets an apostrophe before it, which is no part of the text then.
 *
 * @param {Value} value
 * @param {string | null} formula without its equals sign
 * @returns {number | string | boolean}
 */
export function typed(value, formula) {
  if (formula !== null) {
    return `=${formula}`;
  }
  if (value === null) {
    return '';
  }
  if (typeof value === 'object') {
    return value.fault;
  }
  return typeof value === 'string' && isTakenForElse(value) ? `'${value}` : value;
}

/** @param {string} text */
function isTakenForElse(text) {
  return (
    /^\s*[=+\-@'#]/.test(text) ||
    /^\s*(true|false)\s*$/i.test(text) ||
    (text.length <= LONGEST_NUMBER && /\d/.test(text))
  );
}
