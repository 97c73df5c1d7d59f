package eu.eutlas.application;

import java.time.Instant;

/**
 * The right to work on something until a moment, held by one turn of work on one node. It saves
 * double work; versions decide.
 */
public record Lease(String key, String holder, Instant until) {}
