/** Waits for Excel's own library, which another host may serve and a firewall may stop. */

const SECONDS = 10;

/**
 * Where the pane turned out to be: in Excel, in an Excel too old for it, or in a browser's tab.
 *
 * @typedef {'excel' | 'old-excel' | 'browser'} Place
 */

/**
 * @param {() => void} late told once when nothing has come for too long; it may come yet
 * @returns {Promise<Place>} never settles if any part of the library is missing
 */
export async function whereWeAre(late) {
  const patience = setTimeout(late, SECONDS * 1000);
  const { host } = await ready().catch(nothing);
  clearTimeout(patience);
  // The library takes these away from the page; what it covered is still beneath.
  Reflect.deleteProperty(window.history, 'pushState');
  Reflect.deleteProperty(window.history, 'replaceState');
  if (host === null) {
    return 'browser';
  }
  return Office.context?.requirements?.isSetSupported('ExcelApi', '1.13') ? 'excel' : 'old-excel';
}

/** @returns {Promise<{host: unknown}>} */
async function ready() {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      window.addEventListener('load', resolve, { once: true });
    });
  }
  return 'Office' in globalThis ? Office.onReady() : nothing();
}

/** @returns {Promise<never>} what never comes */
function nothing() {
  return new Promise(() => {});
}
