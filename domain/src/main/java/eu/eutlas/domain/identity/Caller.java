package eu.eutlas.domain.identity;

/**
 * Where a request came from, as told in events: the network address, the program that sent it, and
 * its correlation id.
 */
public record Caller(String address, String userAgent, CorrelationId correlationId) {}
