/** Reads what a sentence claims about figures. */
package quarterday.commentary;
