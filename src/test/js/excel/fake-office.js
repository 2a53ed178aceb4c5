/** What a page sees of Office beside Excel's objects: the host, its sets, its ribbon's functions. */

/** @returns {any} */
export function newOffice() {
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
    /** Settles at once with host Excel; calls back as well. */
    onReady: (then) => {
      const ready = Promise.resolve({ host: 'Excel', platform: 'PC' });
      return then ? ready.then(async (info) => (await then(info), info)) : ready;
    },
    actions: { associate: (name, run) => functions.set(name, run) },
    addin: { showAsTaskpane: () => Promise.resolve(), hide: () => Promise.resolve() },
    /** Presses a button of the ribbon, for tests; settles when the function says it has completed. */
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
