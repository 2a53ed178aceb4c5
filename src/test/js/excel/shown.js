/** How Excel shows a value in a number format, for the formats that we use. */

/**
 * @param {any} value
 * @param {string} format
 * @returns {string | null} null where the format is none of ours
 */
export function shown(value, format, dates1904 = false) {
  if (value === null) {
    return '';
  }
  if (typeof value === 'object') {
    return value.fault;
  }
  if (typeof value === 'boolean') {
    return value ? 'TRUE' : 'FALSE';
  }
  if (typeof value === 'string') {
    return value;
  }
  if (format === 'General' || format === '@') {
    return String(Number(value.toPrecision(11)));
  }
  const number = /^([+-]?)(#,##)?0(?:\.(0+))?(%?)$/.exec(format);
  if (number) {
    const percent = number[4] === '%';
    const decimals = number[3]?.length ?? 0;
    const text = (percent ? value * 100 : value).toFixed(decimals);
    return (number[2] ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text) + (percent ? '%' : '');
  }
  if (/^(mmm[ -]yy(yy)?|dd?[/-]mmm?[/-]yy(yy)?|yyyy-mm-dd|d mmm(m)? yyyy)$/i.test(format)) {
    return dated(value + (dates1904 ? 1462 : 0), format.toLowerCase());
  }
  return null;
}

function dated(serial, format) {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const month = (style) =>
    date.toLocaleString('en-GB', { month: style, timeZone: 'UTC' }).replace('Sept', 'Sep');
  const two = (number) => String(number).padStart(2, '0');
  return format.replace(/yyyy|yy|mmmm|mmm|mm|dd|d/g, (part) => {
    switch (part) {
      case 'yyyy':
        return String(date.getUTCFullYear());
      case 'yy':
        return two(date.getUTCFullYear() % 100);
      case 'mmmm':
        return month('long');
      case 'mmm':
        return month('short');
      case 'mm':
        return two(date.getUTCMonth() + 1);
      case 'dd':
        return two(date.getUTCDate());
      default:
        return String(date.getUTCDate());
    }
  });
}
