package eu.eutlas.simulation;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.memory.backup.MemoryBackups;
import org.jspecify.annotations.Nullable;

/**
 * Keeps books of what was really written, whatever the application was told of it, and holds each
 * entry against what EUTLAS promises.
 */
final class Ledger {
  private final Told told;
  private final Places places;
  private final Lives lives;
  private final Doors doors;
  private final Copies copies;

  Ledger(World world, MemoryBackups kept) {
    this.told = new Told();
    this.lives = new Lives(world, told);
    this.places = new Places(told, lives);
    this.doors = new Doors(world, lives);
    this.copies = new Copies(world, told, kept);
  }

  Told told() {
    return told;
  }

  Places places() {
    return places;
  }

  Lives lives() {
    return lives;
  }

  Doors doors() {
    return doors;
  }

  Copies copies() {
    return copies;
  }

  /** Looks at what time has made of it all. */
  void look() {
    lives.look();
    doors.look();
    copies.look();
  }

  void elapsed(long millis) {
    lives.elapsed(millis);
  }

  /** Whether nothing is under way, as far as documents say. */
  boolean isSettled() {
    return told.isUpToDate()
        && lives.areAtRest()
        && places.areAtRest()
        && doors.areAtRest()
        && copies.areAtRest();
  }

  void saw(String call, Object[] given, @Nullable Object answer) {
    switch (call) {
      case "ClusterRepository.insert" -> committed((Cluster) given[0]);
      case "ClusterRepository.save" -> {
        if (answer == SaveResult.SAVED) {
          committed((Cluster) given[0]);
        }
      }
      case "BackupRepository.insert" -> copies.committed((Backup) given[0]);
      case "BackupRepository.save" -> {
        if (answer == SaveResult.SAVED) {
          copies.committed((Backup) given[0]);
        }
      }
      case "BackupRepository.remove" -> copies.removed((BackupId) given[0]);
      case "ProjectRepository.insert" -> places.committed((Project) given[0]);
      case "ProjectRepository.save" -> {
        if (answer == SaveResult.SAVED) {
          places.committed((Project) given[0]);
        }
      }
      case "ProjectRepository.remove" -> places.removed((ProjectId) given[0]);
      case "OrganizationRepository.insert" -> places.committed((Organization) given[0]);
      case "OrganizationRepository.save" -> {
        if (answer == SaveResult.SAVED) {
          places.committed((Organization) given[0]);
        }
      }
      case "EventLog.append" -> {
        if (answer instanceof LoggedEvent logged) {
          told.appended((Event) given[0], logged);
        }
      }
      case "OperationRepository.add" -> lives.toldEnd((Operation) given[0]);
      case "DataPlane.provision" -> {
        lives.provisioned(((DataPlane.Order) given[0]).id());
        doors.touched(((DataPlane.Order) given[0]).id());
      }
      case "DataPlane.stop", "DataPlane.deprovision" -> doors.touched((ClusterId) given[0]);
      case "TenantDatabase.ensureUsers" -> doors.touched(Territory.clusterAt((Endpoint) given[0]));
      default -> {}
    }
  }

  private void committed(Cluster cluster) {
    lives.committed(cluster);
    places.committed(cluster);
    doors.committed(cluster);
    copies.committed(cluster);
  }

  /** Something that is not settled. */
  String someRestless() {
    return lives
        .someRestless()
        .or(places::someRestless)
        .or(doors::someRestless)
        .or(copies::someRestless)
        .orElseGet(told::someUntold);
  }
}
