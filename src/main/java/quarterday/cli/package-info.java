/** Answers commands. */
package quarterday.cli;
