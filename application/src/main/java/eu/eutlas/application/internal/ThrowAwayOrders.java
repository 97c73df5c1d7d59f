package eu.eutlas.application.internal;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.Resources;
import java.util.Comparator;

/** Which clusters are ordered for proofs: as the one that was backed up, or as one that fits. */
final class ThrowAwayOrders {
  private static final Scope ALL = new Scope.Everything("backups are proved for all tenants");
  private static final String ADMIN = "eutlas";
  private static final long GIGABYTE = 1_000_000_000L;

  /** Indexes and what a server keeps for itself want room beside the documents. */
  private static final int ROOM = 2;

  private final ClusterRepository clusters;
  private final Catalogue catalogue;
  private final Sealer sealer;
  private final Ids ids;

  ThrowAwayOrders(ClusterRepository clusters, Catalogue catalogue, Sealer sealer, Ids ids) {
    this.clusters = clusters;
    this.catalogue = catalogue;
    this.sealer = sealer;
    this.ids = ids;
  }

  /** A cluster for a backup, which is not ordered yet: with the size and version of its cluster. */
  ThrowAway draw(Backup backup) {
    var id = new ClusterId(ids.next());
    var password = sealer.seal(ids.password(), id.value(), ADMIN);
    var admin = new DatabaseLogin(ADMIN, password, 1);
    return clusters
        .find(ALL, backup.order().clusterId())
        .map(cluster ->
            new ThrowAway(id, cluster.spec().resources(), cluster.spec().mongoVersion(), admin))
        .orElseGet(() -> new ThrowAway(id, fitting(backup), usualVersion(), admin));
  }

  /** The smallest that has room for the data; the largest where none has. */
  private Resources fitting(Backup backup) {
    var bytes = backup.contents().map(Contents::dataBytes).orElse(0L);
    var bySize = Comparator.comparingInt(Resources::storageGigabytes);
    var sizes = catalogue.plans().stream().map(Plan::resources).toList();
    return sizes.stream()
        .filter(size -> size.storageGigabytes() * GIGABYTE >= ROOM * bytes)
        .min(bySize)
        .orElseGet(() -> sizes.stream().max(bySize).orElseThrow());
  }

  private MongoVersion usualVersion() {
    return catalogue.releases().stream()
        .filter(MongoRelease::byDefault)
        .map(MongoRelease::version)
        .findFirst()
        .orElseThrow();
  }

  /** The order that brings it about, reached by EUTLAS alone. */
  DataPlane.Order order(ThrowAway throwAway) {
    var admin = throwAway.admin();
    return new DataPlane.Order(
        throwAway.id(),
        ThrowAway.GENERATION,
        throwAway.resources(),
        throwAway.mongoVersion(),
        admin.username(),
        sealer.open(admin.password(), throwAway.id().value(), admin.username()));
  }
}
