/** Answers commands: messages on standard error, results on standard output. */
package quarterday.cli;
