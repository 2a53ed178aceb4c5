/** The pane beside the open workbook: check it, complete it, take it back. */

import { announce, button, byId, element, moveTo } from './elements.js';
import { applyPlan, canUndo, undoLast, what } from './excel/apply-plan.js';
import { fingerprint, goTo, openWorkbook, readWorkbook } from './excel/read-workbook.js';
import { askWith } from './exchange.js';
import { adjustmentForm } from './pane/adjustment-form.js';
import { copyDetails } from './pane/copy.js';
import { inExcel } from './pane/excel-progress.js';
import { endLive, goLive, hold, isLive } from './pane/live.js';
import { told } from './pane/obstacles.js';
import { whereWeAre } from './pane/office-ready.js';
import { outside } from './pane/outside.js';
import { extentInWords } from './pane/plan-words.js';
import { preview } from './pane/preview.js';
import { showReport, showResults } from './pane/results.js';
import { settingsForm } from './pane/settings-form.js';
import { run } from './running.js';
import { showTrouble } from './trouble-box.js';
import { Trouble, gone } from './trouble.js';
import { counted } from './words.js';
import { work } from './work.js';

/**
 * @typedef {import('./excel/plan.js').Plan} Plan
 * @typedef {import('./excel/plan.js').Snapshot} Snapshot
 * @typedef {import('./report.js').Inspected} Inspected
 * @typedef {import('./report.js').Measure} Measure
 * @typedef {import('./work.js').Work} Work
 */

/**
 * @typedef {object} Wanted what somebody wants done
 * @property {string} title
 * @property {string} [lead] what it means, in a sentence
 * @property {string} verb what the button says that does it
 * @property {string} nothing what is said where there is nothing to do
 * @property {string} route that plans it
 * @property {(workbook: Snapshot) => object} [body] what the route is asked with
 * @property {string} [period] that it is planned for
 */

const VIEWS = ['opening', 'outside', 'start', 'results', 'step'];

/** The period that was asked for; empty leaves the choice to the workbook. */
let period = '';
/** What became of the last thing done, in a sentence; may be empty. */
let outcome = '';
/** Whether there is a write to take back. */
let undoable = false;
/** @type {Inspected | null} */
let inspected = null;

/** @param {string} view */
function show(view) {
  for (const id of VIEWS) {
    byId(id).hidden = id !== view;
  }
}

/**
 * @param {Trouble} trouble
 * @param {() => void} again
 * @param {HTMLElement[]} [more]
 */
function showProblem(trouble, again, more = []) {
  showTrouble(trouble, again, [...more, copyDetails(trouble)]);
}

/**
 * Begins work in Excel, shown in a place of the pane.
 *
 * @param {string} place
 * @param {(begun: Work) => Promise<void>} job
 * @param {{givenUp: (message: string) => void, failed: (trouble: Trouble) => void,
 *   stoppable?: boolean}} otherwise
 */
function begin(place, job, { givenUp, failed, stoppable = true }) {
  hold();
  const begun = work(inExcel, { stoppable });
  byId(place).replaceChildren();
  void run(
    begun,
    byId(place),
    async () => {
      try {
        await job(begun);
      } catch (failure) {
        throw told(failure);
      }
    },
    { givenUp: ({ message }) => givenUp(message), failed },
  );
}

/**
 * Reads the workbook and has it judged.
 *
 * @param {Pick<Work, 'tell' | 'signal'>} begun
 * @param {{forCheck?: boolean, onlyValues?: boolean}} [how] how closely it is read
 */
async function look({ tell, signal }, how = { forCheck: true }) {
  const workbook = await readWorkbook({ tell, signal, ...how });
  inspected = await askWith('plan/check', workbook, { period, tell, signal });
  undoable = await canUndo();
}

/** Shows the results, from the top or from what was just done. */
function showInspected() {
  if (inspected === null) {
    show('start');
    moveTo('start-title');
    return;
  }
  show('results');
  showResults(inspected, { outcome, canUndo: undoable, live: isLive() }, actions);
  moveTo(outcome === '' ? 'results-title' : 'done');
}

/** @param {string} place where the work is shown */
function check(place) {
  outcome = '';
  const from = document.activeElement;
  begin(
    place,
    async (begun) => {
      await look(begun);
      showInspected();
    },
    {
      givenUp: (message) => {
        announce(message);
        focusOn(from);
      },
      failed: (trouble) => showProblem(trouble, () => check(place)),
    },
  );
}

/** @param {Element | null} was what had the focus before */
function focusOn(was) {
  if (was instanceof HTMLElement && was.isConnected) {
    was.focus();
  } else {
    moveTo('main');
  }
}

/**
 * Plans what somebody wants done and shows it; nothing is written yet.
 *
 * @param {Wanted} wanted
 * @param {string} place where the work is shown
 */
function propose(wanted, place = 'results-work') {
  const from = document.activeElement;
  begin(
    place,
    async (begun) => {
      const workbook = await readWorkbook(begun);
      const body = wanted.body === undefined ? workbook : wanted.body(workbook);
      const { plan, skipped = [] } = await askWith(wanted.route, body, {
        ...begun,
        period: wanted.period ?? '',
      });
      showProposal(wanted, plan, skipped, fingerprint(workbook));
    },
    {
      givenUp: (message) => {
        announce(message);
        focusOn(from);
      },
      failed: (trouble) => showProblem(trouble, () => propose(wanted, place)),
    },
  );
}

/**
 * Plans it for the workbook as it is now. The plan that no longer fits it is not on offer meanwhile.
 *
 * @param {Wanted} wanted
 */
function proposeAfresh(wanted) {
  showInspected();
  propose(wanted);
}

/**
 * @param {Wanted} wanted
 * @param {Plan} plan
 * @param {string[]} skipped
 * @param {string} madeFrom the workbook's fingerprint
 */
function showProposal(wanted, plan, skipped, madeFrom) {
  showStep(
    preview({ lead: '', ...wanted }, what(plan), plan.edits.length === 0, skipped, {
      write: () => write(wanted, plan, madeFrom),
      back: showInspected,
    }),
  );
}

/** @param {(HTMLElement | null)[]} parts */
function showStep(parts) {
  show('step');
  byId('step').replaceChildren(...parts.filter((part) => part !== null));
  moveTo('step-title');
}

/**
 * @param {Wanted} wanted
 * @param {Plan} plan
 * @param {string} madeFrom
 */
function write(wanted, plan, madeFrom) {
  begin(
    'step-work',
    async (begun) => {
      await applyPlan(plan, { ...begun, fingerprint: madeFrom });
      await lookAfter(`Written: ${extentInWords(what(plan))}.`, begun);
    },
    {
      givenUp: (message) => {
        outcome = message;
        showInspected();
      },
      failed: (trouble) =>
        trouble.code === 'stale'
          ? showProblem(trouble, () => proposeAfresh(wanted))
          : showProblem(trouble, () => write(wanted, plan, madeFrom)),
    },
  );
}

/**
 * Looks again at what is there now. What was done stays done if that fails or is given up.
 *
 * @param {string} done
 * @param {Work} begun
 */
async function lookAfter(done, begun) {
  outcome = done;
  undoable = true;
  try {
    await look(begun);
    showInspected();
    announce(done);
  } catch (failure) {
    showInspected();
    const trouble = told(failure);
    if (trouble instanceof Trouble) {
      throw new Trouble(`${done} Checking again failed: ${trouble.message}`, 'none', trouble);
    }
    if (!(trouble instanceof DOMException)) {
      throw trouble;
    }
  }
}

/** @param {boolean} force whether changes made since are lost */
function undo(force = false) {
  begin(
    'results-work',
    async (begun) => {
      const { cells, sheets } = await undoLast({ force, tell: begun.tell });
      await lookAfter(
        `Put back: ${counted(cells, 'cell')} on ${counted(sheets, 'sheet')}.`,
        begun,
      );
    },
    {
      stoppable: false,
      givenUp: () => showInspected(),
      failed: (trouble) =>
        showProblem(
          trouble,
          () => undo(force),
          trouble.code === 'changed'
            ? [button('Undo all the same', () => undo(true), { id: 'force' })]
            : [],
        ),
    },
  );
}

/** @param {Measure} measure */
function adjust(measure) {
  const made = inspected?.adjustments.filter((one) => one.measure === measure.id) ?? [];
  /** @param {object} adjustment */
  const decide = (adjustment) =>
    propose(
      {
        title: `Adjust ${measure.name}`,
        verb: 'Write it down',
        nothing: 'The workbook says this already.',
        route: 'plan/adjustments',
        body: (workbook) => ({ workbook, adjustment }),
      },
      'step-work',
    );
  showStep(
    adjustmentForm(measure, made, {
      save: decide,
      remove: (decision) => decide({ ...decision, remove: true }),
      back: showInspected,
    }),
  );
}

function editSettings() {
  showStep(
    settingsForm(inspected?.settings ?? [], {
      save: (settings) =>
        propose(
          {
            title: 'Change settings',
            verb: 'Write the settings',
            nothing: 'The workbook says this already.',
            route: 'plan/settings',
            body: (workbook) => ({ workbook, settings }),
          },
          'step-work',
        ),
      back: showInspected,
    }),
  );
}

/** @param {string} sheet @param {string} cell */
async function lead(sheet, cell) {
  try {
    await goTo(sheet, cell);
    announce(`Went to ${sheet}, cell ${cell}`);
  } catch (failure) {
    const trouble = told(failure);
    if (!(trouble instanceof Trouble)) {
      throw trouble;
    }
    showProblem(trouble, () => void lead(sheet, cell));
  }
}

/** @param {boolean} on */
async function live(on) {
  if (!on) {
    await endLive();
    announce('No longer checking while you work');
    return;
  }
  await goLive(
    async (signal) => {
      await look({ signal, tell: () => {} }, { onlyValues: true });
      if (inspected !== null && !byId('results').hidden) {
        const top = window.scrollY;
        byId('live-note').hidden = true;
        showReport(inspected, actions);
        window.scrollTo(0, top);
        announce('Checked again');
      }
    },
    (message) => {
      const note = document.getElementById('live-note');
      if (note !== null) {
        note.textContent = message;
        note.hidden = false;
      }
      announce(message);
    },
  );
  announce('Checking again whenever you change something');
}

/** @type {import('./pane/results.js').Actions} */
const actions = {
  check: () => check('results-work'),
  choosePeriod: (chosen) => {
    period = chosen;
    check('results-work');
  },
  complete: () =>
    propose({
      title: 'Complete this workbook',
      verb: 'Write the results',
      nothing: 'This workbook is complete: there is nothing to write.',
      route: 'plan',
      period,
    }),
  glossary: () =>
    propose({
      title: 'Add glossary terms',
      verb: 'Write the terms',
      nothing: 'The glossary has every term that this workbook uses.',
      route: 'plan/glossary',
    }),
  remove: () =>
    propose({
      title: 'Remove results',
      lead:
        'This takes out everything that Quarterday added, words written beside its results included. What ' +
        'people typed elsewhere stays. You can undo it as long as this pane stays open.',
      verb: 'Remove results',
      nothing: 'There is nothing of Quarterday in this workbook.',
      route: 'plan/remove',
    }),
  undo: () => undo(),
  settings: editSettings,
  adjust,
  lead: (sheet, cell) => void lead(sheet, cell),
  live: (on) => void live(on),
};

async function openSample() {
  try {
    const reply = await fetch('templates/opcc-kpi-example.xlsx');
    if (!reply.ok) {
      throw gone();
    }
    await openWorkbook(base64(new Uint8Array(await reply.arrayBuffer())));
    announce('The sample opens in a window of its own');
  } catch (failure) {
    const trouble = told(failure);
    showProblem(trouble instanceof Trouble ? trouble : gone(), () => void openSample(), [
      element('p', {}, [
        element('a', { href: 'templates/opcc-kpi-example.xlsx', download: true }, [
          'Download the sample instead',
        ]),
      ]),
    ]);
  }
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}

/** @param {import('./pane/outside.js').Reason} reason */
function stayOutside(reason) {
  byId('outside').replaceChildren(...outside(reason));
  show('outside');
  moveTo('outside-title');
}

async function open() {
  const place = await whereWeAre(() => stayOutside('late'));
  if (place !== 'excel') {
    stayOutside(place);
    return;
  }
  byId('check').addEventListener('click', () => check('start-work'));
  byId('sample').addEventListener('click', () => void openSample());
  show('start');
}

void open();
