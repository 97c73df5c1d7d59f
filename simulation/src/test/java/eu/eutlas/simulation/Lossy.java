package eu.eutlas.simulation;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Content;
import eu.eutlas.application.backup.BackupStore.Stored;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterStatus;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;

/** Planted bugs in how backups are taken and kept. */
final class Lossy {
  private Lossy() {}

  /** A cluster is read without the backup that is taken of it. */
  static Broken clustersThatForgetTheirBackup() {
    return Broken.at(
        ClusterRepository.class,
        "find",
        Broken.everyNth(
            5,
            (real, given) ->
                ((Optional<?>) Objects.requireNonNull(real.call(given)))
                    .map(found -> withoutBackup((Cluster) found))));
  }

  private static Cluster withoutBackup(Cluster cluster) {
    var status = cluster.status();
    return Forgetful.at(
        cluster,
        new ClusterStatus(
            status.state(),
            status.operation(),
            status.endpoint(),
            status.seen(),
            status.lookAgainAt(),
            status.backups().end()),
        cluster.version());
  }

  /** Some of what is put is written to nowhere. */
  static Broken storesThatOnlySayThatTheyKeep() {
    return Broken.at(
        BackupStore.class,
        "put",
        Broken.everyNth(
            5,
            (real, given) -> {
              ((Content) given[1]).writeTo(OutputStream.nullOutputStream());
              return new Stored((ObjectKey) given[0], 0, Instant.EPOCH);
            }));
  }

  /** Archives of a cluster are the first one that was written of it. */
  static Broken archivesOfAnotherDay() {
    var first = new HashMap<String, byte[]>();
    return Broken.at(
        BackupStore.class,
        "put",
        (real, given) -> {
          var key = (ObjectKey) given[0];
          var written = new ByteArrayOutputStream();
          ((Content) given[1]).writeTo(written);
          var parts = key.value().split("/", -1);
          var ofCluster = parts[1] + parts[parts.length - 1];
          var bytes = first.computeIfAbsent(ofCluster, any -> written.toByteArray());
          Content content = out -> out.write(bytes);
          return real.call(key, content);
        });
  }
}
