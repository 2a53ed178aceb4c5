/** How far work has come, in words. */

/** @typedef {import('./exchange.js').Progress} Progress */

/**
 * @typedef {object} Said
 * @property {string} said
 * @property {number | null} share of 1; null where nobody knows
 */

/**
 * What an exchange with the server says of itself.
 *
 * @param {{sending: string, answering: string, receiving: string}} words what each stage is called
 * @returns {(progress: Progress) => Said}
 */
export function exchanging(words) {
  return (progress) => {
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
        return { said: words.answering, share: null };
    }
  };
}
