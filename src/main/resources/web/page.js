/** The page: a workbook in, findings and review on show, the completed workbook out. */

import { listenForWorkbooks } from './chooser.js';
import { announce, button, byId, element } from './elements.js';
import { ask, useToken } from './exchange.js';
import { showResults } from './results.js';
import { Trouble, broken, gone } from './trouble.js';
import { remarked } from './words.js';
import { work } from './work.js';

/** @typedef {import('./chooser.js').Chosen} Chosen */
/** @typedef {import('./report.js').Report} Report */
/** @typedef {import('./work.js').Work} Work */

/**
 * @typedef {object} Outcome a workbook with what was found in it
 * @property {Chosen} chosen
 * @property {string} period the one that was asked for; empty leaves the choice to the server
 * @property {Report} report
 */

const TITLE = document.title;
const VIEWS = ['start', 'working', 'results'];

/** The outcomes that the browser's history leads to, by the number in its entry. */
/** @type {Map<number, Outcome>} */
const outcomes = new Map();

/** The work going on, if any: the page does one thing at a time. */
/** @type {Work | null} */
let current = null;

/**
 * @param {string} view
 * @param {string} title of the document
 */
function show(view, title) {
  for (const id of VIEWS) {
    byId(id).hidden = id !== view;
  }
  document.title = title;
}

/** @param {string} id of a heading */
function moveTo(id) {
  byId(id).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** @param {string} [notice] what a person should know, such as why the results are gone */
function showStart(notice = '') {
  show('start', TITLE);
  byId('notice').textContent = notice;
  byId('notice').hidden = notice === '';
}

/**
 * Says what went wrong, above whatever is on show, with what can be done about it.
 *
 * @param {Trouble} trouble
 * @param {() => void} again
 */
function showTrouble(trouble, again) {
  const box = byId('trouble');
  box.replaceChildren(
    element('h2', {}, ['There is a problem']),
    element('p', {}, [trouble.message]),
    ...remedy(trouble, again),
  );
  box.hidden = false;
  document.title = `Problem: ${document.title.replace(/^Problem: /, '')}`;
  moveTo('trouble');
}

function clearTrouble() {
  byId('trouble').hidden = true;
  document.title = document.title.replace(/^Problem: /, '');
}

/**
 * @param {Trouble} trouble
 * @param {() => void} again
 * @returns {HTMLElement[]}
 */
function remedy(trouble, again) {
  switch (trouble.remedy) {
    case 'again':
      return [button('Try again', again)];
    case 'reload':
      return [button('Reload this page', () => window.location.reload())];
    case 'token':
      return [tokenForm(again)];
    default:
      return [];
  }
}

/** @param {() => void} again */
function tokenForm(again) {
  const field = element('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
  });
  const form = element('form', { class: 'token' }, [
    element('label', { for: 'token' }, ['Access token']),
    field,
    element('button', {}, ['Use this token']),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    useToken(field.value.trim());
    again();
  });
  return form;
}

/**
 * Does one thing to its end. What was going on before is given up.
 *
 * @param {Work} begun
 * @param {HTMLElement} place where it is shown
 * @param {() => Promise<void>} job
 * @param {{givenUp: () => void, failed: (trouble: Trouble) => void}} otherwise
 */
async function run(begun, place, job, otherwise) {
  current?.stop();
  current = begun;
  clearTrouble();
  place.append(begun.shown);
  try {
    await job();
  } catch (failure) {
    if (current === begun) {
      if (failure instanceof DOMException && failure.name === 'AbortError') {
        otherwise.givenUp();
      } else if (failure instanceof Trouble) {
        otherwise.failed(failure);
      } else {
        window.reportError(failure);
        otherwise.failed(broken());
      }
    }
  } finally {
    begun.shown.remove();
    if (current === begun) {
      current = null;
    }
  }
}

/**
 * Checks a workbook and shows its results, on an entry of their own in the history.
 *
 * @param {Chosen} chosen
 */
function check(chosen) {
  const begun = work({
    sending: `Uploading ${chosen.name}`,
    reading: `Reading ${chosen.name} and judging its measures`,
    receiving: 'Receiving the results',
  });
  show('working', `Checking - Quarterday`);
  moveTo('working-title');
  void run(
    begun,
    byId('working'),
    async () => {
      const report = await reported(chosen, '', begun);
      const number = outcomes.size + 1;
      outcomes.set(number, { chosen, period: '', report });
      window.history.pushState({ outcome: number }, '', '#results');
      showOutcome(number);
    },
    {
      givenUp: () => {
        showCurrentEntry('Checking was cancelled. Nothing was kept.');
        moveTo('start-title');
      },
      failed: (trouble) => {
        showCurrentEntry();
        showTrouble(trouble, () => check(chosen));
      },
    },
  );
}

/**
 * @param {Chosen} chosen
 * @param {string} period
 * @param {Work} begun
 * @returns {Promise<Report>}
 */
async function reported(chosen, period, begun) {
  const answer = await ask('check', chosen.bytes, { ...begun, period });
  /** @type {import('./report.js').Checked} */
  const { findings, review } = JSON.parse(await answer.text());
  if (review === null) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    throw new Trouble(errors.map(({ message }) => message).join(' '), 'none');
  }
  return { findings, review };
}

/** @param {number} number of an outcome that is there */
function showOutcome(number) {
  const outcome = outcomes.get(number);
  if (outcome === undefined) {
    throw new Error(`No outcome ${number}`);
  }
  const { chosen, report } = outcome;
  show('results', `Results for ${chosen.name} - Quarterday`);
  showResults(chosen.name, report, {
    download: () =>
      download(outcome, 'complete', 'completed', {
        sending: 'Uploading the workbook',
        reading: 'Completing the workbook',
        receiving: 'Receiving the completed workbook',
      }),
    remove: () =>
      download(outcome, 'remove', 'results removed', {
        sending: 'Uploading the workbook',
        reading: 'Taking the results out',
        receiving: 'Receiving the workbook',
      }),
    another: () => {
      window.history.pushState(null, '', window.location.pathname);
      showCurrentEntry();
      moveTo('start-title');
    },
    choosePeriod: (period) => choosePeriod(number, outcome, period),
  });
  moveTo('results-title');
}

/**
 * @param {Outcome} outcome
 * @param {string} route
 * @param {string} remark for the file's name
 * @param {{sending: string, reading: string, receiving: string}} words
 */
function download(outcome, route, remark, words) {
  const { chosen } = outcome;
  const period = route === 'complete' ? outcome.period : '';
  const begun = work(words);
  const place = byId('results-work');
  place.replaceChildren();
  void run(
    begun,
    place,
    async () => {
      const name = remarked(chosen.name, remark);
      save(await ask(route, chosen.bytes, { ...begun, period }), name);
      if (begun.shown.contains(document.activeElement)) {
        byId('download').focus();
      }
      place.append(element('p', { class: 'done' }, [`Downloaded: ${name}`]));
      announce(`Downloaded: ${name}`);
    },
    {
      givenUp: () => byId('download').focus(),
      failed: (trouble) =>
        showTrouble(trouble, () => {
          byId('download').focus();
          download(outcome, route, remark, words);
        }),
    },
  );
  begun.shown.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {Blob} bytes
 * @param {string} name
 */
function save(bytes, name) {
  const url = URL.createObjectURL(bytes);
  element('a', { href: url, download: name }).click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * @param {number} number
 * @param {Outcome} outcome
 * @param {string} period
 */
function choosePeriod(number, outcome, period) {
  const begun = work({
    sending: 'Uploading the workbook',
    reading: `Judging ${period}`,
    receiving: 'Receiving the results',
  });
  const place = byId('results-work');
  place.replaceChildren();
  void run(
    begun,
    place,
    async () => {
      const report = await reported(outcome.chosen, period, begun);
      outcomes.set(number, { ...outcome, period, report });
      showOutcome(number);
    },
    {
      givenUp: () => byId('period').focus(),
      failed: (trouble) =>
        showTrouble(trouble, () => {
          byId('period').focus();
          choosePeriod(number, outcome, period);
        }),
    },
  );
}

/**
 * Shows what the current entry of the history stands for.
 *
 * @param {string} [notice]
 */
function showCurrentEntry(notice) {
  const number = window.history.state?.outcome;
  if (outcomes.has(number)) {
    showOutcome(number);
  } else if (number === undefined) {
    showStart(notice);
  } else {
    // The page was reloaded, and what it held is gone.
    window.history.replaceState(null, '', window.location.pathname);
    showStart('The results are gone, since nothing is kept. Choose the workbook again to see them.');
  }
}

/** Leaves what is going on, for another entry of the history. */
function leave() {
  const left = current;
  current = null;
  left?.stop();
  clearTrouble();
}

async function tryExample() {
  leave();
  try {
    const reply = await fetch('templates/opcc-kpi-example.xlsx');
    if (!reply.ok) {
      throw gone();
    }
    check({ name: 'opcc-kpi-example.xlsx', bytes: await reply.blob() });
  } catch {
    showTrouble(gone(), () => void tryExample());
  }
}

// By hand, since a new address would be a new entry in the history.
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
window.addEventListener('popstate', () => {
  leave();
  showCurrentEntry();
});
byId('try').addEventListener('click', () => void tryExample());
listenForWorkbooks(check, (trouble) => showTrouble(trouble, () => {}));
showCurrentEntry();
