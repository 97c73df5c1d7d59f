package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Failing;
import eu.eutlas.domain.cluster.ClusterObservation.Leaving;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.ClusterObservation.Starting;
import eu.eutlas.domain.cluster.ClusterObservation.Stopped;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.UsersTrial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at one cluster, with three calls at most. */
final class Eyes {
  /** After so long without a word, the operator is not there. */
  private static final Duration FIRST_WORD = Duration.ofMinutes(1);

  /** More would say the same. */
  private static final Map<String, String> FEW = Map.of("limit", "100");

  private final KubernetesRegion region;
  private final InstantSource clock;

  Eyes(KubernetesRegion region, InstantSource clock) {
    this.region = region;
    this.clock = clock;
  }

  ClusterObservation look(Api api, ClusterId id) {
    var names = new Names(id);
    var found =
        api.get(region.dialect().resource(), Optional.of(names.namespace()), names.resource());
    if (found.isEmpty()) {
      return withoutResource(api, names);
    }
    var resource = found.get();
    if (!resource.isOf(region.installation(), id)) {
      return new Absent();
    }
    return resource.isLeaving()
        ? new Leaving(leaving(resource))
        : show(id, resource, explained(api, names, resource), () -> policy(api, names));
  }

  private static Optional<Live> policy(Api api, Names names) {
    return api.get(
        ResourceType.NETWORK_POLICY, Optional.of(names.namespace()), NetworkManifests.ACCESS);
  }

  /** What a resource shows by itself and with that policy, without asking for more. */
  ClusterObservation glance(ClusterId id, Live resource, Optional<Live> policy) {
    return resource.isLeaving()
        ? new Leaving(leaving(resource))
        : show(id, resource, Progress.of(region.dialect(), resource), () -> policy);
  }

  /** Where there is no policy for the access list, the one for nobody holds. */
  private ClusterObservation show(
      ClusterId id, Live resource, Progress progress, Supplier<Optional<Live>> policy) {
    var generation = resource.generation();
    return switch (progress) {
      case Progress.Finished() ->
          new Running(generation, endpoint(id, resource), new UsersTrial.NotTried())
              .admitting(policy.get().map(NetworkManifests::admitted).orElseGet(List::of));
      case Progress.Paused() -> new Stopped(generation);
      case Progress.Underway(var detail) -> new Starting(generation, detail);
      case Progress.Failing(var detail) -> new Failing(generation, detail);
      // As if nothing had been asked for yet: so it is asked for again.
      case Progress.Unfinished(var detail) -> new Failing(0, detail);
    };
  }

  private Endpoint endpoint(ClusterId id, Live resource) {
    var members =
        switch (region.dialect()) {
          case MONGODB_COMMUNITY -> resource.number("spec", "members");
          case PERCONA ->
              resource.items("spec", "replsets").stream()
                  .findFirst()
                  .flatMap(set -> set.number("size"));
        };
    return new Names(id)
        .endpoint(
            region.dialect(),
            region.surroundings().domain(),
            members.map(Math::toIntExact).orElse(1));
  }

  /** With its stateful sets, and with the reason why it does not come up. */
  private Progress explained(Api api, Names names, Live resource) {
    var said = Progress.of(region.dialect(), resource);
    return switch (said) {
      case Progress.Finished ignored -> checked(api, names, resource, said);
      case Progress.Failing ignored when region.dialect() == Dialect.MONGODB_COMMUNITY ->
          checked(api, names, resource, said);
      case Progress.Failing(var detail) ->
          diagnose(api, names)
              .<Progress>map(reason -> new Progress.Failing(detail + " " + reason))
              .orElse(said);
      case Progress.Underway(var detail) when isUnseen(resource) ->
          new Progress.Underway(absent(resource, detail));
      case Progress.Underway(var detail) ->
          diagnose(api, names).<Progress>map(Progress.Underway::new).orElse(said);
      case Progress.Paused ignored -> said;
      case Progress.Unfinished ignored -> said;
    };
  }

  /** Only the community operator's word needs the stateful sets' beside it. */
  private Progress checked(Api api, Names names, Live resource, Progress said) {
    if (region.dialect() == Dialect.PERCONA) {
      return said;
    }
    var sets = api.list(ResourceType.STATEFUL_SET, Optional.of(names.namespace()), FEW).items();
    var known = CommunityProgress.with(sets, resource, said);
    return known instanceof Progress.Failing(var detail)
        ? Diagnosis.of(new Symptoms(pods(api, names), List.of(), List.of()))
            .<Progress>map(reason -> new Progress.Failing(detail + " " + reason))
            .orElse(known)
        : known;
  }

  private static boolean isUnseen(Live resource) {
    return !resource.has("status");
  }

  private String absent(Live resource, String detail) {
    var since = resource.time("metadata", "creationTimestamp");
    return since.isPresent() && clock.instant().isAfter(since.get().plus(FIRST_WORD))
        ? detail + " See whether it runs, and whether it watches all namespaces."
        : detail;
  }

  /** The pods, and then the one thing more that explains them best. */
  private Optional<String> diagnose(Api api, Names names) {
    var pods = pods(api, names);
    var waits =
        pods.stream()
            .anyMatch(pod ->
                pod.text("status", "phase").equals(Optional.of("Pending"))
                    && pod.items("status", "containerStatuses").isEmpty());
    var place = Optional.of(names.namespace());
    var symptoms =
        waits
            ? new Symptoms(pods, api.list(ResourceType.CLAIM, place, FEW).items(), List.of())
            : new Symptoms(pods, List.of(), api.list(ResourceType.EVENT, place, FEW).items());
    return Diagnosis.of(symptoms);
  }

  private static List<Live> pods(Api api, Names names) {
    return api.list(ResourceType.POD, Optional.of(names.namespace()), FEW).items();
  }

  private ClusterObservation withoutResource(Api api, Names names) {
    var namespace = api.get(ResourceType.NAMESPACE, Optional.empty(), names.namespace());
    return namespace.isPresent()
        ? withoutResource(names.id(), namespace.get())
        : withoutNamespace(api, names);
  }

  /** What a namespace shows in which there is no resource. */
  ClusterObservation withoutResource(ClusterId id, Live namespace) {
    if (!namespace.isOf(region.installation(), id)) {
      return new Absent();
    }
    return namespace.isLeaving() || Leave.isMarked(namespace)
        ? new Leaving("Its namespace " + namespace.name() + " is being removed.")
        : new Starting(0, "Its namespace is there, and its database is not asked for yet.");
  }

  /** Volumes outlive their claims where their class keeps them, and so does what stands in them. */
  private ClusterObservation withoutNamespace(Api api, Names names) {
    var left =
        api
            .list(ResourceType.VOLUME, Optional.empty(), Map.of("resourceVersion", "0"))
            .items()
            .stream()
            .filter(volume ->
                volume.text("spec", "claimRef", "namespace").equals(Optional.of(names.namespace())))
            .toList();
    return left.isEmpty() ? new Absent() : new Leaving(kept(left));
  }

  private static String kept(List<Live> volumes) {
    var names = volumes.stream().map(Live::name).sorted().collect(Collectors.joining(", "));
    var retained =
        volumes.stream()
            .anyMatch(volume ->
                volume.text("spec", "persistentVolumeReclaimPolicy").equals(Optional.of("Retain")));
    return "Volumes with its data are left: "
        + names
        + "."
        + (retained ? " Their storage class keeps them; an administrator has to delete them." : "");
  }

  private static String leaving(Live resource) {
    return resource.has("metadata", "finalizers")
        ? "The operator is removing its servers, volumes and secrets. See whether it runs if this lasts."
        : "Its servers are being removed.";
  }
}
