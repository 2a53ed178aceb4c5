/** Finds limits and signals in a series, by position: it knows nothing of months or measures. */
package quarterday.spc;
