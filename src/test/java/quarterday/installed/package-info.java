/** Programs that some tests need and that are not of Java. */
package quarterday.installed;
