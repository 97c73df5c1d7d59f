package eu.eutlas.memory.usecase;

import eu.eutlas.application.Created;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.backup.BackupAddress;
import eu.eutlas.application.backup.BackupPolicies;
import eu.eutlas.application.backup.OrderBackup;
import eu.eutlas.application.backup.OrderProof;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.testkit.cluster.Clusters;
import java.util.List;
import java.util.Optional;

/** A ready cluster with data in it, and somebody who wants it kept. */
record BackupScene(Scene scene, Cluster cluster) {
  static final Namespace ORDERS = new Namespace("shop", "orders");
  static final List<String> DOCUMENTS = List.of("one", "two", "three");

  static BackupScene set() {
    return at("DEV");
  }

  /** The same with a plan. */
  static BackupScene at(String plan) {
    var scene = Scene.set();
    var cluster = scene.readyCluster();
    if (!plan.equals("DEV")) {
      scene.trial().resize(scene.owner(), cluster, plan).orElseThrow();
      scene.trial().settle();
    }
    var set = new BackupScene(scene, cluster);
    scene.site().archived().archives().put(set.endpoint(), ORDERS, DOCUMENTS);
    return set;
  }

  /** The same people and things, served by another node. */
  BackupScene on(Trial node) {
    return new BackupScene(scene.on(node), cluster);
  }

  Trial trial() {
    return scene.trial();
  }

  Endpoint endpoint() {
    return stored().status().endpoint().orElseThrow();
  }

  Cluster stored() {
    return trial().stored(cluster.id());
  }

  Outcome<Created<Backup>> order() {
    return trial()
        .eutlas()
        .backups()
        .order()
        .handle(scene.owner(), new OrderBackup.Command(Trial.address(cluster), Optional.empty()));
  }

  /** Orders a backup, and has it taken. */
  Backup taken() {
    var ordered = order().orElseThrow().value();
    trial().rest();
    return find(ordered);
  }

  BackupAddress address(Backup backup) {
    return new BackupAddress(Trial.address(cluster), backup.id());
  }

  Backup find(Backup backup) {
    return trial().eutlas().backups().read().find(scene.owner(), address(backup)).orElseThrow();
  }

  List<Backup> all() {
    return trial()
        .eutlas()
        .backups()
        .read()
        .list(scene.owner(), Trial.address(cluster), PageRequest.first())
        .orElseThrow()
        .items();
  }

  Outcome<Backup> delete(Backup backup) {
    return trial().eutlas().backups().keep().delete(scene.owner(), address(backup));
  }

  Outcome<Created<Backup>> prove(Backup backup) {
    return prove(backup, Optional.empty());
  }

  Outcome<Created<Backup>> prove(Backup backup, Optional<OriginKey> origin) {
    return trial()
        .eutlas()
        .backups()
        .prove()
        .handle(scene.owner(), new OrderProof.Command(address(backup), origin));
  }

  /** The clusters that exist for proofs, or may. */
  List<ClusterId> throwAways() {
    return scene.site().backups().throwAways(Clusters.REGION, 100);
  }

  /** How many objects there are in the store. */
  int objects() {
    return scene.site().archived().store().list("", Optional.empty(), 1000).size();
  }

  /** Sets how long backups stay, and nothing else. */
  void keep(int days, int last) {
    var usual = BackupPolicy.USUAL;
    follow(
        new BackupPolicy(
            usual.enabled(),
            usual.intervalHours(),
            usual.window(),
            new Retention(days, last),
            false));
  }

  void follow(BackupPolicy policy) {
    trial()
        .eutlas()
        .backups()
        .policies()
        .change(
            scene.owner(),
            new BackupPolicies.Change(Trial.address(cluster), policy, Optional.empty()))
        .orElseThrow();
  }
}
