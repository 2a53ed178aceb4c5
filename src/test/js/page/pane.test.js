import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Locked, Obstacle, cancelled } from '../../../main/resources/web/excel/obstacle.js';
import { monthsOf } from '../../../main/resources/web/pane/months.js';
import { told } from '../../../main/resources/web/pane/obstacles.js';
import { extentInWords, sheetsInWords } from '../../../main/resources/web/pane/plan-words.js';
import { Trouble } from '../../../main/resources/web/trouble.js';

const extent = { cells: 37, sheets: ['Calls', 'Charts'], charts: 0, added: ['Charts'] };

test('how much is written is said in cells, sheets and charts', () => {
  assert.equal(extentInWords(extent), '37 cells on 2 sheets');
  assert.equal(
    extentInWords({ cells: 1200, sheets: ['Calls'], charts: 1, added: [] }),
    '1,200 cells on 1 sheet, and 1 chart',
  );
  assert.equal(extentInWords({ cells: 0, sheets: [], charts: 0, added: [] }), 'no cells');
});

test('new sheets are told from those that change', () => {
  assert.deepEqual(sheetsInWords(extent), [
    { what: 'Changed', sheets: 'Calls' },
    { what: 'New', sheets: 'Charts' },
  ]);
  assert.deepEqual(sheetsInWords({ cells: 0, sheets: [], charts: 0, added: [] }), []);
});

test('the months of a series run back from its last', () => {
  assert.deepEqual(monthsOf({ from: '2019-11', values: [1, null, 3] }), [
    '2020-01',
    '2019-12',
    '2019-11',
  ]);
});

test('a series of quarters, or of nothing, has no months to choose from', () => {
  assert.deepEqual(monthsOf({ from: '2020/21 Q1', values: [1] }), []);
  assert.deepEqual(monthsOf({ from: null, values: [] }), []);
});

test('what stands in the way can be tried again once it is out of the way', () => {
  const trouble = told(new Locked(['Calls']));

  assert.ok(trouble instanceof Trouble);
  assert.match(trouble.message, /Calls/);
  assert.equal(trouble.remedy, 'again');
  assert.equal(trouble.code, 'locked');
});

test('too much for Excel cannot be tried again, and keeps its details', () => {
  const trouble = told(new Obstacle('too-big', 'Too much.', { details: 'ResponsePayload' }));

  assert.equal(trouble.remedy, 'none');
  assert.equal(trouble.details, 'ResponsePayload');
});

test('giving up is no trouble', () => {
  const ending = told(cancelled(true));

  assert.equal(ending.name, 'AbortError');
  assert.match(ending.message, /put back/);
});

test('what is not of Excel stays as it is', () => {
  const fault = new TypeError('A fault.');

  assert.equal(told(fault), fault);
});
