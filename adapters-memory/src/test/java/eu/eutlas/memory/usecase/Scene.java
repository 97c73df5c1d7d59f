package eu.eutlas.memory.usecase;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.project.Project;
import eu.eutlas.testkit.fault.FaultPlan;
import java.util.Optional;
import java.util.Set;

/** An installation at rest with somebody who owns an organization and, in it, a project. */
record Scene(Trial trial, Actor.Person owner, Project project) {
  static Scene set() {
    var trial = Trial.begin();
    var owner = trial.person("ada");
    var project = trial.project(owner, trial.organization(owner));
    trial.settle();
    return new Scene(trial, owner, project);
  }

  /** The same people and things, served by another node. */
  Scene on(Trial node) {
    return new Scene(node, owner, project);
  }

  Scene through(FaultPlan plan) {
    return on(trial.through(plan));
  }

  Site site() {
    return trial.site();
  }

  Verdict verdict() {
    return new Verdict(trial.site(), project.orgId());
  }

  /** Orders a cluster called shop-db and does nothing for it yet. */
  Cluster order() {
    return order(Optional.empty());
  }

  Cluster order(Optional<OriginKey> origin) {
    return trial.create(owner, Trial.order(project.id(), origin)).orElseThrow().value();
  }

  Cluster readyCluster() {
    var cluster = order();
    trial.settle();
    return cluster;
  }

  void delete(Cluster cluster) {
    trial.delete(owner, cluster).orElseThrow();
  }

  void resize(Cluster cluster) {
    trial.resize(owner, cluster, "SMALL").orElseThrow();
  }

  void pause(Cluster cluster) {
    trial.pause(owner, cluster).orElseThrow();
  }

  void resume(Cluster cluster) {
    trial.resume(owner, cluster).orElseThrow();
  }

  Cluster pausedCluster() {
    var cluster = readyCluster();
    pause(cluster);
    trial.settle();
    return cluster;
  }

  ClusterState.Name state(Cluster cluster) {
    return trial.stored(cluster.id()).state().name();
  }

  /** The names of the users that the cluster's database has. */
  Set<String> usernames(Cluster cluster) {
    var endpoint = trial.stored(cluster.id()).status().endpoint().orElseThrow();
    return site().databases().usernames(endpoint);
  }
}
