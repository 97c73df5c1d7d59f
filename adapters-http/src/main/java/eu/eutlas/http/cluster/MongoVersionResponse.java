package eu.eutlas.http.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.eutlas.domain.cluster.MongoRelease;
import java.time.LocalDate;

/** A MongoDB version that can be ordered. */
record MongoVersionResponse(
    String version, @JsonProperty("default") boolean byDefault, LocalDate endOfLife) {
  static MongoVersionResponse of(MongoRelease release) {
    return new MongoVersionResponse(
        release.version().value(), release.byDefault(), release.endOfLife());
  }
}
