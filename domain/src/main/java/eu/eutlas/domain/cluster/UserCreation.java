package eu.eutlas.domain.cluster;

import eu.eutlas.domain.OriginKey;

/**
 * The request that ordered a database user; it outlives the user, so that the same request, come
 * again, never brings back what somebody deleted.
 *
 * @param generated whether EUTLAS made the password, which was shown once
 */
public record UserCreation(String username, OriginKey origin, boolean generated) {}
