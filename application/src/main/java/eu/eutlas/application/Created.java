package eu.eutlas.application;

/**
 * What a creating use case gives back.
 *
 * @param replayed whether the same request had created it before
 */
public record Created<T>(T value, boolean replayed) {}
