import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  counted,
  listed,
  remarked,
  sentence,
  spoken,
} from '../../../main/resources/web/words.js';

test('a count agrees with its noun', () => {
  assert.equal(counted(0, 'error'), 'no errors');
  assert.equal(counted(1, 'error'), '1 error');
  assert.equal(counted(1200, 'error'), '1,200 errors');
  assert.equal(counted(2, 'piece of advice', 'pieces of advice'), '2 pieces of advice');
});

test('parts of a sentence are a list', () => {
  assert.equal(listed([]), '');
  assert.equal(listed(['a']), 'a');
  assert.equal(listed(['a', 'b']), 'a and b');
  assert.equal(listed(['a', 'b', 'c']), 'a, b and c');
});

test('a remark goes before the ending of a name', () => {
  assert.equal(remarked('kpi.xlsx', 'completed'), 'kpi (completed).xlsx');
  assert.equal(remarked('kpi.v2.xlsm', 'completed'), 'kpi.v2 (completed).xlsm');
});

test('a remark is not made twice', () => {
  assert.equal(remarked('kpi (completed).xlsx', 'completed'), 'kpi (completed).xlsx');
});

test('a name without an ending gets one', () => {
  assert.equal(remarked('kpi', 'completed'), 'kpi (completed).xlsx');
  assert.equal(remarked('.kpi', 'completed'), '.kpi (completed).xlsx');
});

test('a month is said in words and a quarter as it is', () => {
  assert.equal(spoken('2020-06'), 'June 2020');
  assert.equal(spoken('2019-01'), 'January 2019');
  assert.equal(spoken('2020/21 Q1'), '2020/21 Q1');
});

test('a sentence starts with a capital letter', () => {
  assert.equal(sentence('no errors'), 'No errors');
  assert.equal(sentence(''), '');
});
