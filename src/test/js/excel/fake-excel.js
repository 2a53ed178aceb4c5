/**
 * The Excel behind Microsoft's own library: it carries out the requests that the library sends, on
 * a workbook of ours. Runs in Node and in a browser.
 *
 *     const excel = install(OfficeExtension, workbook, { maxBytes: 5 * 1024 * 1024 });
 *     await Excel.run(async (context) => { ... });
 *     excel.log.length // how often the add-in asked
 */

import { Refusal, missing } from './fake-workbook.js';
import { Collection, HostObject, notAvailable } from './host-object.js';
import { Workbook } from './host-objects.js';

const MEGABYTES_5 = 5 * 1024 * 1024;
const DELAY_FOR_CELL_EDIT = 64;
const EVENTS = 65_536;
const DATA_CHANGED = 10;

/** What the library asks for. */
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 };
/** How it says on what. */
const PATH = { global: 1, method: 3, property: 4, item: 5, kept: 6, nothing: 7 };

/**
 * @typedef {object} Conditions
 * @property {number} [maxBytes] how large a request or a reply may be; 5 MB as in Excel on the web
 * @property {(action: any) => boolean} [failOn] whether an action fails, with a general exception
 * @property {number | (() => Promise<void>)} [delay] how long each request takes, in milliseconds
 * @property {boolean} [cellEdit] whether someone is editing a cell
 * @property {string} [apiLevel] the newest ExcelApi that there is, 1.13 unless said otherwise
 */

/**
 * Puts a workbook behind the library.
 *
 * @param {any} OfficeExtension the library's core
 * @param {import('./fake-workbook.js').FakeWorkbook} workbook
 * @param {Conditions} [conditions] kept by what is returned, where a test may change them
 */
export function install(OfficeExtension, workbook, conditions = {}) {
  const excel = new FakeExcel(OfficeExtension, workbook, conditions);
  const session = new OfficeExtension.SessionBase();
  session._createRequestExecutorOrNull = () => excel;
  OfficeExtension.SessionBase._overrideSession = session;
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const office = /** @type {any} */ (globalThis).Office;
  // The library checks each call against the sets that there are, once it is told to.
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  office.context.requirements = {
    isSetSupported: (name, version) => excel.supports(name, version),
  };
  return excel;
}

export class FakeExcel {
  /** The requests, each with its size, its number of actions and the size of its reply. */
  log = [];
  /** The requests by which the library lets go of ranges; no add-in asks for them. */
  cleanUps = [];
  #changes = [];
  #editing = [];

  constructor(OfficeExtension, workbook, conditions) {
    this.OfficeExtension = OfficeExtension;
    this.workbook = workbook;
    this.conditions = { maxBytes: MEGABYTES_5, apiLevel: '1.13', cellEdit: false, ...conditions };
    workbook.registered = new Set();
    workbook.references.clear();
    // Of an earlier fake on the same workbook.
    workbook.listeners = workbook.listeners.filter((listen) => !listen.ofExcel);
    workbook.listeners.push(
      Object.assign((change) => this.#heard(change), { ofExcel: true }),
    );
  }

  /** Ends the editing of a cell: what waited for it goes on. */
  set cellEdit(editing) {
    this.conditions.cellEdit = editing;
    if (!editing) {
      this.#editing.splice(0).forEach((go) => go());
    }
  }

  get cellEdit() {
    return this.conditions.cellEdit;
  }

  supports(name, version = '1.1') {
    if (name === 'DelayForCellEdit') {
      return true;
    }
    if (name !== 'ExcelApi') {
      return false;
    }
    const [major, minor] = String(version).split('.').map(Number);
    const [most, last] = this.conditions.apiLevel.split('.').map(Number);
    return major < most || (major === most && (minor || 0) <= last);
  }

  /** What the library calls for each sync. */
  async executeAsync(_customData, flags, message) {
    const text = typeof message.Body === 'string' ? message.Body : JSON.stringify(message.Body);
    const body = JSON.parse(text);
    const entry = { bytes: size(text), actions: body.Actions.length, reply: 0 };
    const cleansUp = body.Actions.every(({ Name, ActionType }) =>
      ActionType === ACTION.method ? Name === '_RemoveReference' : ActionType === ACTION.instantiate,
    );
    (cleansUp && body.Actions.length > 0 ? this.cleanUps : this.log).push(entry);
    await this.#waited();
    if (this.conditions.cellEdit) {
      if (!(flags & DELAY_FOR_CELL_EDIT)) {
        return {
          HttpStatusCode: 400,
          ErrorCode: 'InvalidOperationInCellEditMode',
          ErrorMessage: 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
          Headers: {},
          Body: null,
        };
      }
      await new Promise((resolve) => this.#editing.push(() => resolve(undefined)));
    }
    if (entry.bytes > this.conditions.maxBytes) {
      return failed('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".');
    }
    const reply = new Batch(this, body).done();
    entry.reply = size(JSON.stringify(reply));
    this.#tell();
    if (entry.reply > this.conditions.maxBytes) {
      return failed('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".');
    }
    // Through text, as over the wire: nothing of ours is shared with the add-in.
    return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: JSON.parse(JSON.stringify(reply)) };
  }

  async #waited() {
    const { delay } = this.conditions;
    if (typeof delay === 'function') {
      await delay();
    } else if (delay) {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }

  #heard(change) {
    this.#changes.push(change);
    // An analyst's change is no request: it is told when it has happened.
    queueMicrotask(() => this.#tell());
  }

  #tell() {
    const changes = this.#changes.splice(0);
    const entries = changes.flatMap(({ sheet, address, changeType, source = 'Local', valueBefore, valueAfter }) =>
      ['Workbook', sheet.id]
        .filter((target) => this.workbook.registered.has(target))
        .map((target) => ({
          messageCategory: EVENTS,
          messageType: DATA_CHANGED,
          targetId: target,
          message: JSON.stringify({
            address,
            changeType,
            source,
            worksheetId: sheet.id,
            shiftDirection: 'None',
            valueBefore,
            valueAfter,
          }),
        })),
    );
    if (entries.length > 0) {
      // After the reply, as from another process.
      setTimeout(() => this.OfficeExtension._testTriggerRichApiMessageEvent({ entries }), 0);
    }
  }
}

function size(text) {
  return new TextEncoder().encode(text).length;
}

function failed(code, message) {
  return { HttpStatusCode: 400, ErrorCode: code, ErrorMessage: message, Headers: {}, Body: null };
}

/** One request: actions in their order, until one fails. What was done before it stays done. */
class Batch {
  /** The objects of this request, by their path; null for a null object. */
  #objects = new Map();

  constructor(excel, { Actions, ObjectPaths }) {
    this.excel = excel;
    this.actions = Actions;
    this.paths = ObjectPaths;
  }

  done() {
    const Results = [];
    for (const [index, action] of this.actions.entries()) {
      try {
        if (this.excel.conditions.failOn?.(action)) {
          throw new Refusal('GeneralException', 'There was an internal error while processing the request.');
        }
        Results.push({ ActionId: action.Id, Value: this.#carriedOut(action) });
      } catch (error) {
        if (!(error instanceof Refusal)) {
          throw error;
        }
        const { code, message } = error;
        return {
          Results,
          Error: { Code: code, Message: message, ActionIndex: index, Location: this.#place(action), HttpStatusCode: 400 },
        };
      }
    }
    return { Results, Error: null };
  }

  #place({ Name, ObjectPathId }) {
    const object = this.#objects.get(ObjectPathId);
    return [object?.constructor.name, Name].filter(Boolean).join('.');
  }

  #carriedOut(action) {
    if (action.ActionType === ACTION.trace) {
      return null;
    }
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && object.known();
      case ACTION.query:
        return object && told(object, tree(action.QueryInfo?.Select ?? []), action.QueryInfo ?? {});
      case ACTION.method: {
        if (object === null && action.Name === '_KeepReference') {
          // The library's own way to hold on to an object; there is none to hold.
          return null;
        }
        const answer = this.#called(required(object, action.Name), action.Name, action.ArgumentInfo);
        return answer === undefined || answer instanceof HostObject ? null : answer;
      }
      case ACTION.set:
        set(required(object, action.Name), action.Name, this.#given(action.ArgumentInfo)[0]);
        return null;
      default:
        throw notAvailable(`actions of the kind ${action.ActionType}`);
    }
  }

  #object(id) {
    if (!this.#objects.has(id)) {
      this.#objects.set(id, this.#found(this.paths[id]));
    }
    const object = this.#objects.get(id);
    object?.requireAlive?.();
    return object;
  }

  #found({ ObjectPathType, ParentObjectPathId, Name, ArgumentInfo }) {
    if (ObjectPathType === PATH.global) {
      return new Workbook(this.excel.workbook);
    }
    if (ObjectPathType === PATH.nothing) {
      return null;
    }
    if (ObjectPathType === PATH.kept) {
      const kept = this.excel.workbook.references.get(Name);
      if (!kept) {
        throw new Refusal('InvalidReference', 'This reference is not valid for the current operation.');
      }
      return kept;
    }
    const parent = this.#object(ParentObjectPathId);
    if (parent === null) {
      // What belongs to a null object is a null object.
      return null;
    }
    switch (ObjectPathType) {
      case PATH.property:
        return got(parent, Name);
      case PATH.method:
        return this.#called(parent, Name, ArgumentInfo) ?? null;
      case PATH.item: {
        const [key] = this.#given(ArgumentInfo);
        return parent.GetItem(key);
      }
      default:
        throw notAvailable(`objects of the kind ${ObjectPathType}`);
    }
  }

  #given(info) {
    const objects = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, i) => (objects[i] ? this.#object(objects[i]) : argument));
  }

  #called(object, name, info) {
    const method = member(object, name);
    if (typeof method?.value !== 'function') {
      throw notAvailable(`${object.constructor.name}.${name}()`);
    }
    return method.value.apply(object, this.#given(info));
  }
}

function required(object, name) {
  if (object === null) {
    throw missing(`There is nothing that ${name} could be done with: the object is a null object.`);
  }
  return object;
}

/** The member that an object offers under a name, or undefined. */
function member(object, name) {
  if (!/^_?[A-Z]/.test(name)) {
    return undefined;
  }
  for (let type = Object.getPrototypeOf(object); type && type !== Object.prototype; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function got(object, name) {
  const property = member(object, name);
  if (!property?.get) {
    throw notAvailable(`${object.constructor.name}.${name}`);
  }
  return property.get.call(object);
}

function set(object, name, value) {
  const property = member(object, name);
  if (!property?.set) {
    throw notAvailable(`setting ${object.constructor.name}.${name}`);
  }
  property.set.call(object, value);
}

/** Paths such as items/format/fill/color as a tree. */
function tree(paths) {
  const root = {};
  for (const path of paths) {
    let at = root;
    for (const step of path.split('/')) {
      at = at[step] ??= {};
    }
  }
  return root;
}

/** What is asked of an object, as the library reads it. */
function told(object, wanted, { Top, Skip = 0 } = {}) {
  if (object === null) {
    return null;
  }
  if (object instanceof Collection) {
    return listed(object, wanted, Top, Skip);
  }
  const answer = { ...object.known() };
  const names = Object.keys(wanted).filter((name) => name !== '*');
  if (names.length === 0 || '*' in wanted) {
    Object.assign(answer, scalars(object));
  }
  for (const name of names) {
    const property = name === '_ReferenceId' ? name : name[0].toUpperCase() + name.slice(1);
    const value = got(object, property);
    if (value instanceof HostObject) {
      answer[property] = told(value, wanted[name]);
    } else if (Object.keys(wanted[name]).length > 0) {
      throw notAvailable(`${object.constructor.name}.${name} with properties`);
    } else {
      answer[property] = value;
    }
  }
  return answer;
}

function listed(collection, wanted, top = Infinity, skip = 0) {
  // Both items/name and name ask for the name of each item; Count alone is the collection's own.
  const { items = {}, count, ...others } = wanted;
  const each = { ...items, ...others };
  const answer = {};
  if (count) {
    answer.Count = got(collection, 'Count');
  }
  if (!count || 'items' in wanted || Object.keys(others).length > 0) {
    answer._Items = collection
      .items()
      .slice(skip, skip + top)
      .map((item) => ({ ...item.known(), ...told(item, each) }));
  }
  return answer;
}

/** All that an object says of itself without being asked for it by name. */
function scalars(object) {
  const answer = {};
  for (let type = Object.getPrototypeOf(object); type !== HostObject.prototype; type = Object.getPrototypeOf(type)) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
      if (get && /^[A-Z]/.test(name) && !(name in answer)) {
        let value;
        try {
          value = get.call(object);
        } catch (error) {
          if (error instanceof Refusal) {
            continue;
          }
          throw error;
        }
        if (!(value instanceof HostObject)) {
          answer[name] = value;
        }
      }
    }
  }
  return answer;
}
