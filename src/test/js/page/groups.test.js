import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bySection,
  bySeverity,
  isException,
  place,
} from '../../../main/resources/web/groups.js';

const finding = (severity, code) => ({ severity, code, sheet: null, cell: null, measure: null });

test('findings are grouped the worst first and keep their order', () => {
  const groups = bySeverity([
    finding('advice', 'a'),
    finding('error', 'b'),
    finding('advice', 'c'),
  ]);

  assert.deepEqual(
    groups.map((group) => [group.severity, group.findings.map((one) => one.code)]),
    [
      ['error', ['b']],
      ['advice', ['a', 'c']],
    ],
  );
});

test('no findings make no groups', () => {
  assert.deepEqual(bySeverity([]), []);
});

test('a place is a cell, a sheet or the workbook', () => {
  assert.equal(place({ sheet: 'Data', cell: 'B7' }), 'Data, cell B7');
  assert.equal(place({ sheet: 'Data', cell: null }), 'Data');
  assert.equal(place({ sheet: null, cell: null }), 'The whole workbook');
});

test('measures keep their order, and a section that comes again is a new group', () => {
  const sections = bySection([
    { name: 'a', section: 'Staff' },
    { name: 'b', section: 'Staff' },
    { name: 'c', section: 'Events' },
    { name: 'd', section: 'Staff' },
  ]);

  assert.deepEqual(
    sections.map((section) => [section.name, section.measures.map((one) => one.name)]),
    [
      ['Staff', ['a', 'b']],
      ['Events', ['c']],
      ['Staff', ['d']],
    ],
  );
});

test('a measure is an exception where a rule fired, whichever way it points', () => {
  assert.equal(isException({ improving: 'neither' }), true);
  assert.equal(isException({ improving: 'worse' }), true);
  assert.equal(isException({ improving: null }), false);
});
