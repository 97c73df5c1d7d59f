/**
 * The centre: aggregates, typed ids, values, sealed states, lifecycles, policies, refusals. Sees
 * the JDK and the null annotations; no clock, no randomness, no logging: {@code now} and new ids
 * come in as arguments. Expected refusals are values; an exception here is a bug.
 */
@NullMarked
package eu.eutlas.domain;

import org.jspecify.annotations.NullMarked;
