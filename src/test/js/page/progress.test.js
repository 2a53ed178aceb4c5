import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inExcel } from '../../../main/resources/web/pane/excel-progress.js';
import { exchanging } from '../../../main/resources/web/progress.js';

test('an exchange says its stages in the words it was given', () => {
  const wording = exchanging({ sending: 'Up', answering: 'Thinking', receiving: 'Down' });

  assert.deepEqual(wording({ stage: 'sending', done: 0.25 }), { said: 'Up', share: 0.25 });
  assert.deepEqual(wording({ stage: 'answering' }), { said: 'Thinking', share: null });
  assert.deepEqual(wording({ stage: 'receiving', done: 1 }), { said: 'Down', share: 1 });
});

test('a busy server is waited for by the second', () => {
  const wording = exchanging({ sending: '', answering: '', receiving: '' });

  assert.match(wording({ stage: 'waiting', seconds: 1 }).said, /again in 1 second$/);
  assert.match(wording({ stage: 'waiting', seconds: 2 }).said, /again in 2 seconds$/);
});

test('reading and writing name the sheet and how far they are', () => {
  assert.deepEqual(inExcel({ stage: 'reading', sheet: 'Calls', done: 1, of: 4 }), {
    said: 'Reading Calls, 1 of 4',
    share: 0.25,
  });
  assert.deepEqual(inExcel({ stage: 'writing', what: 'put-cells', sheet: 'Calls', done: 3, of: 8 }), {
    said: 'Writing cells to Calls, 3 of 8',
    share: 0.375,
  });
});

test('what has no name of its own is tidying, and what is about no sheet is about the workbook', () => {
  const { said } = inExcel({ stage: 'writing', what: 'drop-name', sheet: '', done: 1, of: 1 });

  assert.equal(said, 'Tidying the workbook');
});

test('putting back is said as such', () => {
  assert.equal(
    inExcel({ stage: 'putting-back', done: 2, of: 3 }).said,
    'Putting back what was there, 2 of 3',
  );
});

test('a cell that is being edited is said in the words of whoever waits for it', () => {
  assert.deepEqual(inExcel({ stage: 'editing', message: 'Press Enter.' }), {
    said: 'Press Enter.',
    share: null,
  });
});

test('the exchange with the server has its own words in the pane', () => {
  assert.equal(inExcel({ stage: 'answering' }).said, 'Judging the measures');
});
