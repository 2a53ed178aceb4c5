/**
 * The one module that may use what Excel's library learned after the version that the add-in asks
 * for: always after asking whether it is there, and with a silent way round.
 */

/**
 * How a run is started: its writes as one step of Excel's own undo where Excel can.
 *
 * @returns {Excel.RunOptions}
 */
export function runOptions() {
  const plain = { delayForCellEdit: true };
  return Office.context.requirements?.isSetSupported('ExcelApi', '1.20')
    ? { ...plain, mergeUndoGroup: true }
    : plain;
}

/**
 * Whether an event tells of a write of this add-in; Excels that do not say so are taken at the
 * caller's word.
 *
 * @param {Excel.WorksheetChangedEventArgs} event
 * @param {boolean} otherwise
 */
export function isOwnWrite(event, otherwise) {
  return event.triggerSource === undefined
    ? otherwise
    : event.triggerSource === 'ThisLocalAddin';
}
