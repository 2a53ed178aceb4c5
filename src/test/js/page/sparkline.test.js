import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEIGHT, WIDTH, sparkline } from '../../../main/resources/web/sparkline.js';

const measure = (values, more = {}) => ({
  mean: null,
  lower: null,
  upper: null,
  ...more,
  series: { from: '2020-01', to: '2020-12', flagged: [], leftOut: [], limitsFrom: 0, values, ...more.series },
});

test('the line goes from edge to edge and from bottom to top', () => {
  assert.equal(sparkline(measure([1, 3, 2])).line, 'M4 32L70 4L136 18');
});

test('the line breaks at a gap', () => {
  assert.equal(sparkline(measure([1, 3, null, 3, 1])).line, 'M4 32L37 4M103 4L136 32');
});

test('a value between two gaps is a dot', () => {
  assert.equal(sparkline(measure([1, null, 3])).line, 'M4 32h0M136 4h0');
});

test('fewer than two values make no picture', () => {
  assert.equal(sparkline(measure([])), null);
  assert.equal(sparkline(measure([5])), null);
  assert.equal(sparkline(measure([null, 5, null])), null);
});

test('equal values lie in the middle', () => {
  assert.equal(sparkline(measure([5, 5])).line, `M4 ${HEIGHT / 2}L${WIDTH - 4} ${HEIGHT / 2}`);
});

test('points that stand out are marked, but not at a gap', () => {
  const drawn = sparkline(measure([1, null, 3], { series: { flagged: [1, 2] } }));

  assert.deepEqual(drawn.marks, [{ x: 136, y: 4 }]);
});

test('a point that is left out of the limits is a gap and does not flatten the others', () => {
  const drawn = sparkline(measure([1, 3, 900, 3, 1], { series: { leftOut: [2] } }));

  assert.equal(drawn.line, 'M4 32L37 4M103 4L136 32');
});

test('the range of the limits is drawn from where they hold and fits into the picture', () => {
  const drawn = sparkline(
    measure([5, 5, 6], { mean: 5, lower: 0, upper: 10, series: { limitsFrom: 1 } }),
  );

  assert.deepEqual(drawn.range, { x: 70, y: 4, width: 66, height: 28 });
  assert.deepEqual(drawn.mean, { x: 70, y: 18, end: 136 });
});

test('without limits there is no range', () => {
  const drawn = sparkline(measure([1, 2]));

  assert.equal(drawn.range, null);
  assert.equal(drawn.mean, null);
});
