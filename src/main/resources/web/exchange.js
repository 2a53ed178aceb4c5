/** Sends something to the server and brings the answer, telling how far it is. */

import { Trouble, gone, refused } from './trouble.js';

/**
 * @typedef {{stage: 'sending', done: number}
 *   | {stage: 'answering'}
 *   | {stage: 'receiving', done: number}
 *   | {stage: 'waiting', seconds: number}} Progress `done` is a share of 1, `seconds` how long until
 *   the next try
 */

const MOST_TRIES = 6;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'application/json';

const ownToken = document.querySelector('meta[name="quarterday-token"]')?.getAttribute('content') ?? '';
let token = ownToken;

/**
 * Uses an access token that a person gave; it is kept in this page's memory alone.
 *
 * @param {string} given
 */
export function useToken(given) {
  token = given;
}

/**
 * @typedef {object} How
 * @property {string} [period] empty leaves the choice to the server
 * @property {AbortSignal} signal
 * @property {(progress: Progress) => void} tell
 */

/**
 * The answer to a workbook's file.
 *
 * @param {string} route below the workbook's routes, such as `check`
 * @param {Blob} workbook
 * @param {How} how
 * @returns {Promise<Blob>}
 * @throws {Trouble} when it fails
 * @throws {DOMException} `AbortError` when it was given up
 */
export function ask(route, workbook, how) {
  return answered(`workbook/${route}`, workbook, XLSX, how);
}

/**
 * The answer to values.
 *
 * @param {string} route such as `plan/check`
 * @param {object} value
 * @param {How} how
 * @returns {Promise<any>}
 * @throws {Trouble} when it fails
 * @throws {DOMException} `AbortError` when it was given up
 */
export async function askWith(route, value, how) {
  const answer = await answered(route, new Blob([JSON.stringify(value)]), JSON_TYPE, how);
  return JSON.parse(await answer.text());
}

/**
 * While the server is busy and says when to come back, it is asked again.
 *
 * @param {string} route
 * @param {Blob} body
 * @param {string} type of the body
 * @param {How} how
 * @returns {Promise<Blob>}
 */
async function answered(route, body, type, { period = '', signal, tell }) {
  const query = period === '' ? '' : `?${new URLSearchParams({ period })}`;
  for (let tries = 1; ; tries++) {
    try {
      return await sent(`api/v1/${route}${query}`, body, type, signal, tell);
    } catch (failure) {
      if (
        !(failure instanceof Trouble) ||
        failure.retryAfter === undefined ||
        tries === MOST_TRIES
      ) {
        throw failure;
      }
      await waited(failure.retryAfter, signal, tell);
    }
  }
}

/**
 * XMLHttpRequest, since fetch does not tell how much of a body has gone out.
 *
 * @param {string} url
 * @param {Blob} sending
 * @param {string} type
 * @param {AbortSignal} signal
 * @param {(progress: Progress) => void} tell
 * @returns {Promise<Blob>}
 */
function sent(url, sending, type, signal, tell) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.open('POST', url);
    request.responseType = 'blob';
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('X-Quarterday-Token', token);
    request.upload.onprogress = (event) => tell({ stage: 'sending', done: share(event) });
    request.upload.onload = () => tell({ stage: 'answering' });
    request.onprogress = (event) => {
      if (event.lengthComputable) {
        tell({ stage: 'receiving', done: share(event) });
      }
    };
    request.onabort = () => reject(new DOMException('Given up', 'AbortError'));
    request.onerror = () => reject(gone());
    request.ontimeout = () => reject(gone());
    request.onload = async () => {
      /** @type {Blob} */
      const body = request.response;
      if (request.status >= 200 && request.status < 300) {
        resolve(body);
      } else {
        reject(
          refused(
            request.status,
            await body.text(),
            request.getResponseHeader('Retry-After'),
            ownToken !== '' && token === ownToken,
          ),
        );
      }
    };
    request.onloadend = () => signal.removeEventListener('abort', abort);
    tell({ stage: 'sending', done: 0 });
    request.send(sending);
  });
}

/** @param {ProgressEvent} event */
function share(event) {
  return event.lengthComputable && event.total > 0 ? event.loaded / event.total : 1;
}

/**
 * @param {number} seconds
 * @param {AbortSignal} signal
 * @param {(progress: Progress) => void} tell
 */
async function waited(seconds, signal, tell) {
  for (let left = seconds; left > 0; left--) {
    tell({ stage: 'waiting', seconds: left });
    await new Promise((resolve) => {
      setTimeout(resolve, 1000);
    });
    signal.throwIfAborted();
  }
}
