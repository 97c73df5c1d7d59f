package eu.eutlas.memory.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Archives of memory clusters, whose documents are texts. A test may let a call fail in its middle:
 * after half of what it writes is written, or half of the collections are restored.
 */
public final class MemoryClusterArchives implements ClusterArchives {
  private static final String VERSION = "memory";

  private final MemoryTenantDatabase databases;
  private final InstantSource clock;
  private final Map<Endpoint, PortFailure> failures = new HashMap<>();

  public MemoryClusterArchives(MemoryTenantDatabase databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The next call at this endpoint fails so, in its middle. */
  public synchronized void failNext(Endpoint endpoint, PortFailure failure) {
    failures.put(endpoint, failure);
  }

  private synchronized void failInTheMiddle(Endpoint endpoint) {
    var failure = failures.remove(endpoint);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public Manifest dump(Endpoint from, Login admin, OutputStream archive, Progress progress)
      throws IOException {
    databases.requireAdmin(from, admin);
    var collections = databases.collections(from);
    var bytes = TextArchive.write(collections);
    archive.write(bytes, 0, bytes.length / 2);
    failInTheMiddle(from);
    archive.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    tell(progress, collections);
    return new Manifest(
        clock.instant(),
        VERSION,
        VERSION,
        Consistency.SNAPSHOT,
        sums(collections),
        0,
        0,
        bytes.length,
        TextSums.checksum(bytes));
  }

  @Override
  public void verify(InputStream archive, Manifest manifest, Progress progress) throws IOException {
    var bytes = archive.readAllBytes();
    require(bytes.length == manifest.archiveBytes(), "It is not as long as it was.");
    require(TextSums.checksum(bytes).equals(manifest.checksum()), "Its bytes are others.");
    var collections = TextArchive.read(bytes);
    require(sums(collections).equals(manifest.collections()), "Its collections are others.");
    require(
        manifest.users() == 0
            && manifest.roles() == 0
            && manifest.consistency() == Consistency.SNAPSHOT,
        "Its manifest says what it cannot be.");
    tell(progress, collections);
  }

  @Override
  public List<CollectionSum> restore(
      InputStream archive, Endpoint into, Login admin, Selection what, Progress progress)
      throws IOException {
    databases.requireAdmin(into, admin);
    var restored = renamed(TextArchive.read(archive.readAllBytes()), what);
    var left = restored.size();
    for (var collection : restored.entrySet()) {
      if (left == (restored.size() + 1) / 2) {
        failInTheMiddle(into);
      }
      left--;
      databases.fill(into, collection.getKey(), collection.getValue());
    }
    tell(progress, restored);
    return sums(restored);
  }

  private static Map<Namespace, List<String>> renamed(
      Map<Namespace, List<String>> collections, Selection what) {
    var renamed = new LinkedHashMap<Namespace, List<String>>();
    collections.forEach((namespace, documents) ->
        what.target(namespace)
            .ifPresent(target ->
                require(
                    renamed.put(target, documents) == null,
                    "Two collections would be restored as " + target + ".")));
    return renamed;
  }

  @Override
  public List<CollectionSum> sums(
      Endpoint of, Login admin, Set<Namespace> wanted, Progress progress) {
    databases.requireAdmin(of, admin);
    failInTheMiddle(of);
    var found = databases.collections(of);
    found.keySet().retainAll(wanted);
    tell(progress, found);
    return sums(found);
  }

  @Override
  public long estimate(Endpoint of, Login admin) {
    databases.requireAdmin(of, admin);
    return sums(databases.collections(of)).stream().mapToLong(CollectionSum::bytes).sum();
  }

  private static List<CollectionSum> sums(Map<Namespace, List<String>> collections) {
    var sums = new ArrayList<CollectionSum>();
    collections.forEach((namespace, documents) -> sums.add(TextSums.of(namespace, documents)));
    return sums;
  }

  private static void tell(Progress progress, Map<Namespace, List<String>> collections) {
    var all = collections.values().stream().flatMap(List::stream).toList();
    progress.at(all.size(), all.stream().mapToLong(text -> text.getBytes(UTF_8).length).sum());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PortFailure.Rejected("ARCHIVE_DIFFERS", otherwise, null);
    }
  }
}
