package eu.eutlas.domain;

import java.time.Instant;

/**
 * Where a created thing came from: a hash of principal, route and idempotency key, and a hash of
 * the body. The same key and body within 24 hours is the same request, asked again.
 */
public record OriginKey(String keyHash, String bodyHash, Instant at) {
  public OriginKey {
    InvalidValue.unless(!keyHash.isBlank() && !bodyHash.isBlank(), "An origin has two hashes.");
  }

  public boolean hasBodyOf(OriginKey other) {
    return bodyHash.equals(other.bodyHash);
  }
}
