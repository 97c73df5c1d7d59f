package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.http.json.JsonRequest;
import eu.eutlas.http.json.MayBeAbsent;
import java.util.Optional;

/** For how long the former login works on. */
@MayBeAbsent
record RotateCredentialsRequest(Optional<OverlapMinutes> overlapMinutes) implements JsonRequest {}
