package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may speak with a cluster's pods, and with whom they may: nobody, but for what each of these
 * policies lets through.
 */
final class NetworkManifests {
  private static final int DNS = 53;
  private static final List<Integer> API_SERVER = List.of(443, 6443);
  private static final Map<String, Object> ALL_PODS = Map.of();

  private final Blueprint blueprint;

  private NetworkManifests(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  static List<Manifest> of(Blueprint blueprint) {
    var manifests = new NetworkManifests(blueprint);
    return Stream.concat(
            Stream.of(
                manifests.nobody(),
                manifests.names(),
                manifests.members(),
                manifests.operator(),
                manifests.controlPlane(),
                manifests.access()),
            manifests.apiServer().stream())
        .toList();
  }

  private Manifest nobody() {
    return policy("eutlas-nobody", Map.of("policyTypes", List.of("Ingress", "Egress")));
  }

  private Manifest names() {
    var service = List.of(namespace(blueprint.region().surroundings().dnsNamespace()));
    return outgoing(
        "eutlas-names",
        Map.of("to", service, "ports", List.of(port("UDP", DNS), port("TCP", DNS))));
  }

  private Manifest members() {
    var pods = List.of(Map.of("podSelector", ALL_PODS));
    return policy(
        "eutlas-members",
        Map.of(
            "policyTypes", List.of("Ingress", "Egress"),
            "ingress", List.of(Map.of("from", pods, "ports", database())),
            "egress", List.of(Map.of("to", pods, "ports", database()))));
  }

  private Manifest operator() {
    return incoming(
        "eutlas-operator",
        List.of(namespace(blueprint.region().surroundings().operatorNamespace())));
  }

  private Manifest controlPlane() {
    var surroundings = blueprint.region().surroundings();
    return incoming(
        "eutlas-control-plane",
        Stream.concat(
                surroundings.controlPlaneNamespace().stream().map(NetworkManifests::namespace),
                surroundings.controlPlaneRanges().stream().map(NetworkManifests::range))
            .toList());
  }

  private Manifest access() {
    return incoming(
        "eutlas-access",
        blueprint.access().ranges().stream().map(NetworkManifests::range).toList());
  }

  /**
   * The community operator's pods tell how far they are through the API server, whose address no
   * selector knows. Percona's have nothing to say to it.
   */
  private Optional<Manifest> apiServer() {
    var ports = API_SERVER.stream().map(number -> port("TCP", number)).toList();
    return switch (blueprint.region().dialect()) {
      case MONGODB_COMMUNITY -> Optional.of(outgoing("eutlas-api-server", Map.of("ports", ports)));
      case PERCONA -> Optional.empty();
    };
  }

  /** No rule for nobody: a rule from nowhere in particular would be one for everybody. */
  private Manifest incoming(String name, List<Map<String, Object>> from) {
    var rules = from.isEmpty() ? List.of() : List.of(Map.of("from", from, "ports", database()));
    return policy(name, Map.of("policyTypes", List.of("Ingress"), "ingress", rules));
  }

  private Manifest outgoing(String name, Map<String, Object> rule) {
    return policy(name, Map.of("policyTypes", List.of("Egress"), "egress", List.of(rule)));
  }

  private Manifest policy(String name, Map<String, Object> rules) {
    var spec = new TreeMap<>(rules);
    spec.put("podSelector", ALL_PODS);
    return new Manifest(
        ResourceType.NETWORK_POLICY,
        Optional.of(blueprint.names().namespace()),
        name,
        blueprint.metadata(),
        Map.of("spec", spec));
  }

  private static List<Map<String, Object>> database() {
    return List.of(port("TCP", Names.PORT));
  }

  private static Map<String, Object> port(String protocol, int number) {
    return Map.of("protocol", protocol, "port", number);
  }

  private static Map<String, Object> namespace(String name) {
    return Map.of(
        "namespaceSelector", Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", name)));
  }

  private static Map<String, Object> range(Cidr range) {
    return Map.of("ipBlock", Map.of("cidr", range.value()));
  }
}
