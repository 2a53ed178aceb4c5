/** Reads a snapshot as measures over financial periods. */
package quarterday.kpi;
