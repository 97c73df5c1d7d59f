package eu.eutlas.benchmarks.archive;

import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.tenant.archive.DriverClusterArchives;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.Locale;

/** Dumps, verifies and restores in a process with little memory, and tells how much it took. */
public final class LittleMemory {
  private static final long GIGABYTE = 1_000_000_000L;

  private LittleMemory() {}

  /** Arguments: port, file, password. */
  public static void main(String[] arguments) throws IOException {
    var endpoint = new Endpoint("127.0.0.1", Integer.parseInt(arguments[0]));
    var admin = new Login("admin", new Secret(arguments[2]));
    try (var archives = new DriverClusterArchives(InstantSource.system());
        var out = new FileOutputStream(arguments[1])) {
      var begin = System.nanoTime();
      var manifest = archives.dump(endpoint, admin, out, told());
      say("dump", manifest.dataBytes(), begin);
      System.out.printf("archive of %.1f GB%n", manifest.archiveBytes() / 1e9);

      begin = System.nanoTime();
      try (var in = new FileInputStream(arguments[1])) {
        archives.verify(in, manifest, told());
      }
      say("verify", manifest.dataBytes(), begin);

      begin = System.nanoTime();
      try (var in = new FileInputStream(arguments[1])) {
        archives.restore(in, endpoint, admin, Selection.EVERYTHING, told());
      }
      say("restore", manifest.dataBytes(), begin);
    }
  }

  /** After each two gigabytes: what is left when everything that can go has gone. */
  private static Progress told() {
    var next = new long[] {2 * GIGABYTE};
    return (documents, bytes) -> {
      if (bytes >= next[0]) {
        next[0] = bytes + 2 * GIGABYTE;
        System.gc();
        var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "  at %.1f GB: %.1f MB live%n", bytes / 1e9, used / 1e6);
      }
    };
  }

  private static void say(String what, long bytes, long begin) {
    var seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f GB in %.0f s, %.0f MB/s, with %.0f MB of heap%n",
        what,
        bytes / 1e9,
        seconds,
        bytes / 1e6 / seconds,
        Runtime.getRuntime().maxMemory() / 1e6);
  }
}
