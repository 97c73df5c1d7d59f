package eu.eutlas.k8s.standin;

import java.util.List;

/**
 * A stand-in for Percona's operator, one cluster in a namespace for each test, and what they await.
 */
final class PerconaSandbox implements AutoCloseable {
  static final String NAME = "p1";

  private final Sandbox sandbox = new Sandbox();
  private final StandInOperator operator =
      StandInOperator.percona(sandbox.kubeconfig(), sandbox.installation());

  Sandbox sandbox() {
    return sandbox;
  }

  void open() {
    sandbox.open();
  }

  /** Takes the cluster of the test away. */
  void clear() {
    mends();
    sandbox.close(Kind.PERCONA, NAME);
  }

  void breaks(Fault fault) {
    operator.breaks(sandbox.namespace(), fault);
  }

  void mends() {
    operator.mends(sandbox.namespace());
  }

  void vanishes() {
    operator.vanishes(sandbox.namespace(), NAME);
  }

  void wish(PerconaWish wish) {
    sandbox.apply(Kind.PERCONA, NAME, wish.yaml(sandbox.installation()));
  }

  Document awaitState(String state) {
    return sandbox.await(Kind.PERCONA, NAME, seen -> seen.text("status", "state").equals(state));
  }

  Document awaitReady() {
    return sandbox.await(
        Kind.PERCONA,
        NAME,
        seen ->
            seen.text("status", "state").equals("ready")
                && seen.number("status", "observedGeneration")
                    == seen.number("metadata", "generation"));
  }

  void awaitPod(String reason) {
    sandbox.await(() ->
        sandbox.list(Kind.POD).stream()
            .anyMatch(pod -> pod.at("status").toString().contains("\"" + reason + "\"")));
  }

  Document resource() {
    return sandbox.find(Kind.PERCONA, NAME).orElseThrow();
  }

  String size(Document resource) {
    return resource
        .list("spec", "replsets")
        .getFirst()
        .text("volumeSpec", "persistentVolumeClaim", "resources", "requests", "storage");
  }

  List<String> uids() {
    return sandbox.list(Kind.POD).stream().map(Document::uid).toList();
  }

  List<String> capacities() {
    return sandbox.list(Kind.CLAIM).stream()
        .map(claim -> claim.text("status", "capacity", "storage"))
        .toList();
  }

  List<Document> volumes() {
    return sandbox.server().list(Kind.VOLUME, "", "").stream()
        .filter(each -> each.text("spec", "claimRef", "namespace").equals(sandbox.namespace()))
        .toList();
  }

  @Override
  public void close() {
    operator.close();
  }
}
