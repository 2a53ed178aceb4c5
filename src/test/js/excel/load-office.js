/** Microsoft's Excel library in Node, as a page has it: `Excel`, `Office` and `OfficeExtension`. */

import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import './office.js';

const LIBRARY = new URL(
  '../node_modules/@microsoft/office-js/dist/excel-win32-16.01.js',
  import.meta.url,
);

/**
 * Loads the library once; `Excel` and `Office` are global from then on, as shipped scripts find
 * them, and so is `window`, through which the library looks for the sets that there are.
 *
 * @returns {{Excel: any, Office: any, OfficeExtension: any}}
 */
export function loadOffice() {
  const here = /** @type {any} */ (globalThis);
  if (!here.Excel) {
    const nothing = () => undefined;
    const page = {
      document: {
        createElement: () => ({ setAttribute: nothing, appendChild: nothing }),
        getElementsByTagName: () => [],
        addEventListener: nothing,
        URL: 'https://localhost/',
      },
      location: { href: 'https://localhost/', search: '', hostname: 'localhost', hash: '' },
      addEventListener: nothing,
      self: here,
    };
    // What the library asks a page for while it loads, and no longer.
    const lent = Object.keys(page).filter((name) => !(name in here));
    lent.forEach((name) => (here[name] = page[name]));
    if (!here.navigator) {
      here.navigator = { userAgent: 'Node.js' };
    }
    here.window = here;
    vm.runInThisContext(readFileSync(LIBRARY, 'utf8'), { filename: 'excel-win32-16.01.js' });
    lent.forEach((name) => delete here[name]);
    here.Office = here.newOffice(Promise.resolve({ host: 'Excel', platform: 'PC' }));
  }
  return { Excel: here.Excel, Office: here.Office, OfficeExtension: here.OfficeExtension };
}
