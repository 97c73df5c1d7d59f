package eu.eutlas.mongo;

import java.time.Instant;
import java.util.Optional;

/**
 * What all nodes on one database share.
 *
 * @param id made once, in the shape of {@code HexId}; it marks everything that the installation
 *     owns in data planes
 * @param keyCheck a text sealed by the installation's key, by which a wrong key is found out at
 *     start; absent until the first start has made one
 * @param schemaVersion the last migration that was carried out
 */
public record Installation(
    String id, Instant createdAt, Optional<String> keyCheck, int schemaVersion) {}
