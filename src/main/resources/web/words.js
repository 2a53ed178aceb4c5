/** Words around counts and names. */

/**
 * A count with its noun: `no errors`, `1 error`, `1,200 errors`.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return count === 0 ? `no ${many}` : `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * A whole number with its thousands apart.
 *
 * @param {number} count
 */
export function grouped(count) {
  return count.toLocaleString('en-GB');
}

/**
 * Parts of a sentence as a list: `a, b and c`.
 *
 * @param {string[]} parts
 */
export function listed(parts) {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/**
 * A file's name with a remark before its ending: `kpi.xlsx` and `completed` give
 * `kpi (completed).xlsx`. A remark that is there already is not made twice.
 *
 * @param {string} name
 * @param {string} remark
 */
export function remarked(name, remark) {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '.xlsx';
  const added = ` (${remark})`;
  return (stem.endsWith(added) ? stem : stem + added) + ending;
}

/**
 * A month as people say it, anything else as it is: `2020-06` is `June 2020`.
 *
 * @param {string} point
 */
export function spoken(point) {
  const month = /^(\d{4})-(\d{2})$/.exec(point);
  return month === null
    ? point
    : new Date(Date.UTC(Number(month[1]), Number(month[2]) - 1)).toLocaleDateString('en-GB', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
}

/**
 * A sentence with a capital letter.
 *
 * @param {string} text
 */
export function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
