/**
 * The shapes of a workbook as read and of the changes to it; this module holds types alone. Rows
 * and columns count from zero in numbers; blocks are texts such as B2:D9.
 *
 * @typedef {number | string | boolean | null | {fault: string}} Value what a cell holds
 *
 * @typedef {object} CellBlock
 * @property {string} block
 * @property {Value[][]} values
 * @property {(string | null)[][]} [formulas] without the equals sign
 * @property {(string | null)[][]} [formats] null is General
 *
 * @typedef {object} SheetSnapshot
 * @property {string} name
 * @property {boolean} hidden
 * @property {boolean} locked
 * @property {string[]} merged
 * @property {number[]} hiddenRows
 * @property {number[]} hiddenColumns
 * @property {{name: string, block: string, hasHeader: boolean}[]} tables
 * @property {{name: string, block: string}[]} charts
 * @property {Record<string, number>} widths in characters, by column
 * @property {Record<string, number>} heights in points, by row
 * @property {Record<string, number>} formattedTo the last formatted column, by row
 * @property {CellBlock[]} blocks
 *
 * @typedef {{name: string, sheet: string, block: string}} NamedBlock
 *
 * @typedef {object} Snapshot a workbook as the server reads it
 * @property {boolean} dates1904
 * @property {boolean} structureLocked
 * @property {string} ledger
 * @property {NamedBlock[]} names
 * @property {SheetSnapshot[]} sheets
 *
 * @typedef {object} Look how cells look; no colour means the workbook's own
 * @property {string | null} ink
 * @property {string | null} fill
 * @property {'normal' | 'bold' | 'italic' | 'underlined' | 'title' | 'keep'} weight
 * @property {'general' | 'left' | 'centre' | 'right' | 'keep'} align
 * @property {boolean} wraps
 * @property {boolean} [underlined] whether a thin line runs under each cell
 *
 * @typedef {{found: Excel.CellPropertiesFormat}} FoundLook a look as it was found in the workbook
 *
 * @typedef {object} ChartLook
 * @property {string} colour
 * @property {'none' | 'solid' | 'dashed' | 'dotted'} stroke
 * @property {number} width
 * @property {'none' | 'circle' | 'diamond' | 'square' | 'triangle'} marker
 * @property {number} size
 * @property {string} fill the colour inside a marker
 * @property {string} edge the colour of a marker's edge
 * @property {boolean} explained whether a legend explains it
 *
 * @typedef {[what: string, block: string]} Area a number format or a look's name, and where
 *
 * @typedef {{edit: 'add-sheet', sheet: string, landscape: boolean, headerRow: number,
 *   headerColumns: number}} AddSheet
 * @typedef {{edit: 'drop-sheet', sheet: string}} DropSheet
 * @typedef {{edit: 'clear-sheet', sheet: string, keepsCharts?: boolean}} ClearSheet
 * @typedef {{edit: 'put-cells', sheet: string, block: string, values: Value[][],
 *   formulas?: (string | null)[][], formats: Area[], looks: Area[], asFound?: boolean}} PutCells
 *   `asFound` if cells look as they were found, and not as a plan of the server's would have them
 * @typedef {{edit: 'clear-cells', sheet: string, block: string}} ClearCells
 * @typedef {{edit: 'name-block', sheet: string, name: string, block: string}} NameBlock
 * @typedef {{edit: 'drop-name', name: string}} DropName
 * @typedef {{edit: 'mark-table', sheet: string, block: string, name: string}} MarkTable
 * @typedef {{formula: string, look: string}} Rule
 * @typedef {{edit: 'put-rules', sheet: string, block: string, rules: Rule[]}} PutRules
 * @typedef {{edit: 'drop-rules', sheet: string, block: string}} DropRules
 * @typedef {{edit: 'set-widths', sheet: string, firstColumn: number,
 *   widths: (number | null)[]}} SetWidths
 * @typedef {{edit: 'set-height', sheet: string, row: number, points: number | null}} SetHeight
 * @typedef {{cell: string, target: string, tip: string}} Link
 * @typedef {{edit: 'put-links', sheet: string, links: Link[]}} PutLinks
 * @typedef {{point: number, text: 'value' | 'name' | 'both', at: 'right' | 'above' | 'below'}} Label
 * @typedef {{name: string, look: string, cells: string, format: string, labels: Label[]}} Series
 * @typedef {{edit: 'put-chart', sheet: string, name: string, block: string, title: string,
 *   description: string,
 *   periods: {cells: string, dates: boolean, format: string, every: number},
 *   scale: {unit: string, format: string, least: number | null, most: number | null,
 *     step: number | null},
 *   frame: {left: number, top: number, width: number, height: number},
 *   series: Series[]}} PutChart
 * @typedef {{edit: 'break-pages', sheet: string, rows: number[]}} BreakPages
 * @typedef {{edit: 'put-ledger', xml: string}} PutLedger
 *
 * @typedef {AddSheet | DropSheet | ClearSheet | PutCells | ClearCells | NameBlock | DropName
 *   | MarkTable | PutRules | DropRules | SetWidths | SetHeight | PutLinks | PutChart | BreakPages
 *   | PutLedger} Edit
 *
 * @typedef {object} Plan
 * @property {Record<string, Look | FoundLook>} looks
 * @property {Record<string, ChartLook>} chartLooks
 * @property {string} chartInk
 * @property {string} chartAxis
 * @property {Edit[]} edits
 *
 * @typedef {{stage: 'reading', sheet: string, done: number, of: number}
 *   | {stage: 'writing', what: Edit['edit'], sheet: string, done: number, of: number}
 *   | {stage: 'putting-back', done: number, of: number}
 *   | {stage: 'editing', message: string}} Progress
 */

export {};
