/** Reads a snapshot as measures over financial periods, and says what could not be read. */
package quarterday.kpi;
