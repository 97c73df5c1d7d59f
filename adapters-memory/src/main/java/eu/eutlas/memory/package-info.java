/**
 * Every port in memory, for tests, trials and simulation. Passes the same contract suites as the
 * real adapters, which is what makes it a fake worth trusting. Keeps nothing after the process
 * ends; durable embedding is {@code adapters-mongo}.
 */
@NullMarked
package eu.eutlas.memory;

import org.jspecify.annotations.NullMarked;
