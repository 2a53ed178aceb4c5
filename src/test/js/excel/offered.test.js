import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { officeTypings } from '../types.js';
import { FakeWorkbook, newChart, newSeries } from './fake-workbook.js';
import { Collection, HostObject } from './host-object.js';
import { Workbook } from './host-objects.js';
import { blockOf } from './references.js';

/** The members of Excel's classes, of later ones too or of those that every supported Excel has. */
function typings(newer) {
  const members = new Map();
  const source = ts.createSourceFile('excel.d.ts', officeTypings({ newer }), 99);
  const visit = (node) => {
    if (ts.isClassDeclaration(node)) {
      members.set(
        node.name.text,
        new Set(node.members.map(({ name }) => name?.text).filter(Boolean)),
      );
    } else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) {
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(source, visit);
  return members;
}

/** A workbook with one of everything. */
function full() {
  const book = FakeWorkbook.fromSnapshot({
    ledger: '<a xmlns="urn:a"/>',
    names: [{ name: 'Calls', sheet: 'Data', block: 'A1' }],
    sheets: [{ name: 'Data', tables: [{ name: 'Table1', block: 'A1:B2' }] }],
  });
  const [sheet] = book.sheets;
  book.settings.set('a', 1);
  sheet.breaks.push(3);
  const chart = newChart(book, 'Calls', blockOf('D1:H9'));
  chart.series.push({ ...newSeries('Value'), values: 'Data!$A$1:$A$2' });
  chart.series[0].format.set('HasDataLabels', true).set('Points/0/HasDataLabel', true);
  sheet.charts.push(chart);
  const rule = { id: 'r', areas: [blockOf('A1')], formula: '=A1', font: {}, fill: {}, stopIfTrue: false };
  sheet.rules.push(rule);
  return new Workbook(book);
}

/** The classes that can be reached from an object, each with its members. */
function offered(object, found = new Map()) {
  const name = object.constructor.name;
  if (found.has(name)) {
    return found;
  }
  const members = new Map();
  found.set(name, members);
  for (let type = Object.getPrototypeOf(object); type !== HostObject.prototype; type = Object.getPrototypeOf(type)) {
    for (const [member, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
      if (!/^[A-Z]/.test(member)) {
        continue;
      }
      // A property may be loaded by its name alone, past the types; a method is called.
      members.set(member, get ? 'property' : 'method');
      const part = get ? get.call(object) : PARTS.has(member) && value.call(object, PARTS.get(member));
      if (part instanceof HostObject) {
        offered(part, found);
      }
    }
  }
  if (object instanceof Collection) {
    object.items().forEach((item) => offered(item, found));
  }
  return found;
}

/** Methods that lead to further classes, with what they are given. */
const PARTS = new Map([
  ['GetRanges', 'A1:B2,D4'],
  ['GetRange', 'A1:B2'],
  ['GetTables', false],
  ['GetByNamespace', 'urn:a'],
  ['CreateWorkbook', ''],
]);

test('nothing is offered that not every supported Excel has', () => {
  const floor = typings(false);
  const all = typings(true);
  const found = offered(full());

  const above = [...found].flatMap(([name, own]) =>
    [...own]
      .map(([member, kind]) => [member[0].toLowerCase() + member.slice(1), kind])
      .filter(
        ([member, kind]) =>
          !floor.get(name)?.has(member) && (kind === 'property' || all.get(name)?.has(member)),
      )
      .map(([member]) => `${name}.${member}`),
  );

  assert.deepEqual(above, []);
  assert.ok(found.size > 50, `only ${found.size} classes were seen`);
});
