/** Describes changes to a workbook and gives them a plain meaning. */
package quarterday.edit;
