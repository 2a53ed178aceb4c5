/**
 * Reads workbook files and carries out edit plans on them, part by part, so that whatever is not
 * touched stays as it was, byte for byte.
 */
package quarterday.xlsx;
