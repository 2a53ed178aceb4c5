/** Shows what would be written, before anything is. */

import { button, element } from '../elements.js';
import { listed } from '../words.js';
import { extentInWords, sheetsInWords } from './plan-words.js';

/**
 * @typedef {object} Proposal what somebody wants done
 * @property {string} title
 * @property {string} lead what it means, in a sentence; may be empty
 * @property {string} verb what the button says
 * @property {string} nothing what is said where there is nothing to do
 */

/**
 * @param {Proposal} proposal
 * @param {import('./plan-words.js').Extent} extent
 * @param {boolean} empty whether there is nothing to do
 * @param {string[]} skipped protected sheets that stay as they are
 * @param {{write: () => void, back: () => void}} actions
 * @returns {(HTMLElement | null)[]}
 */
export function preview({ title, lead, verb, nothing }, extent, empty, skipped, { write, back }) {
  return [
    element('h1', { id: 'step-title', tabindex: '-1' }, [title]),
    ...(empty ? [element('p', { id: 'nothing' }, [nothing])] : changes(lead, extent)),
    skipped.length === 0
      ? null
      : element('p', { class: 'notice' }, [
          `Protected, so left as they are: ${listed(skipped)}. Unprotect them first to include them.`,
        ]),
    element('div', { class: 'actions' }, [
      empty ? null : button(verb, write, { id: 'write' }),
      button(empty ? 'Back' : 'Not now', back, { class: 'quiet', id: 'back' }),
    ]),
    element('div', { id: 'step-work' }),
  ];
}

/**
 * @param {string} lead
 * @param {import('./plan-words.js').Extent} extent
 */
function changes(lead, extent) {
  return [
    lead === '' ? null : element('p', {}, [lead]),
    element('p', { id: 'extent' }, ['This changes ', element('strong', {}, [extentInWords(extent)]), '.']),
    element(
      'ul',
      { class: 'plain' },
      sheetsInWords(extent).map(({ what, sheets }) =>
        element('li', {}, [`${what}: ${sheets}`]),
      ),
    ),
  ];
}
