/** Asks LibreOffice what it makes of a workbook: the values of its formulas, and its pages. */
package quarterday.libreoffice;
