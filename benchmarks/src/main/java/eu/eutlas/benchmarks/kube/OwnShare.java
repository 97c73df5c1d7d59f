package eu.eutlas.benchmarks.kube;

import eu.eutlas.benchmarks.Installation;
import eu.eutlas.benchmarks.Owner;
import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.k8s.Dialect;
import java.io.IOException;
import java.util.ArrayList;

/**
 * EUTLAS's own share of a provisioning: from the order to the last thing that is asked of the API
 * server. What follows is the operator's.
 *
 * <p>Command, from the root, with the variables of docs/testing.md: {@code benchmarks/run
 * kube.OwnShare}
 */
public final class OwnShare {
  private static final int CLUSTERS = 50;
  private static final long MILLISECOND = 1_000_000;

  private OwnShare() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (var dialect : Dialect.values()) {
      try (var region = KubeRegion.open(dialect)) {
        run(dialect, region);
      }
    }
  }

  private static void run(Dialect dialect, KubeRegion region)
      throws IOException, InterruptedException {
    var installation = Installation.of(region, region.databases());
    var made = new ArrayList<ClusterId>();
    var nanos = new long[CLUSTERS];
    try (var working = installation.working()) {
      var owner = Owner.settle(installation, working);
      for (var i = 0; i < CLUSTERS; i++) {
        var begin = System.nanoTime();
        var id = owner.order(working).id();
        made.add(id);
        while (region.askedFor(id).isEmpty()) {
          Thread.sleep(1);
        }
        nanos[i] = region.askedFor(id).orElseThrow() - begin;
      }
    }
    var first = nanos[0];
    var all = Percentiles.of(nanos);
    System.out.printf(
        "%s, order to the last apply: first %d ms, median %d ms, p95 %d ms, slowest %d ms of %d%n",
        dialect,
        first / MILLISECOND,
        all.at(0.5) / MILLISECOND,
        all.at(0.95) / MILLISECOND,
        all.at(1) / MILLISECOND,
        CLUSTERS);
    for (var id : made) {
      region.remove(id);
    }
  }
}
