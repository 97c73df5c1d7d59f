package eu.eutlas.memory.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.backup.Sha256;
import eu.eutlas.domain.cluster.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The data of clusters in memory: lines of text, and archives that are lines of text too. */
public final class MemoryClusterArchives implements ClusterArchives {
  private final InstantSource clock;
  private final Map<Endpoint, Map<String, List<String>>> data = new ConcurrentHashMap<>();

  public MemoryClusterArchives(InstantSource clock) {
    this.clock = clock;
  }

  /** Puts documents into a collection, instead of those that were there. */
  public void put(Endpoint cluster, Namespace namespace, List<String> documents) {
    collections(cluster).put(namespace.toString(), List.copyOf(documents));
  }

  /** The documents of a collection; none where there is no such. */
  public List<String> documents(Endpoint cluster, Namespace namespace) {
    return collections(cluster).getOrDefault(namespace.toString(), List.of());
  }

  private Map<String, List<String>> collections(Endpoint cluster) {
    return data.computeIfAbsent(cluster, any -> new ConcurrentHashMap<>());
  }

  @Override
  public Manifest dump(Endpoint from, Login admin, OutputStream archive, Progress progress)
      throws IOException {
    var whole = new StringBuilder();
    var sums = new ArrayList<CollectionSum>();
    new TreeMap<>(collections(from))
        .forEach((name, documents) -> {
          whole.append('#').append(name).append('\n');
          documents.forEach(document -> whole.append(document).append('\n'));
          sums.add(sum(Namespace.parse(name), documents));
          progress.at(documents.size(), whole.length());
        });
    var bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
    archive.write(bytes);
    return new Manifest(
        clock.instant(),
        "7.0.0",
        "memory",
        Consistency.EACH_COLLECTION,
        sums,
        0,
        0,
        bytes.length,
        hash(bytes));
  }

  @Override
  public void verify(InputStream archive, Manifest manifest, Progress progress) throws IOException {
    if (!hash(archive.readAllBytes()).equals(manifest.checksum())) {
      throw new PortFailure.Rejected(
          "ARCHIVE_DAMAGED", "The archive is not what its manifest says.", null);
    }
  }

  @Override
  public Restored restore(
      InputStream archive, Endpoint into, Login admin, Selection what, Progress progress)
      throws IOException {
    var sums = new ArrayList<CollectionSum>();
    if (what.isWhole()) {
      collections(into).clear();
    }
    read(archive)
        .forEach((name, documents) ->
            what.target(Namespace.parse(name))
                .ifPresent(target -> {
                  put(into, target, documents);
                  sums.add(sum(target, documents));
                  progress.at(documents.size(), 0);
                }));
    return new Restored(sums, Set.of());
  }

  private static Map<String, List<String>> read(InputStream archive) throws IOException {
    var found = new TreeMap<String, List<String>>();
    var present = new ArrayList<String>();
    for (var line : new String(archive.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
      if (line.startsWith("#")) {
        present = new ArrayList<>();
        found.put(line.substring(1), present);
      } else {
        present.add(line);
      }
    }
    return found;
  }

  @Override
  public List<CollectionSum> sums(
      Endpoint of, Login admin, Set<Namespace> wanted, Progress progress) {
    return wanted.stream()
        .filter(namespace -> collections(of).containsKey(namespace.toString()))
        .map(namespace -> sum(namespace, documents(of, namespace)))
        .toList();
  }

  @Override
  public long estimate(Endpoint of, Login admin) {
    return collections(of).values().stream().flatMap(List::stream).mapToLong(String::length).sum();
  }

  private static CollectionSum sum(Namespace namespace, List<String> documents) {
    var all = String.join("\n", documents).getBytes(StandardCharsets.UTF_8);
    return new CollectionSum(
        namespace,
        CollectionSum.Kind.COLLECTION,
        documents.size(),
        all.length,
        hash(all),
        hash(new byte[0]));
  }

  private static Sha256 hash(byte[] bytes) {
    try {
      return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
