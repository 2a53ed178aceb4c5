/** The whole job: a snapshot in; review, findings and plan out. */
package quarterday.complete;
