/**
 * An office.js for tests: Microsoft's Excel library with the fake Excel behind it. A classic script,
 * as the real one is, for the folder that `serve --office-js` names. Beside it in the folder lie the
 * modules of this one (not the tests) and Microsoft's excel-win32-16.01.js; `FakeOffice` in the
 * tests of the pages puts it together.
 *
 * What stands in the workbook is said before the page loads, in an init script of the browser's:
 *
 *     window.givenToFakeExcel = {
 *       snapshot,               // as the server reads and writes it; without it one empty sheet
 *       look: {fill: '#EEEEEE'}, // how the cells look that hold something; may be left out
 *       conditions: {delay: 20}, // as install() takes them
 *       calculate: (sheet, cell, formula) => 7, // what a formula gives that is written
 *       host: null,             // no Excel: a plain browser, as Office.js sees it
 *       silent: true,           // onReady never settles, as when part of the library is blocked
 *     };
 *
 * Afterwards a test speaks with it as `fake`: `fake.workbook.type('Data', 'B2', '7')`,
 * `fake.workbook.toSnapshot()`, `fake.excel.log.length`, `fake.excel.cellEdit = true`,
 * `Office.press('complete')` for a button of the ribbon.
 */

/**
 * What a page sees of Office beside Excel's objects: the host, its sets, its ribbon's functions.
 *
 * @param {Promise<{host: string | null, platform: string | null}>} info settles once all is loaded
 */
function newOffice(info) {
  const functions = new Map();
  return {
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
    context: {
      host: 'Excel',
      platform: 'PC',
      displayLanguage: 'en-GB',
      contentLanguage: 'en-GB',
      diagnostics: { host: 'Excel', platform: 'PC', version: '16.0.14332.20000' },
      requirements: { isSetSupported: () => false },
      officeTheme: { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000' },
    },
    onReady: (then) => info.then(async (known) => (await then?.(known), known)),
    actions: { associate: (name, run) => functions.set(name, run) },
    addin: { showAsTaskpane: () => Promise.resolve(), hide: () => Promise.resolve() },
    /** Presses a button of the ribbon; settles when the function says that it has completed. */
    press: (name) =>
      new Promise((resolve, reject) => {
        const run = functions.get(name);
        if (!run) {
          throw new Error(`No function is associated with ${name}.`);
        }
        Promise.resolve(run({ completed: resolve, source: { id: name } })).catch(reject);
      }),
  };
}

globalThis.newOffice = newOffice;

if (globalThis.document?.currentScript) {
  const folder = new URL('.', document.currentScript.src);
  const given = globalThis.givenToFakeExcel ?? {};

  const library = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL('excel-win32-16.01.js', folder).href;
      script.onload = resolve;
      script.onerror = () => reject(new Error('The library is not there.'));
      document.head.append(script);
    });

  const load = async () => {
    if (given.silent) {
      await new Promise(() => {});
    }
    if (given.host === null) {
      Object.assign(office.context, { host: null, platform: null, requirements: undefined });
      return { host: null, platform: null };
    }
    const [{ install }, { FakeWorkbook }] = await Promise.all([
      import(new URL('fake-excel.js', folder).href),
      import(new URL('fake-workbook.js', folder).href),
      library().then(() => {
        // It brings an Office of its own, which knows no host and never settles.
        globalThis.Office = office;
      }),
    ]);
    const workbook = given.snapshot
      ? FakeWorkbook.fromSnapshot(given.snapshot, { look: given.look })
      : FakeWorkbook.empty();
    workbook.calculate = given.calculate ?? workbook.calculate;
    const excel = install(globalThis.OfficeExtension, workbook, given.conditions);
    globalThis.fake = { workbook, excel };
    return { host: 'Excel', platform: 'PC' };
  };

  const settled = {};
  const office = newOffice(new Promise((resolve, reject) => Object.assign(settled, { resolve, reject })));
  globalThis.Office = office;
  // Office.js takes these away from every page that loads it.
  history.pushState = null;
  history.replaceState = null;
  load().then(settled.resolve, settled.reject);
}
