package eu.eutlas.memory.usecase;

import static eu.eutlas.memory.usecase.BackupScene.ORDERS;

import eu.eutlas.application.Created;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.RestoreBackup;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is restored, and what befalls it. */
record Restores(BackupScene scene) {
  static final List<String> BEFORE = List.of("one", "two", "three");
  static final List<String> SINCE = List.of("one", "two", "spoiled", "four");

  /** A backup of what was there before somebody spoiled it. */
  Backup spoiledAfterBackup() {
    var backup = scene.taken();
    scene.trial().pass(Duration.ofMinutes(1));
    scene.scene().site().archived().archives().put(scene.endpoint(), ORDERS, SINCE);
    return backup;
  }

  Outcome<Cluster> into(Backup backup, boolean safety) {
    return into(backup, Selection.DATA, safety);
  }

  Outcome<Cluster> into(Backup backup, Selection what, boolean safety) {
    return scene
        .trial()
        .eutlas()
        .backups()
        .restore()
        .into(
            scene.scene().owner(),
            new RestoreBackup.Into(scene.address(backup), scene.cluster().id(), what, safety));
  }

  Outcome<Created<Cluster>> intoNew(Backup backup, String name) {
    return scene
        .trial()
        .eutlas()
        .backups()
        .restore()
        .intoNew(
            scene.scene().owner(),
            new RestoreBackup.IntoNew(
                scene.address(backup),
                Optional.empty(),
                new ClusterName(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ClusterSettings(Labels.NONE, false),
                Selection.DATA,
                Optional.empty()));
  }

  /** The clusters of the project beside the one that was backed up. */
  List<Cluster> others() {
    return scene
        .trial()
        .eutlas()
        .clusters()
        .list()
        .ofProject(
            scene.scene().owner(),
            scene.cluster().projectId(),
            ClusterQuery.ALL,
            PageRequest.first())
        .orElseThrow()
        .items()
        .stream()
        .map(ClusterSummary::id)
        .filter(id -> !id.equals(scene.cluster().id()))
        .map(scene.trial()::stored)
        .toList();
  }

  /** A restore whose connection breaks off while data is being replaced. */
  void breakOff(Backup backup, boolean safety) {
    var faults = new FaultScript();
    faults.next("restore", Fault.ANSWER_LOST);
    var node = scene.on(scene.trial().through(faults));
    new Restores(node).into(backup, safety).orElseThrow();
    node.trial().settle();
  }

  /** Tries the operation again that left the cluster FAILED. */
  void retry() {
    var failed = scene.stored().status().operation().orElseThrow().id();
    scene.trial().eutlas().operations().retry().handle(scene.scene().owner(), failed).orElseThrow();
  }

  /** Another archive lies in the place of the backup's. */
  void damage(Backup backup) {
    var another = "#shop.orders\nchanged\n".getBytes(StandardCharsets.UTF_8);
    scene
        .scene()
        .site()
        .archived()
        .store()
        .put(BackupObjects.archive(backup), out -> out.write(another));
  }

  List<String> documents() {
    return documents(ORDERS);
  }

  List<String> documents(Namespace namespace) {
    return documents(scene.stored(), namespace);
  }

  List<String> documents(Cluster cluster, Namespace namespace) {
    return scene
        .scene()
        .site()
        .archived()
        .archives()
        .documents(cluster.status().endpoint().orElseThrow(), namespace);
  }
}
