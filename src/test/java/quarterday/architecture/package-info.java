/**
 * Holds the house in shape: who may use what, how things are called, and that each rule can fail.
 */
package quarterday.architecture;
