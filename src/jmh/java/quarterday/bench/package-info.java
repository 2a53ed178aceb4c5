/** Benchmarks, and the workbooks they are run on. */
package quarterday.bench;
