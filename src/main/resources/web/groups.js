/** Findings by severity, measures by section. */

/** @typedef {import('./report.js').Finding} Finding */
/** @typedef {import('./report.js').Measure} Measure */

/**
 * @typedef {object} SeverityGroup
 * @property {Finding['severity']} severity
 * @property {Finding[]} findings in the order given
 */

/** @type {Finding['severity'][]} */
const WORST_FIRST = ['error', 'warning', 'advice'];

/**
 * The findings by severity, the worst first, without empty groups.
 *
 * @param {Finding[]} findings
 * @returns {SeverityGroup[]}
 */
export function bySeverity(findings) {
  return WORST_FIRST.map((severity) => ({
    severity,
    findings: findings.filter((finding) => finding.severity === severity),
  })).filter((group) => group.findings.length > 0);
}

/**
 * Where a finding stands: `Data, cell B7`, `Data`, or `The whole workbook`.
 *
 * @param {Finding} finding
 */
export function place(finding) {
  if (finding.sheet === null) {
    return 'The whole workbook';
  }
  return finding.cell === null ? finding.sheet : `${finding.sheet}, cell ${finding.cell}`;
}

/**
 * @typedef {object} Section
 * @property {string} name empty where the workbook has none
 * @property {Measure[]} measures
 */

/**
 * The measures by section, in the workbook's order; a section that comes again is a new group.
 *
 * @param {Measure[]} measures
 * @returns {Section[]}
 */
export function bySection(measures) {
  /** @type {Section[]} */
  const sections = [];
  for (const measure of measures) {
    const last = sections[sections.length - 1];
    if (last !== undefined && last.name === measure.section) {
      last.measures.push(measure);
    } else {
      sections.push({ name: measure.section, measures: [measure] });
    }
  }
  return sections;
}

/**
 * Whether a rule fired, so that somebody should look.
 *
 * @param {Measure} measure
 */
export function isException(measure) {
  return measure.improving !== null;
}
