package quarterday.kpi;

import java.util.OptionalInt;

/**
 * The columns of a long table, in which a row is one measure in one month or quarter.
 *
 * @param period the column with months or quarters
 * @param year the column with their years, where the months leave them out
 * @param value the column with figures
 * @param numerator the column with what stands above the line of a ratio
 * @param denominator the column with what stands below it
 */
public record LongColumns(
    int period, OptionalInt year, int value, OptionalInt numerator, OptionalInt denominator) {}
