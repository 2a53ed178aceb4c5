/** Finds what is wrong and says what to do, one rule a file. */
package quarterday.check;
