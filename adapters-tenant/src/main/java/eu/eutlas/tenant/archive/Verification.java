package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds an archive against what its manifest says of it. For one thread. */
final class Verification {
  private final Manifest manifest;
  private final Meter meter;
  private final Map<Place, CollectionHash> hashes = new HashMap<>();

  Verification(Manifest manifest, Progress progress) {
    this.manifest = manifest;
    this.meter = new Meter(progress);
  }

  void of(InputStream archive) throws IOException {
    var source = new ArchiveSource(archive);
    source.read(this::read);
    var measured = source.rest(manifest.archiveBytes());
    require(
        measured.length() == manifest.archiveBytes(),
        "it is not as long as it was when it was written.");
    require(
        measured.checksum().equals(manifest.checksum()),
        "its bytes are not those that were written.");
    meter.finish();
  }

  private void read(ArchiveReader archive) throws IOException {
    var prelude = archive.prelude();
    archive.read(
        new ArchiveReader.Receiver() {
          @Override
          public void document(Place place, byte[] bytes, int length) {
            hash(place).add(bytes, 0, length);
            meter.add(1, length);
          }

          @Override
          public void end(Place place) {
            meter.tick();
          }
        });
    compare(prelude);
  }

  private CollectionHash hash(Place place) {
    return hashes.computeIfAbsent(place, any -> new CollectionHash());
  }

  private void compare(Prelude prelude) {
    require(
        manifest.serverVersion().equals(prelude.server().text())
            && manifest.toolVersion().equals(prelude.toolVersion()),
        "it was written of another server, or by another tool, than its manifest says.");
    require(
        prelude.has(Place.OPLOG) == (manifest.consistency() == Consistency.OPLOG),
        "it is not consistent in the way that its manifest says.");
    require(
        hash(Place.USERS).documents() == manifest.users()
            && hash(Place.ROLES).documents() == manifest.roles(),
        "it does not have as many users and roles as its manifest says.");
    var wanted =
        manifest.collections().stream()
            .collect(Collectors.toMap(CollectionSum::namespace, Function.identity()));
    require(
        wanted.size() == manifest.collections().size(), "its manifest names a collection twice.");
    for (var found : sums(prelude)) {
      compare(found, wanted.remove(found.namespace()));
    }
    require(wanted.isEmpty(), "it has no " + first(wanted.keySet().stream().toList()) + ".");
  }

  private static String first(List<Namespace> missing) {
    return missing.isEmpty() ? "" : missing.getFirst().toString();
  }

  private List<CollectionSum> sums(Prelude prelude) {
    var sums = new ArrayList<CollectionSum>();
    for (var collection : prelude.collections()) {
      if (!collection.place().isBookkeeping()) {
        var hash =
            collection.kind() == Kind.VIEW
                ? new CollectionHash()
                : hash(collection.data(prelude.server()));
        sums.add(collection.sum(collection.place().namespace(), hash));
      }
    }
    return sums;
  }

  private static void compare(CollectionSum found, @Nullable CollectionSum wanted) {
    require(wanted != null, "its manifest does not name " + found.namespace() + ".");
    require(
        found.equals(wanted), "what it has of " + found.namespace() + " is not what was written.");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PortFailure.Rejected(
          "ARCHIVE_DIFFERS", "The archive is not the one that was written: " + otherwise, null);
    }
  }
}
