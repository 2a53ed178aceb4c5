/** What all objects of Excel's have in common, and the checks of what is set. */

import { Refusal, invalid, missing } from './fake-workbook.js';

/** An object of Excel's; what it is and has is all that a caller can reach. */
export class HostObject {
  /** What a caller may know it by, as {Id} or {_Id}. */
  known() {
    return {};
  }
}

/** @param {string} what */
export function notAvailable(what) {
  return new Refusal('ApiNotAvailable', `The fake Excel does not offer ${what}.`);
}

export class Collection extends HostObject {
  /** @returns {HostObject[]} */
  items() {
    return [];
  }

  GetCount() {
    return this.items().length;
  }

  GetItemAt(index) {
    const items = this.items();
    if (!Number.isInteger(index) || index < 0 || index >= items.length) {
      throw invalid();
    }
    return items[index];
  }

  /** The item with a key, or null. Not every collection that has items lets a caller ask so. */
  find(key) {
    return this.GetItemOrNullObject(key);
  }

  GetItem(key) {
    const item = this.find(key);
    if (item === null) {
      throw missing();
    }
    return item;
  }
}

/** @param {any} value @param {string[]} allowed */
export function oneOf(value, allowed) {
  if (!allowed.includes(value)) {
    throw invalid();
  }
  return value;
}

/** @param {any} value */
export function colour(value) {
  if (typeof value !== 'string' || (!/^#[0-9a-f]{6}$/i.test(value) && !/^[a-z]+$/i.test(value))) {
    throw invalid();
  }
  return value.startsWith('#') ? value.toUpperCase() : value;
}

/** @param {any} value */
export function truth(value) {
  if (typeof value !== 'boolean') {
    throw invalid();
  }
  return value;
}

/** @param {any} value */
export function numeric(value, least = -Infinity, most = Infinity) {
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw invalid();
  }
  return value;
}
