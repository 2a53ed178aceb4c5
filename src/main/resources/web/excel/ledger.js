/**
 * The custom XML part that holds what completions remember, and in it, as the last child, what
 * undoes the last write. The server sees the part without the latter, and loses it whenever it
 * writes the part anew.
 */

/** What the part is known by. */
export const NAMESPACE = 'urn:quarterday:ledger:1';

const OPEN = `<undo xmlns="${NAMESPACE}">`;
const CLOSE = '</undo>';

/**
 * The part's own text and what was kept in it.
 *
 * @param {string} xml
 * @returns {{ledger: string, kept: string}} `kept` is empty if there is nothing
 */
export function split(xml) {
  const start = xml.lastIndexOf('<undo');
  const end = xml.lastIndexOf(CLOSE);
  if (start < 0 || end < start) {
    return { ledger: xml, kept: '' };
  }
  const body = xml.slice(xml.indexOf('>', start) + 1, end);
  return { ledger: xml.slice(0, start) + xml.slice(end + CLOSE.length), kept: unescaped(body) };
}

/**
 * The part with something kept in it.
 *
 * @param {string} ledger
 * @param {string} kept nothing is added if it is empty
 */
export function joined(ledger, kept) {
  if (kept === '') {
    return ledger;
  }
  const end = ledger.lastIndexOf('</');
  return `${ledger.slice(0, end)}${OPEN}${escaped(kept)}${CLOSE}${ledger.slice(end)}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {string} text */
function unescaped(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
