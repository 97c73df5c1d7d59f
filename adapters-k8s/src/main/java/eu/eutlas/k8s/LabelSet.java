package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.ClusterId;
import java.util.Map;

/** The labels of everything that EUTLAS makes: whose it is, and what it was made for. */
record LabelSet(String installation, ClusterId cluster, long generation) {
  static final String INSTALLATION = "eutlas.eu/installation";
  static final String CLUSTER = "eutlas.eu/cluster-id";
  static final String GENERATION = "eutlas.eu/generation";

  /** What finds all of an installation, and nothing of another. */
  static String selector(String installation) {
    return INSTALLATION + "=" + installation;
  }

  /** On what EUTLAS makes itself. */
  Map<String, String> own() {
    return Map.of(
        INSTALLATION,
        installation,
        CLUSTER,
        cluster.value(),
        GENERATION,
        Long.toString(generation),
        "app.kubernetes.io/managed-by",
        "eutlas");
  }

  /** On what the operator makes for us; who manages it is the operator's to say. */
  Map<String, String> passedOn() {
    return Map.of(
        INSTALLATION,
        installation,
        CLUSTER,
        cluster.value(),
        GENERATION,
        Long.toString(generation));
  }

  /** Those that never change: on pods, another label is a restart. */
  Map<String, String> lasting() {
    return Map.of(INSTALLATION, installation, CLUSTER, cluster.value());
  }
}
