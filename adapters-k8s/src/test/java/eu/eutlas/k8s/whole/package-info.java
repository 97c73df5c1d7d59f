/**
 * All of EUTLAS over a real API server: what people see of an operation while the region under it
 * has a bad day. Stores and databases are in memory, and the clock is moved by hand.
 */
@NullMarked
package eu.eutlas.k8s.whole;

import org.jspecify.annotations.NullMarked;
