/** What the tests of the fake Excel have in common. */

import assert from 'node:assert/strict';
import { install } from './fake-excel.js';
import { FakeWorkbook } from './fake-workbook.js';
import { loadOffice } from './load-office.js';

const { Excel, OfficeExtension } = loadOffice();

/**
 * A workbook with one empty sheet, Data, unless a snapshot is given, and Excel with it.
 *
 * @param {{snapshot?: any, conditions?: import('./fake-excel.js').Conditions}} [given]
 */
export function opened({ snapshot = { sheets: [{ name: 'Data' }] }, conditions = {} } = {}) {
  const workbook = FakeWorkbook.fromSnapshot(snapshot);
  const excel = install(OfficeExtension, workbook, conditions);
  return {
    workbook,
    excel,
    /** Runs as an add-in does. */
    run: (work, options = {}) => Excel.run(options, work),
    /** The same with the first sheet. */
    onSheet: (work) =>
      Excel.run((context) => work(context.workbook.worksheets.getFirst(), context)),
  };
}

/** Expects that Excel refuses with a code. */
export function refuses(working, code) {
  return assert.rejects(working, (error) => {
    assert.equal(error.code, code, error.message);
    return true;
  });
}

/** What Excel says of a range, after what was asked of it was carried out. */
export async function read(run, address, properties, sheet = 'Data') {
  return run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load(properties);
    await context.sync();
    return range.toJSON();
  });
}
