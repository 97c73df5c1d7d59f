package eu.eutlas.domain.cluster;

import java.time.LocalDate;

/**
 * A MongoDB version in the catalogue.
 *
 * @param byDefault whether it is proposed to who names none
 */
public record MongoRelease(MongoVersion version, boolean byDefault, LocalDate endOfLife) {}
