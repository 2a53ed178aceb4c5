/** JSON out, written by hand: the shapes are promises, and no domain type is reflected upon. */
package quarterday.wire;
