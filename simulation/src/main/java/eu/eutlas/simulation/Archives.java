package eu.eutlas.simulation;

import eu.eutlas.application.Ports;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.memory.backup.MemoryBackups;

/** What makes backups and keeps them: one store for all nodes. */
final class Archives {
  private Archives() {}

  static Ports.Backups of(MemoryBackups kept, Alteration alteration) {
    var ports = kept.ports();
    return new Ports.Backups(
        alteration.of(ClusterArchives.class, ports.archives()),
        alteration.of(BackupStore.class, ports.store()),
        ports.encryption(),
        ports.manifests());
  }

  /** The same as one process reaches it. */
  static Ports.Backups reached(Ports.Backups archived, World world, Life life) {
    return new Ports.Backups(
        Wire.to(ClusterArchives.class, archived.archives(), world, life, () -> false),
        Wire.to(BackupStore.class, archived.store(), world, life, () -> false),
        archived.encryption(),
        archived.manifests());
  }
}
