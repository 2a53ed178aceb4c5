/** Names cells, blocks and what a cell can hold; a workbook as read, with no library of cells. */
package quarterday.sheet;
