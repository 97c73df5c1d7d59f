package eu.eutlas.domain.backup;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;

/**
 * A cluster that exists for one proof. Nobody but EUTLAS knows of it: it is in no list, takes no
 * place in a project, and goes with the proof.
 */
public record ThrowAway(
    ClusterId id, Resources resources, MongoVersion mongoVersion, DatabaseLogin admin) {
  /** There is never another. */
  public static final long GENERATION = 1;
}
