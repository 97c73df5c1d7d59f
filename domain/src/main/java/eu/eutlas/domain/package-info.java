/**
 * The words and rules of EUTLAS: aggregates, value objects, lifecycles and refusals. It knows the
 * JDK and nothing else; time, ids and randomness come in as arguments, so that every decision can
 * be repeated to the byte.
 */
@NullMarked
package eu.eutlas.domain;

import org.jspecify.annotations.NullMarked;
