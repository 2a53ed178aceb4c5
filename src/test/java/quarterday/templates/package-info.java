/**
 * Makes the workbook templates from the text in this package's resources, and holds them to it.
 *
 * <p>Each folder of resources is one workbook: {@code sheets.csv} (the sheets and their months),
 * {@code measures.csv} (a line a row), {@code months.csv} (the example's figures, a line a measure
 * and financial year), {@code words.csv} (commentary), {@code settings.csv}, {@code
 * adjustments.csv}, {@code glossary.csv}, {@code cover.csv} and {@code published.csv} (the figures
 * that the example must give). The force's folder has the published {@code changes.csv}, {@code
 * limits.csv} and {@code states.csv} too. Its months were found by search: integers whose sums,
 * mean and standard deviation are the published ones; the tests say that they are. After changing
 * them, write the workbooks anew:
 *
 * <pre>mvn -B -q test -Dtest=WriteTemplates</pre>
 */
package quarterday.templates;
