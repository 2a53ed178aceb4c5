import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused } from '../../../main/resources/web/trouble.js';

const problem = (detail, code) => JSON.stringify({ detail, code, status: 422 });

test('the server says what is wrong with a workbook', () => {
  const trouble = refused(422, problem('It is empty. Get a new copy.', 'file-empty'), null, true);

  assert.equal(trouble.message, 'It is empty. Get a new copy.');
  assert.equal(trouble.code, 'file-empty');
  assert.equal(trouble.remedy, 'none');
  assert.equal(trouble.retryAfter, undefined);
});

test('a busy server says when to come back', () => {
  assert.equal(refused(503, problem('Busy.', 'busy'), '7', true).retryAfter, 7);
  assert.equal(refused(503, problem('Busy.', 'busy'), '0', true).retryAfter, 1);
  assert.equal(refused(503, problem('Stopping.', 'stopping'), null, true).retryAfter, undefined);
  assert.equal(refused(503, problem('Busy.', 'busy'), null, true).remedy, 'again');
});

test('a token that came with the page and is refused wants the page reloaded', () => {
  assert.equal(refused(401, problem('No.', 'token-wrong'), null, true).remedy, 'reload');
});

test('a page without a token asks for one', () => {
  assert.equal(refused(401, problem('No.', 'token-missing'), null, false).remedy, 'token');
});

test('a reply that is no problem is told by its status', () => {
  for (const body of ['', '<html>', 'null', '[]', '{"detail": 5}']) {
    const trouble = refused(502, body, null, true);

    assert.match(trouble.message, /status 502/);
    assert.equal(trouble.remedy, 'again');
  }
});

test('a failure keeps what a programmer would ask for', () => {
  const body = JSON.stringify({ detail: 'It broke.', code: 'incident', instance: 'urn:incident:7' });

  assert.equal(refused(500, body, null, true).details, 'status 500, urn:incident:7');
  assert.equal(refused(502, '', null, true).details, 'status 502');
});
