package eu.eutlas.application;

/**
 * A process of EUTLAS.
 *
 * @param id kept across restarts
 * @param start differs at each start
 */
public record Node(String id, String start) {}
