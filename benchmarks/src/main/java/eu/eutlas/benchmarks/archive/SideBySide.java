package eu.eutlas.benchmarks.archive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.tenant.archive.DriverClusterArchives;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.bson.RawBsonDocument;

/**
 * A dump beside a read of the same documents with the driver into the same gzip, and a restore
 * beside inserts of the same documents with the driver, by turns in one run on embedded servers.
 */
public final class SideBySide {
  private static final Login ADMIN = new Login("admin", new Secret("benchmark-only"));
  private static final int BATCH = 1_000;
  private static final int GZIP_LEVEL = 1;

  private final int documents;
  private final int rounds;
  private final Path folder;
  private final DriverClusterArchives archives = new DriverClusterArchives(InstantSource.system());

  private SideBySide(int documents, int rounds, Path folder) {
    this.documents = documents;
    this.rounds = rounds;
    this.folder = folder;
  }

  /** Arguments: documents (200,000), rounds (5). */
  public static void main(String[] arguments) throws IOException {
    var documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    var folder = Files.createTempDirectory("side-by-side");
    try {
      new SideBySide(documents, rounds, folder).run();
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void run() throws IOException {
    try (var source = started("source");
        var sourceClient = client(source)) {
      fill(sourceClient);
      var archive = folder.resolve("archive.gz");
      long bytes = dump(source, archive);
      var all = collection(sourceClient).find().batchSize(BATCH).into(new ArrayList<>());
      var plain = new Timings("driver reads, nothing else");
      var read = new Timings("driver reads into gzip -1");
      var dump = new Timings("dump");
      var write = new Timings("driver inserts");
      var restore = new Timings("restore");
      for (var round = 0; round <= rounds; round++) {
        plain.add(timed(() -> read(sourceClient, false)));
        read.add(timed(() -> read(sourceClient, true)));
        dump.add(timed(() -> dump(source, archive)));
        intoAnEmptyServer("driver-" + round, write, target -> insert(target, all));
        intoAnEmptyServer("restore-" + round, restore, target -> restore(target, archive));
      }
      System.out.printf(
          Locale.ROOT,
          "%,d documents, %.0f MB, archive %.0f MB%n",
          documents,
          bytes / 1e6,
          Files.size(archive) / 1e6);
      List.of(plain, read, dump, write, restore).forEach(timings -> timings.print(bytes));
      System.out.printf(
          Locale.ROOT,
          "dump / driver reads into gzip: %.2f of its time%n",
          dump.median() / read.median());
      System.out.printf(
          Locale.ROOT,
          "restore / driver inserts: %.2f of its time%n",
          restore.median() / write.median());
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private interface Filling {
    void into(EmbeddedMongo target) throws IOException;
  }

  private void intoAnEmptyServer(String name, Timings timings, Filling filling) throws IOException {
    try (var target = started(name)) {
      timings.add(timed(() -> filling.into(target)));
    }
  }

  private static double timed(Work work) throws IOException {
    var begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  // ---- what is compared ----

  private void fill(MongoClient client) {
    var orders = new Orders(1);
    var batch = new ArrayList<RawBsonDocument>();
    for (var i = 0; i < documents; i++) {
      batch.add(new RawBsonDocument(orders.next(i)));
      if (batch.size() == BATCH || i == documents - 1) {
        collection(client).insertMany(batch);
        batch.clear();
      }
    }
  }

  private long dump(EmbeddedMongo source, Path archive) throws IOException {
    try (var out = new FileOutputStream(archive.toFile())) {
      return archives.dump(endpoint(source), ADMIN, out, Progress.NONE).dataBytes();
    }
  }

  private void restore(EmbeddedMongo target, Path archive) throws IOException {
    try (var in = new FileInputStream(archive.toFile())) {
      archives.restore(in, endpoint(target), ADMIN, Selection.EVERYTHING, Progress.NONE);
    }
  }

  private void read(MongoClient client, boolean compressed) throws IOException {
    try (var file = new FileOutputStream(folder.resolve("read.gz").toFile());
        var out = compressed ? gzip(file) : OutputStream.nullOutputStream()) {
      for (var document : collection(client).find().batchSize(BATCH)) {
        var bytes = document.getByteBuffer();
        out.write(bytes.array(), bytes.position(), bytes.remaining());
      }
    }
  }

  private static OutputStream gzip(OutputStream out) throws IOException {
    return new BufferedOutputStream(
        new GZIPOutputStream(out, 64 * 1024) {
          {
            def.setLevel(GZIP_LEVEL);
          }
        },
        64 * 1024);
  }

  /** The documents are in memory: only the inserts count. */
  private void insert(EmbeddedMongo target, List<RawBsonDocument> all) {
    try (var client = client(target)) {
      for (var from = 0; from < all.size(); from += BATCH) {
        collection(client).insertMany(all.subList(from, Math.min(all.size(), from + BATCH)));
      }
    }
  }

  // ---- servers ----

  private EmbeddedMongo started(String name) throws IOException {
    var credentials = new AdminCredentials(ADMIN.username(), ADMIN.password().reveal());
    return EmbeddedMongo.start(Files.createDirectories(folder.resolve(name)), credentials);
  }

  private static MongoClient client(EmbeddedMongo server) {
    return MongoClients.create(
        endpoint(server).connectionString(ADMIN.username(), ADMIN.password()).reveal());
  }

  private static Endpoint endpoint(EmbeddedMongo server) {
    return new Endpoint("127.0.0.1", server.port());
  }

  private static MongoCollection<RawBsonDocument> collection(MongoClient client) {
    return client.getDatabase("shop").getCollection("orders", RawBsonDocument.class);
  }

  /** Seconds of one kind of work; the first round warms up. */
  private static final class Timings {
    private final String what;
    private final List<Double> seconds = new ArrayList<>();

    Timings(String what) {
      this.what = what;
    }

    void add(double time) {
      seconds.add(time);
    }

    double median() {
      var sorted = seconds.stream().skip(1).sorted().toList();
      return sorted.get(sorted.size() / 2);
    }

    void print(long bytes) {
      System.out.printf(
          Locale.ROOT,
          "%-28s median %6.2f s, %6.1f MB/s %s%n",
          what,
          median(),
          bytes / 1e6 / median(),
          seconds);
    }
  }
}
