/** The page: a workbook in, findings and review on show, the completed workbook out. */

import { listenForWorkbooks } from './chooser.js';
import { announce, byId, element, moveTo } from './elements.js';
import { ask } from './exchange.js';
import { exchanging } from './progress.js';
import { showResults } from './results.js';
import { leave, run } from './running.js';
import { showTrouble } from './trouble-box.js';
import { Trouble, gone } from './trouble.js';
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

/** @param {string} [notice] what a person should know, such as why the results are gone */
function showStart(notice = '') {
  show('start', TITLE);
  byId('notice').textContent = notice;
  byId('notice').hidden = notice === '';
}

/**
 * Checks a workbook and shows its results, on an entry of their own in the history.
 *
 * @param {Chosen} chosen
 */
function check(chosen) {
  const begun = work(
    exchanging({
      sending: `Uploading ${chosen.name}`,
      answering: `Reading ${chosen.name} and judging its measures`,
      receiving: 'Receiving the results',
    }),
  );
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
        answering: 'Completing the workbook',
        receiving: 'Receiving the completed workbook',
      }),
    remove: () =>
      download(outcome, 'remove', 'results removed', {
        sending: 'Uploading the workbook',
        answering: 'Taking the results out',
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
 * @param {{sending: string, answering: string, receiving: string}} words
 */
function download(outcome, route, remark, words) {
  const { chosen } = outcome;
  const period = route === 'complete' ? outcome.period : '';
  const begun = work(exchanging(words));
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
  const begun = work(
    exchanging({
      sending: 'Uploading the workbook',
      answering: `Judging ${period}`,
      receiving: 'Receiving the results',
    }),
  );
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
