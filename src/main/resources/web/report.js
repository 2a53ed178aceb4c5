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
 * @property {number[]} leftOut the positions that take no part in the limits
 * @property {number} limitsFrom the position from which the limits hold
 *
 * @typedef {object} Rule a rule that fired
 * @property {string} from the first of its points
 *
 * @typedef {object} Measure
 * @property {string} id
 * @property {string | null} kpi
 * @property {string} name
 * @property {string} section
 * @property {string} state
 * @property {'better' | 'worse' | 'neither' | null} improving null where no rule fired
 * @property {Rule[]} rules
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
 * @typedef {object} Setting a choice of the office's
 * @property {string} name
 * @property {string} value
 * @property {string} default
 * @property {string} source where the value comes from
 * @property {'text' | 'number' | 'choice' | 'yes-no'} kind
 * @property {string[]} [choices]
 * @property {string} hint what values it takes
 *
 * @typedef {object} Adjustment a decision about a measure
 * @property {string} measure its id
 * @property {string} name
 * @property {string} month
 * @property {'reset-limits' | 'leave-out' | 'note'} kind
 * @property {string} reason
 * @property {string} by
 * @property {string} sheet
 * @property {string} cell
 *
 * @typedef {object} Inspected what the pane shows of an open workbook
 * @property {Finding[]} findings
 * @property {Review | null} review null where there are no figures to judge
 * @property {Setting[]} settings
 * @property {Adjustment[]} adjustments
 *
 * @typedef {object} Report
 * @property {Finding[]} findings
 * @property {Review} review
 */

export {};
