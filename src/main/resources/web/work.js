/** Shows work going on: what, how far, and a way to stop it. */

import { announce, button, element } from './elements.js';

/**
 * @typedef {object} Work
 * @property {HTMLElement} shown
 * @property {(progress: any) => void} tell
 * @property {AbortSignal} signal aborted by the button
 * @property {() => void} stop
 */

/**
 * Work that begins. A screen reader hears each stage once, not each per cent of it.
 *
 * @template {{stage: string}} P
 * @param {(progress: P) => import('./progress.js').Said} wording
 * @param {{stoppable?: boolean}} [how] whether it can be cancelled
 * @returns {Work}
 */
export function work(wording, { stoppable = true } = {}) {
  const given = new AbortController();
  const text = element('p', { class: 'stage', 'aria-hidden': 'true' });
  const bar = element('progress', { 'aria-label': 'Progress', max: '1' });
  const shown = element('div', { class: 'work' }, [
    text,
    bar,
    stoppable ? button('Cancel', () => given.abort(), { class: 'quiet' }) : null,
  ]);
  let stage = '';

  /** @param {P} progress */
  function tell(progress) {
    const { said, share } = wording(progress);
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
