/** Judges each measure: limits, state, comparisons and one sentence. */
package quarterday.review;
