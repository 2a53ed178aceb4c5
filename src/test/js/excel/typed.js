/**
 * What Excel makes of a text that is typed into a cell, or written through values and formulas,
 * which is the same: numbers, dates, percentages, logical values, faults, formulas, text.
 */

/**
 * @typedef {object} Typed
 * @property {'blank' | 'text' | 'number' | 'logical' | 'fault' | 'formula'} kind
 * @property {string | number | boolean} [value]
 * @property {string} [format] the format that a cell without one gets
 * @property {boolean} [prefixed] whether an apostrophe marked it as text
 */

export const FAULTS = [
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
];

const LONGEST_FORMULA = 8192;

/** A text that begins like a formula and is none. */
export class FaultyFormula extends Error {}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The serial number of a day, as Excel counts from 1900. */
export function serial(year, month, day) {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return days < 61 ? days - 1 : days;
}

/**
 * @param {string} text
 * @param {string} format the number format of the cell
 * @param {{dates1904?: boolean, year?: number, dayFirst?: boolean}} [how] whether a day stands
 *     before its month, as British people type; add-ins write as Americans do
 * @returns {Typed}
 */
export function typed(text, format = 'General', how = {}) {
  const { dates1904 = false, year = 2026, dayFirst = false } = how;
  if (text === '') {
    return { kind: 'blank' };
  }
  if (text.startsWith("'")) {
    return { kind: 'text', value: text.slice(1), prefixed: true };
  }
  if (format === '@') {
    return { kind: 'text', value: text };
  }
  const trimmed = text.trim();
  if (text.startsWith('=') && text.length > 1) {
    return { kind: 'formula', value: formula(text.slice(1)) };
  }
  const number = numberIn(trimmed);
  if (number) {
    return { kind: 'number', ...number };
  }
  const date = dateIn(trimmed, year, dayFirst);
  if (date) {
    return { kind: 'number', value: date.value - (dates1904 ? 1462 : 0), format: date.format };
  }
  const time = timeIn(trimmed);
  if (time) {
    return { kind: 'number', ...time };
  }
  if (/^(true|false)$/i.test(trimmed)) {
    return { kind: 'logical', value: trimmed.toLowerCase() === 'true' };
  }
  if (FAULTS.includes(trimmed.toUpperCase())) {
    return { kind: 'fault', value: trimmed.toUpperCase() };
  }
  if (/^[+\-@]./.test(text)) {
    return { kind: 'formula', value: formula(text) };
  }
  return { kind: 'text', value: text };
}

/** @param {string} text */
function numberIn(text) {
  const parts =
    /^(\()?([+-])?\s*([£$€])?\s*([+-])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*(%)?(\))?$/i.exec(
      text,
    );
  if (!parts || Boolean(parts[1]) !== Boolean(parts[8]) || (parts[2] && parts[4])) {
    return null;
  }
  const negative = parts[1] || parts[2] === '-' || parts[4] === '-';
  const plain = Number(parts[5].replaceAll(',', '') + (parts[6] ?? ''));
  const value = (negative ? -1 : 1) * (parts[7] ? plain / 100 : plain);
  if (!Number.isFinite(value)) {
    return null;
  }
  const decimals = /\.\d*[1-9]|\.\d/.test(parts[5]);
  let format = 'General';
  if (parts[7]) {
    format = decimals ? '0.00%' : '0%';
  } else if (parts[6]) {
    format = '0.00E+00';
  } else if (parts[3]) {
    format = `${parts[3]}#,##0${decimals ? '.00' : ''}`;
  } else if (parts[5].includes(',')) {
    format = decimals ? '#,##0.00' : '#,##0';
  }
  return { value, format };
}

/** @param {string} word */
function monthIn(word) {
  const low = word.toLowerCase();
  return Math.max(MONTHS.indexOf(low), FULL.indexOf(low)) + 1;
}

function day(year, month, date, format) {
  const full = year < 30 ? 2000 + year : year < 100 ? 1900 + year : year;
  const there = new Date(Date.UTC(full, month - 1, date));
  return full >= 1900 && full <= 9999 && month >= 1 && there.getUTCMonth() === month - 1
    ? { value: serial(full, month, date), format }
    : null;
}

function dateIn(text, year, dayFirst) {
  const short = dayFirst ? 'dd/mm/yyyy' : 'm/d/yyyy';
  let p = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (p) {
    return day(Number(p[1]), Number(p[2]), 1, 'mmm-yy');
  }
  p = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (p) {
    return day(Number(p[1]), Number(p[2]), Number(p[3]), short);
  }
  p = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (p) {
    const [date, month] = dayFirst ? [p[1], p[2]] : [p[2], p[1]];
    return day(Number(p[3]), Number(month), Number(date), short);
  }
  p = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (p) {
    return day(Number(p[2]), Number(p[1]), 1, 'mmm-yy');
  }
  p = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (p) {
    const [date, month] = (dayFirst ? [p[1], p[2]] : [p[2], p[1]]).map(Number);
    return (
      day(year, month, date, 'd-mmm') ??
      day(Number(p[2]), Number(p[1]), 1, 'mmm-yy')
    );
  }
  p = /^(?:(\d{1,2})(?:st|nd|rd|th)?[-/ ]+)?([a-z]{3,9})(?:[-/ ,]+(\d{4}|\d{2}))?$/i.exec(text);
  if (p && monthIn(p[2]) > 0 && (p[1] || p[3])) {
    const month = monthIn(p[2]);
    if (p[1]) {
      return p[3]
        ? day(Number(p[3]), month, Number(p[1]), 'd-mmm-yy')
        : day(year, month, Number(p[1]), 'd-mmm');
    }
    // "Jun 20" is the twentieth of June of this year; "Jun 45" and "Jun 2020" are months.
    return p[3].length === 2 && Number(p[3]) >= 1 && Number(p[3]) <= 31
      ? (day(year, month, Number(p[3]), 'd-mmm') ?? day(Number(p[3]), month, 1, 'mmm-yy'))
      : day(Number(p[3]), month, 1, 'mmm-yy');
  }
  return null;
}

function timeIn(text) {
  const p = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?(?: ?(am|pm))?$/i.exec(text);
  if (!p || (p[4] && Number(p[1]) > 12)) {
    return null;
  }
  const hours = p[4] ? (Number(p[1]) % 12) + (p[4].toLowerCase() === 'pm' ? 12 : 0) : Number(p[1]);
  const value = (hours * 3600 + Number(p[2]) * 60 + Number(p[3] ?? 0)) / 86_400;
  const seconds = p[3] === undefined ? '' : ':ss';
  if (hours > 23) {
    return { value, format: `[h]:mm:ss` };
  }
  return { value, format: p[4] ? `h:mm${seconds} AM/PM` : `hh:mm${seconds}` };
}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!(?!\$?[A-Za-z])|VALUE!|SPILL!|CALC!))|(#REF!\$?[A-Za-z]{0,3}\$?\d*|(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*|#REF)!(?:\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}(?=:)|\$?\d+(?=:)|[\p{L}_\\][\p{L}\p{N}_.]*|#REF!)|\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\p{N}_.(])|\$[A-Za-z]{1,3}(?![\p{L}\p{N}_])|\$\d+)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_\\][\p{L}\p{N}_.\\?]*\()|([\p{L}_\\][\p{L}\p{N}_.\\?]*(?:\[(?:[^[\]]|\[[^\]]*\])*\])?|\[(?:[^[\]]|\[[^\]]*\])*\])|(<=|>=|<>|[-+*/^&=<>])|([(){},;:@%#]))/uy;

/**
 * A formula, without its equals sign, as it is kept.
 *
 * @param {string} text
 * @throws {FaultyFormula} if Excel would refuse it
 */
export function formula(text) {
  if (text.length > LONGEST_FORMULA) {
    throw new FaultyFormula(text);
  }
  const open = [];
  // An operand must follow an operator, and an operator an operand.
  let operand = false;
  let lately = '';
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const spaced = /\s/.test(text[TOKEN.lastIndex]);
    const found = TOKEN.exec(text);
    if (!found) {
      throw new FaultyFormula(text);
    }
    const [, string, fault, ref, number, call, name, operator, mark] = found;
    const starts = string ?? fault ?? ref ?? number ?? call ?? name;
    if (starts !== undefined || mark === '(' || mark === '{') {
      // A blank between two references is where they meet.
      const meets = spaced && /^(ref|name|close)$/.test(lately) && !(string || number || mark === '{');
      if (operand && !meets) {
        throw new FaultyFormula(text);
      }
      if (call !== undefined || mark) {
        open.push(call === undefined ? mark : '(');
        operand = false;
        lately = call === undefined ? mark : 'call';
      } else {
        operand = true;
        lately = ref ? 'ref' : name ? 'name' : 'constant';
      }
    } else if (operator !== undefined) {
      if (!operand && operator !== '+' && operator !== '-') {
        throw new FaultyFormula(text);
      }
      operand = false;
      lately = 'operator';
    } else if (mark === ')' || mark === '}') {
      const began = open.pop();
      const empty = mark === ')' && (lately === 'call' || lately === ',');
      if (began !== (mark === ')' ? '(' : '{') || !(operand || empty)) {
        throw new FaultyFormula(text);
      }
      operand = true;
      lately = 'close';
    } else if (mark === ',' || mark === ';') {
      if (open.length === 0 && !operand) {
        throw new FaultyFormula(text);
      }
      operand = false;
      lately = ',';
    } else if (mark === ':') {
      if (!operand) {
        throw new FaultyFormula(text);
      }
      operand = false;
      lately = 'operator';
    } else if (mark === '%' || mark === '#') {
      if (!operand) {
        throw new FaultyFormula(text);
      }
    } else if (operand) {
      throw new FaultyFormula(text);
    }
  }
  if (open.length > 0 || !operand) {
    throw new FaultyFormula(text);
  }
  return text;
}
