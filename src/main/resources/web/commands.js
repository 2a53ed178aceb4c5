/**
 * The buttons of the ribbon, which work without the pane. What a command did is seen in the workbook;
 * what cannot be seen there is said in a small window.
 */

import { byId } from './elements.js';
import { applyPlan, undoLast, what } from './excel/apply-plan.js';
import { fingerprint, goTo, readWorkbook } from './excel/read-workbook.js';
import { askWith } from './exchange.js';
import { bySeverity, isException } from './groups.js';
import { told } from './pane/obstacles.js';
import { Trouble, broken } from './trouble.js';
import { counted, listed, sentence } from './words.js';

/** @typedef {import('./report.js').Finding} Finding */

const HOW = { signal: new AbortController().signal, tell: () => {} };
const SAID = 'said';

/** @type {Record<Finding['severity'], [string, string]>} */
const NOUNS = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice'],
};

/** @returns {Promise<string>} */
async function check() {
  const workbook = await readWorkbook({ ...HOW, forCheck: true });
  /** @type {import('./report.js').Inspected} */
  const { findings, review } = await askWith('plan/check', workbook, HOW);
  const groups = bySeverity(findings);
  const worst = groups[0]?.findings.find(({ sheet, cell }) => sheet !== null && cell !== null);
  if (worst !== undefined && worst.sheet !== null && worst.cell !== null) {
    await goTo(worst.sheet, worst.cell);
  }
  const found = groups.map((group) => counted(group.findings.length, ...NOUNS[group.severity]));
  const first = groups[0]?.findings[0];
  return [
    sentence(`${found.length === 0 ? 'nothing looks wrong' : listed(found)}.`),
    review === null
      ? null
      : sentence(
          `${counted(review.measures.filter(isException).length, 'exception')} among ` +
            `${counted(review.measures.length, 'measure')} in ${review.period}.`,
        ),
    first === undefined ? null : `First: ${first.message}`,
    found.length === 0 ? null : 'Open the pane to see them all.',
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/**
 * Plans and writes at once: a press on the ribbon is the decision, and undoing is a press away.
 *
 * @param {string} route
 * @param {string} nothing what is said where there is nothing to do
 * @returns {Promise<string>} empty where the workbook itself shows what was done
 */
async function write(route, nothing) {
  const workbook = await readWorkbook(HOW);
  const { plan, skipped = [] } = await askWith(route, workbook, HOW);
  if (plan.edits.length === 0) {
    return nothing;
  }
  await applyPlan(plan, { ...HOW, fingerprint: fingerprint(workbook) });
  const [shown] = what(plan).added;
  if (shown !== undefined) {
    await goTo(shown, 'A1');
  }
  return skipped.length === 0
    ? ''
    : `Protected, so left as they are: ${listed(skipped)}. Unprotect them first to include them.`;
}

/** @returns {Promise<string>} */
async function undo() {
  await undoLast(HOW);
  return '';
}

/**
 * A command of the ribbon. Excel waits until it hears that the command has completed.
 *
 * @param {() => Promise<string>} job
 * @returns {(event: Office.AddinCommands.Event) => Promise<void>}
 */
function command(job) {
  return async (event) => {
    try {
      say(await job());
    } catch (failure) {
      const trouble = told(failure);
      if (!(trouble instanceof Trouble)) {
        window.reportError(failure);
      }
      say(trouble instanceof Trouble ? inWords(trouble) : broken().message);
    } finally {
      event.completed();
    }
  };
}

/**
 * The pane can ask for a token, the ribbon cannot.
 *
 * @param {Trouble} trouble
 */
function inWords({ remedy, message }) {
  return remedy === 'token'
    ? 'This server asks for an access token, which the ribbon cannot take. Open the pane and do it there.'
    : message;
}

/**
 * Says something in a window of Office's own. What is said stays behind the number sign, which no
 * server sees.
 *
 * @param {string} message
 */
function say(message) {
  if (message !== '') {
    const page = new URL('commands.html', window.location.href);
    page.hash = new URLSearchParams({ [SAID]: message }).toString();
    Office.context.ui.displayDialogAsync(page.href, {
      width: 30,
      height: 25,
      displayInIframe: true,
    });
  }
}

const said = new URLSearchParams(window.location.hash.slice(1)).get(SAID);
if (said === null) {
  void Office.onReady(() => {
    Office.actions.associate('check', command(check));
    Office.actions.associate(
      'complete',
      command(() => write('plan', 'This workbook is complete: there is nothing to write.')),
    );
    Office.actions.associate(
      'removeResults',
      command(() => write('plan/remove', 'There is nothing of Quarterday in this workbook.')),
    );
    Office.actions.associate('undoLastWrite', command(undo));
  });
} else {
  byId('said').textContent = said;
  byId('main').hidden = false;
}
