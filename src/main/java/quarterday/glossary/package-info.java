/** Knows terms and which of them a workbook uses. */
package quarterday.glossary;
