package eu.eutlas.k8s;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
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
  /** The one of them that lets in whom the access list names. */
  static final String ACCESS = "eutlas-access";

  private static final int DNS = 53;
  private static final List<Integer> API_SERVER = List.of(443, 6443);
  private static final Map<String, Object> ALL_PODS = Map.of();
  private static final List<Cidr> WHO_KNOWS = List.of(new Cidr("0.0.0.0/0"), new Cidr("::/0"));

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
                access(blueprint.names(), blueprint.labels(), blueprint.order().admitted())),
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
    return policy(
        "eutlas-operator",
        incoming(List.of(namespace(blueprint.region().surroundings().operatorNamespace()))));
  }

  private Manifest controlPlane() {
    var surroundings = blueprint.region().surroundings();
    return policy(
        "eutlas-control-plane",
        incoming(
            Stream.concat(
                    surroundings.controlPlaneNamespace().stream().map(NetworkManifests::namespace),
                    surroundings.controlPlaneRanges().stream().map(NetworkManifests::range))
                .toList()));
  }

  /** Lets in these ranges, and nobody where there are none. */
  static Manifest access(Names names, LabelSet labels, List<Cidr> ranges) {
    var from = ranges.stream().map(NetworkManifests::range).toList();
    return policy(names, labels, ACCESS, incoming(from));
  }

  /**
   * From where such a policy lets somebody in, in the order of an access list. One that says
   * something that we never say may let in anybody.
   */
  static List<Cidr> admitted(Live policy) {
    var ranges = new ArrayList<Cidr>();
    for (var rule : policy.items("spec", "ingress")) {
      var from = rule.items("from");
      for (var source : from) {
        var range = source.text("ipBlock", "cidr").flatMap(NetworkManifests::read);
        if (range.isEmpty()
            || source.has("podSelector")
            || source.has("namespaceSelector")
            || !isEverywhere(policy)) {
          return WHO_KNOWS;
        }
        ranges.add(range.get());
      }
      if (from.isEmpty()) {
        return WHO_KNOWS;
      }
    }
    return ranges.stream().distinct().sorted(Comparator.comparing(Cidr::value)).toList();
  }

  /** Whether it is about all pods; about fewer, it keeps others from being reached. */
  private static boolean isEverywhere(Live policy) {
    return !policy.has("spec", "podSelector", "matchLabels")
        && !policy.has("spec", "podSelector", "matchExpressions");
  }

  private static Optional<Cidr> read(String text) {
    try {
      return Optional.of(Cidr.parse(text));
    } catch (InvalidValue notARange) {
      return Optional.empty();
    }
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
  private static Map<String, Object> incoming(List<Map<String, Object>> from) {
    var rules = from.isEmpty() ? List.of() : List.of(Map.of("from", from, "ports", database()));
    return Map.of("policyTypes", List.of("Ingress"), "ingress", rules);
  }

  private Manifest outgoing(String name, Map<String, Object> rule) {
    return policy(name, Map.of("policyTypes", List.of("Egress"), "egress", List.of(rule)));
  }

  private Manifest policy(String name, Map<String, Object> rules) {
    return policy(blueprint.names(), blueprint.labels(), name, rules);
  }

  private static Manifest policy(
      Names names, LabelSet labels, String name, Map<String, Object> rules) {
    var spec = new TreeMap<>(rules);
    spec.put("podSelector", ALL_PODS);
    return new Manifest(
        ResourceType.NETWORK_POLICY,
        Optional.of(names.namespace()),
        name,
        Map.of("labels", labels.own()),
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
