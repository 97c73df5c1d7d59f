/**
 * EUTLAS inside a program of one's own: durable, with a cluster that is still there after a
 * restart.
 */
@NullMarked
package eu.eutlas.examples.embedding;

import org.jspecify.annotations.NullMarked;
