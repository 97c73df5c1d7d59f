/**
 * What stays true of the running product when everything is taken from under it, seen from outside.
 */
@NullMarked
package eu.eutlas.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
