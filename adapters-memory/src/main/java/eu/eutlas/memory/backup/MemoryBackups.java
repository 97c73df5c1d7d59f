package eu.eutlas.memory.backup;

import eu.eutlas.application.Ports;
import java.time.InstantSource;

/** All that backups need from outside, in memory. */
public record MemoryBackups(
    MemoryClusterArchives archives, MemoryBackupStore store, MemoryManifestFormat manifests) {

  public static MemoryBackups over(InstantSource clock) {
    return new MemoryBackups(
        new MemoryClusterArchives(clock), new MemoryBackupStore(clock), new MemoryManifestFormat());
  }

  public Ports.Backups ports() {
    return new Ports.Backups(archives, store, new MemoryBackupEncryption(), manifests);
  }
}
