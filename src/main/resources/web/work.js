/** Shows work going on: what, how far, and a way to stop it. */

import { announce, button, element } from './elements.js';

/** @typedef {import('./exchange.js').Progress} Progress */

/**
 * @typedef {object} Work
 * @property {HTMLElement} shown
 * @property {(progress: Progress) => void} tell
 * @property {AbortSignal} signal aborted by the button
 * @property {() => void} stop
 */

/**
 * Work that begins. A screen reader hears each stage once, not each per cent of it.
 *
 * @param {{sending: string, reading: string, receiving: string}} words what each stage is called
 * @returns {Work}
 */
export function work(words) {
  const given = new AbortController();
  const text = element('p', { class: 'stage', 'aria-hidden': 'true' });
  const bar = element('progress', { 'aria-label': 'Progress', max: '1' });
  const shown = element('div', { class: 'work' }, [
    text,
    bar,
    button('Cancel', () => given.abort(), { class: 'quiet' }),
  ]);
  let stage = '';

  /** @param {Progress} progress */
  function tell(progress) {
    const { said, share } = wording(progress, words);
    text.textContent = share === null ? said : `${said}: ${Math.floor(share * 100)}%`;
    if (share === null) {
      bar.removeAttribute('value');
    } else {
      bar.value = share;
    }
    if (progress.stage !== stage) {
      stage = progress.stage;
      announce(said);
    }
  }

  return { shown, tell, signal: given.signal, stop: () => given.abort() };
}

/**
 * @param {Progress} progress
 * @param {{sending: string, reading: string, receiving: string}} words
 * @returns {{said: string, share: number | null}}
 */
function wording(progress, words) {
  switch (progress.stage) {
    case 'sending':
      return { said: words.sending, share: progress.done };
    case 'receiving':
      return { said: words.receiving, share: progress.done };
    case 'waiting':
      return {
        said:
          'The server is busy with other workbooks. It is asked again in ' +
          `${progress.seconds} ${progress.seconds === 1 ? 'second' : 'seconds'}`,
        share: null,
      };
    default:
      return { said: words.reading, share: null };
  }
}
