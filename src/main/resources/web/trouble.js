/** What can go wrong, in plain sentences. */

/**
 * @typedef {'again' | 'reload' | 'token' | 'none'} Remedy what a person can do here and now:
 *   try again, reload the page, give an access token, or only what the sentence says
 */

/** A failure with the sentence that tells it. */
export class Trouble extends Error {
  /**
   * @param {string} sentence what is wrong and what to do
   * @param {Remedy} remedy
   * @param {{retryAfter?: number, code?: string, details?: string}} [more] the seconds after which
   *   the server asks to try again, the code for programs, and what a programmer would ask for
   */
  constructor(sentence, remedy, { retryAfter, code, details } = {}) {
    super(sentence);
    this.remedy = remedy;
    this.retryAfter = retryAfter;
    this.code = code ?? '';
    this.details = details ?? '';
  }
}

/** The server cannot be reached, or went away in the middle. */
export function gone() {
  return new Trouble(
    'The server does not answer. Check that it is running and that you are connected, then try again. ' +
      'Your workbook is untouched.',
    'again',
    { code: 'server-gone' },
  );
}

/** A fault of the page itself. */
export function broken() {
  return new Trouble(
    'This page itself failed. Reload it and start again; if that does not help, tell whoever runs ' +
      'this server.',
    'reload',
    { code: 'page-failed' },
  );
}

/** The browser cannot read the file. */
export function unreadable() {
  return new Trouble(
    'Your browser cannot read this file. If it is open in another program, or has been moved or saved ' +
      'since, choose it again.',
    'none',
  );
}

/** Not one file. */
export function notOneFile() {
  return new Trouble('That is not one file. Drop one workbook at a time.', 'none');
}

/**
 * The failure that a reply tells.
 *
 * @param {number} status
 * @param {string} body
 * @param {string | null} retryAfter the header, in seconds
 * @param {boolean} ownToken whether the token that was sent came with the page
 */
export function refused(status, body, retryAfter, ownToken) {
  const problem = parsed(body);
  const seconds = Number.parseInt(retryAfter ?? '', 10);
  const more = {
    code: problem.code,
    details: `status ${status}${problem.instance === undefined ? '' : `, ${problem.instance}`}`,
    retryAfter: Number.isNaN(seconds) ? undefined : Math.max(1, seconds),
  };
  const said = problem.detail ?? `The server refused this with status ${status} and no reason.`;
  if (status === 401 && ownToken) {
    return new Trouble(
      'The server was started again since this page was opened. Reload the page and start again.',
      'reload',
      more,
    );
  }
  if (status === 401) {
    return new Trouble(
      'This server asks for an access token. Ask whoever runs it for yours, and give it here; it is ' +
        'forgotten when you close or reload the page.',
      'token',
      more,
    );
  }
  return new Trouble(said, status >= 500 || status === 408 || status === 429 ? 'again' : 'none', more);
}

/**
 * @param {string} body
 * @returns {{detail?: string, code?: string, instance?: string}}
 */
function parsed(body) {
  try {
    const problem = JSON.parse(body);
    return problem !== null && typeof problem === 'object' && typeof problem.detail === 'string'
      ? {
          detail: problem.detail,
          code: String(problem.code),
          instance: typeof problem.instance === 'string' ? problem.instance : undefined,
        }
      : {};
  } catch {
    return {};
  }
}
