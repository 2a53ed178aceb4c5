/** What is to be set of cells, so that they look as a plan says. */

/** @typedef {import('./plan.js').FoundLook} FoundLook */
/** @typedef {import('./plan.js').Look} Look */

/** The size of a title's letters in points, as the file writer has it. */
const TITLE_SIZE = 14;

/** @type {Record<Exclude<Look['align'], 'keep'>, 'General' | 'Left' | 'Center' | 'Right'>} */
const ACROSS = { general: 'General', left: 'Left', centre: 'Center', right: 'Right' };

/** What Excel's library calls the edges of a cell, by what the properties of cells call them. */
const EDGES = /** @type {const} */ ({
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
});

/** @typedef {{[side in Excel.BorderIndex]?: Excel.CellBorder}} Borders */

/**
 * What is set of cells that look like nothing in particular before.
 *
 * @param {Look | FoundLook} look
 * @returns {{format: Excel.Interfaces.RangeFormatUpdateData,
 *   borders: {side: 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal'
 *     | 'InsideVertical', set: Excel.Interfaces.RangeBorderUpdateData}[]}}
 */
export function dress(look) {
  if ('found' in look) {
    return found(look.found);
  }
  const { weight } = look;
  const isPlain =
    !look.ink && !look.fill && weight === 'normal' && look.align === 'general' && !look.wraps;
  if (isPlain || isKept(look)) {
    return { format: {}, borders: [] };
  }
  const font = {
    ...(!look.ink ? {} : { color: `#${look.ink}` }),
    ...(weight === 'bold' || weight === 'title' ? { bold: true } : {}),
    ...(weight === 'italic' ? { italic: true } : {}),
    ...(weight === 'underlined' ? { underline: /** @type {'Single'} */ ('Single') } : {}),
    ...(weight === 'title' ? { size: TITLE_SIZE } : {}),
  };
  return {
    format: {
      ...(Object.keys(font).length === 0 ? {} : { font }),
      ...(!look.fill ? {} : { fill: { color: `#${look.fill}` } }),
      ...(look.align === 'general' || look.align === 'keep'
        ? {}
        : { horizontalAlignment: ACROSS[look.align] }),
      verticalAlignment: 'Center',
      ...(look.wraps ? { wrapText: true } : {}),
    },
    borders: look.underlined
      ? [
          { side: 'EdgeBottom', set: { style: 'Continuous', weight: 'Thin' } },
          { side: 'InsideHorizontal', set: { style: 'Continuous', weight: 'Thin' } },
        ]
      : [],
  };
}

/**
 * Whether cells look as they do already.
 *
 * @param {Look | FoundLook} look
 */
export function isKept(look) {
  return 'weight' in look && look.weight === 'keep';
}

/**
 * @param {Excel.CellPropertiesFormat} format
 * @returns {ReturnType<typeof dress>}
 */
function found({ font, fill, borders, ...format }) {
  /** @type {ReturnType<typeof dress>['borders']} */
  const edges = [];
  for (const [name, side] of Object.entries(EDGES)) {
    const { style, color, weight } = borders?.[/** @type {keyof typeof EDGES} */ (name)] ?? {};
    if (style !== undefined && style !== 'None') {
      const set = { style, ...(color === undefined ? {} : { color }), ...(weight === undefined ? {} : { weight }) };
      edges.push({ side, set });
      // What runs along one side of each cell runs between the cells of the block as well.
      if (side === 'EdgeBottom' || side === 'EdgeRight') {
        edges.push({ side: side === 'EdgeBottom' ? 'InsideHorizontal' : 'InsideVertical', set });
      }
    }
  }
  return {
    format: {
      ...format,
      ...(font === undefined ? {} : { font }),
      ...(fill?.color === undefined ? {} : { fill: fill.pattern === 'Solid' ? { color: fill.color } : fill }),
    },
    borders: edges,
  };
}

/** What is asked of cells whose looks are to be put back. */
export const ASKED = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, underline: true },
    borders: { style: true, color: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    indentLevel: true,
    wrapText: true,
  },
};

/**
 * What of a cell's looks is its own and not that of a cell that nobody has touched.
 *
 * @param {any} format of the cell
 * @param {any} plain of an untouched cell
 * @returns {any} undefined if there is nothing
 */
export function ownLook(format, plain) {
  if (format === null || typeof format !== 'object') {
    return format === plain ? undefined : format;
  }
  const own = Object.entries(format).flatMap(([name, value]) => {
    const differs = ownLook(value, plain?.[name]);
    return differs === undefined ? [] : [[name, differs]];
  });
  return own.length === 0 ? undefined : Object.fromEntries(own);
}
