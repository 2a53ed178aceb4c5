/** Makes a workbook's snapshot from what Excel's library hands over. */

import { asReference, blockName, blockOf, reference } from './address.js';

/** @typedef {import('./address.js').Block} Block */
/** @typedef {import('./plan.js').CellBlock} CellBlock */
/** @typedef {import('./plan.js').NamedBlock} NamedBlock */
/** @typedef {import('./plan.js').Snapshot} Snapshot */
/** @typedef {import('./plan.js').Value} Value */

/** What cells show that nothing formats. */
export const GENERAL = 'General';

/** What the defined names of the product's own sheets begin with. */
const OWN_SHEETS = 'Quarterday.Sheet.';

/** What the names of the product's own charts begin with. */
export const OWN_CHARTS = 'Quarterday chart ';

/**
 * The cells of a block.
 *
 * @param {Block} block
 * @param {any[][]} values
 * @param {any[][]} formulas the formula where there is one, else the value
 * @param {string[][]} types
 * @param {string[][]} formats
 * @returns {CellBlock}
 */
export function cells(block, values, formulas, types, formats) {
  let anyFormula = false;
  let anyFormat = false;
  const taken = {
    block: blockName(block),
    values: values.map((row, r) => row.map((value, c) => content(value, types[r][c]))),
    formulas: formulas.map((row, r) =>
      row.map((text, c) => {
        // A text may begin with an equals sign as well; then it is its own value.
        const isOne = typeof text === 'string' && text[0] === '=' && text !== values[r][c];
        anyFormula ||= isOne;
        return isOne ? text.slice(1) : null;
      }),
    ),
    formats: formats.map((row) =>
      row.map((format) => {
        anyFormat ||= format !== GENERAL;
        return format === GENERAL ? null : format;
      }),
    ),
  };
  return {
    block: taken.block,
    values: taken.values,
    ...(anyFormula ? { formulas: taken.formulas } : {}),
    ...(anyFormat ? { formats: taken.formats } : {}),
  };
}

/**
 * @param {any} value
 * @param {string} type as Excel's library calls it
 * @returns {Value}
 */
function content(value, type) {
  if (type === 'Empty') {
    return null;
  }
  return type === 'Error' ? { fault: String(value) } : value;
}

/**
 * The workbook's names of one block each.
 *
 * @param {{name: string, formula: any, scope: string}[]} names
 * @returns {NamedBlock[]}
 */
export function namedBlocks(names) {
  return names.flatMap(({ name, formula, scope }) => {
    const found = scope === 'Workbook' ? asReference(String(formula)) : null;
    return found === null ? [] : [{ name, sheet: found.sheet, block: blockName(found.block) }];
  });
}

/**
 * The product's own sheets.
 *
 * @param {NamedBlock[]} names
 * @returns {Set<string>}
 */
export function ownSheets(names) {
  return new Set(
    names.filter(({ name }) => name.startsWith(OWN_SHEETS)).map(({ sheet }) => sheet),
  );
}

/**
 * What a plan rests on, as a short text: what cells hold and show, names, sheets and the ledger. Of
 * a formula it is the formula, since some give another value each time they are looked at.
 *
 * @param {Snapshot} snapshot
 * @returns {string}
 */
export function fingerprint(snapshot) {
  const digest = new Digest();
  for (const sheet of snapshot.sheets) {
    digest.add(`\u0001${sheet.name}`);
    for (const { block, values, formulas, formats } of sheet.blocks) {
      const { top, left } = blockOf(block);
      values.forEach((row, r) =>
        row.forEach((value, c) => {
          const formula = formulas?.[r][c] ?? null;
          if (value !== null || formula !== null) {
            const held = formula === null ? JSON.stringify(value) : `=${formula}`;
            digest.add(`${top + r},${left + c}:${held}|${formats?.[r][c] ?? GENERAL}`);
          }
        }),
      );
    }
  }
  for (const { name, sheet, block } of snapshot.names) {
    digest.add(`\u0002${name}=${reference(sheet, blockOf(block))}`);
  }
  digest.add(`\u0003${snapshot.ledger}`);
  return digest.text();
}

/**
 * What cells hold, as a short text, to know later whether they still hold it.
 *
 * @param {any[][]} formulas as Excel's library gives them
 * @returns {string}
 */
export function digestOf(formulas) {
  const digest = new Digest();
  formulas.forEach((row) => row.forEach((held) => digest.add(JSON.stringify(held))));
  return digest.text();
}

/** Two sums of 32 bits, each text told from the next: FNV-1a and the same with another prime. */
class Digest {
  #one = 0x811c9dc5;
  #two = 0x9e3779b9;

  /** @param {string} text */
  add(text) {
    for (let i = 0; i < text.length; i++) {
      this.#take(text.charCodeAt(i));
    }
    this.#take(0);
  }

  /** @param {number} unit */
  #take(unit) {
    this.#one = Math.imul(this.#one ^ unit, 0x01000193);
    this.#two = Math.imul(this.#two ^ unit, 0x85ebca6b);
    this.#two ^= this.#two >>> 13;
  }

  text() {
    return [this.#one, this.#two].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
