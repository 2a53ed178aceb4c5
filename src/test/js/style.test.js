import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const linter = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfigFile: fileURLToPath(new URL('eslint.config.js', import.meta.url)),
});

/** The rules that a script breaks at this place. */
async function broken(place, script) {
  const [{ messages }] = await linter.lintText(script, { filePath: `main/resources/web/${place}` });
  return messages.map(({ ruleId }) => ruleId);
}

test('a round trip to Excel in a loop is found', async () => {
  const script = `export const read = (context, sheets) => Excel.run(async (context) => {
    for (const sheet of sheets) {
      sheet.load('name');
      await context.sync();
    }
  });`;

  assert.deepEqual(await broken('excel/loop.js', script), ['office/no-context-sync-in-loop']);
});

test('loading all there is is found', async () => {
  const script = `export const read = (context) => {
    const range = context.workbook.getSelectedRange();
    range.load();
    return range;
  };`;

  assert.deepEqual(await broken('excel/all.js', script), ['office/no-empty-load']);
});

test('only the modules for it touch the workbook', async () => {
  const script = 'export const run = () => Excel.run(() => undefined);';

  assert.deepEqual(await broken('taskpane.js', script), ['no-restricted-globals']);
  assert.deepEqual(await broken('excel/apply-plan.js', script), []);
});

test('nothing of a workbook stays in the browser', async () => {
  const script = "export const keep = (text) => localStorage.setItem('kept', text);";

  assert.deepEqual(await broken('page.js', script), ['no-restricted-globals']);
});
