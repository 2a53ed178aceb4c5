/**
 * The shapes that the server answers with; this module holds types alone.
 *
 * @typedef {object} Finding
 * @property {string} code the rule that speaks
 * @property {'error' | 'warning' | 'advice'} severity
 * @property {string | null} sheet null when it is about the whole workbook
 * @property {string | null} cell
 * @property {string | null} measure
 * @property {string} message what was found and what to do
 * @property {string} [suggestion] a value to put into the cell
 *
 * @typedef {object} Figure
 * @property {string} period such as a quarter's name
 *
 * @typedef {object} Shown figures for the eye, null where there is none
 * @property {string | null} quarter
 * @property {string | null} previous
 * @property {string | null} yearAgo
 * @property {string | null} changePrevious
 * @property {string | null} changePreviousPercent
 * @property {string | null} changeYearAgo
 * @property {string | null} changeYearAgoPercent
 *
 * @typedef {object} Series
 * @property {string | null} from the first point
 * @property {string | null} to the last point
 * @property {(number | null)[]} values null is a gap
 * @property {number[]} flagged positions that stand out
 * @property {number} limitsFrom the position from which the limits hold
 *
 * @typedef {object} Measure
 * @property {string | null} kpi
 * @property {string} name
 * @property {string} section
 * @property {string} state
 * @property {'better' | 'worse' | 'neither' | null} improving null where no rule fired
 * @property {number | null} mean
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {Figure} quarter
 * @property {Figure} previous
 * @property {Figure} yearAgo
 * @property {string} exception symbol and words
 * @property {string} sentence
 * @property {Shown} shown
 * @property {Series} series
 *
 * @typedef {object} Review
 * @property {string} period
 * @property {string} method
 * @property {Measure[]} measures
 * @property {string[]} periods the periods to choose from, the latest first
 *
 * @typedef {object} Checked
 * @property {Finding[]} findings
 * @property {Review | null} review null where there are no figures to judge
 *
 * @typedef {object} Report
 * @property {Finding[]} findings
 * @property {Review} review
 */

export {};
