package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where the clusters of one region run. Every call ends within ten seconds. Any call may throw
 * {@link PortFailure.Unavailable}, a changing one also {@link PortFailure.OutcomeUnknown} and
 * {@link PortFailure.Rejected}.
 */
public interface DataPlane {

  RegionId region();

  /** What this data plane can do beyond creating and deleting. */
  Set<Capability> capabilities();

  /** What exists of a cluster. The login was not tried. */
  ClusterObservation observe(ClusterId id);

  /** What exists of all clusters, by id from after the one given; what is absent is not listed. */
  List<Sighting> observeAll(Optional<ClusterId> after, int limit);

  /**
   * Sees to it that the servers of the generation exist and run. Returns before they do.
   * Repeatable; an older generation than the one that exists changes nothing.
   */
  void provision(Order order);

  /**
   * Sees to it that the servers do not run, as of this generation, and that their data and place
   * are kept. Returns before they have stopped. Repeatable; where nothing is, it does nothing, and
   * an older generation than the one that exists changes nothing. Only where {@link
   * Capability#PAUSE} is.
   */
  void stop(ClusterId id, long generation);

  /**
   * Sees to it that the cluster is reached from these ranges, and from nowhere else outside; EUTLAS
   * itself reaches it always. Repeatable; where nothing is, it does nothing. Only where {@link
   * Capability#ACCESS_LIST} is.
   *
   * @param ranges as {@link AccessList#ranges} gives them; none lets nobody in
   */
  void admit(ClusterId id, List<Cidr> ranges);

  /** Sees to it that nothing of the cluster exists. Returns before it is gone. Repeatable. */
  void deprovision(ClusterId id);

  /**
   * Tells the listener the ids of clusters that may look different now, in no order, perhaps too
   * often and perhaps not at all. Never blocks on it. Ends when closed.
   */
  Watch watch(Consumer<ClusterId> listener);

  /** Abilities that not every data plane has. */
  enum Capability {
    PAUSE,
    /** Where clusters are reached from outside only as their access lists say. */
    ACCESS_LIST,
    THROW_AWAY_CLUSTERS
  }

  /** A cluster that exists, with the digest of its observation. */
  record Sighting(ClusterId id, String digest) {}

  /**
   * What is to run. The admin user is the only one that the data plane makes.
   *
   * @param admitted from where it is to be reached, where {@link Capability#ACCESS_LIST} is
   */
  record Order(
      ClusterId id,
      long generation,
      Resources resources,
      MongoVersion mongoVersion,
      String adminUsername,
      Secret adminPassword,
      List<Cidr> admitted) {
    public Order {
      admitted = List.copyOf(admitted);
    }

    /** To be reached by nobody but EUTLAS. */
    public Order(
        ClusterId id,
        long generation,
        Resources resources,
        MongoVersion mongoVersion,
        String adminUsername,
        Secret adminPassword) {
      this(id, generation, resources, mongoVersion, adminUsername, adminPassword, List.of());
    }
  }

  /** A watch that goes on until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
