package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UsersTrial;
import java.util.List;
import java.util.Optional;

/** The servers of one cluster in the model of a {@link MemoryDataPlane}. */
record MemoryServers(Order order, Endpoint endpoint, Phase phase) {
  private static final int PORT = 27017;

  /** Where servers are on their way. */
  sealed interface Phase {}

  /** Coming; {@code looks} more observations show it. */
  record Coming(int looks) implements Phase {}

  record Up() implements Phase {}

  record Stopped() implements Phase {}

  record Broken(String detail) implements Phase {}

  /** Going; {@code looks} more observations show it. */
  record Going(int looks) implements Phase {}

  static MemoryServers ordered(Order order, RegionId region, int looks) {
    var endpoint = new Endpoint(order.id() + "." + region + ".example.org", PORT);
    return new MemoryServers(order, endpoint, looks > 0 ? new Coming(looks) : new Up());
  }

  ClusterId id() {
    return order.id();
  }

  Login admin() {
    return new Login(order.adminUsername(), order.adminPassword());
  }

  boolean isUp() {
    return phase instanceof Up;
  }

  boolean isStopped() {
    return phase instanceof Stopped;
  }

  /** Stopped as of a generation, unless they are so already, on their way out or newer. */
  MemoryServers stopped(long generation) {
    var isSo = isStopped() && generation == order.generation();
    if (isSo || isGoing() || generation < order.generation()) {
      return this;
    }
    var as =
        new Order(
            order.id(),
            generation,
            order.resources(),
            order.mongoVersion(),
            order.adminUsername(),
            order.adminPassword(),
            order.admitted());
    return new MemoryServers(as, endpoint, new Stopped());
  }

  /** Reached from these ranges, whatever else becomes of them. */
  MemoryServers admitting(List<Cidr> ranges) {
    var as =
        new Order(
            order.id(),
            order.generation(),
            order.resources(),
            order.mongoVersion(),
            order.adminUsername(),
            order.adminPassword(),
            ranges);
    return new MemoryServers(as, endpoint, phase);
  }

  boolean isGoing() {
    return phase instanceof Going;
  }

  /** Whether they are to become what is ordered: they are older, or stopped. */
  boolean yieldTo(Order other) {
    return !isGoing()
        && (order.generation() < other.generation()
            || (isStopped() && order.generation() == other.generation()));
  }

  /** Stopped ones run again, as if somebody had started them by hand. */
  MemoryServers started() {
    return isStopped() ? in(new Up()) : this;
  }

  /** Broken, unless they are on their way out already. */
  MemoryServers broken(String detail) {
    return isGoing() ? this : in(new Broken(detail));
  }

  MemoryServers mended() {
    return phase instanceof Broken ? in(new Up()) : this;
  }

  /** On their way out; absent when that takes no time. */
  Optional<MemoryServers> leaving(int looks) {
    if (isGoing()) {
      return Optional.of(this);
    }
    return looks > 0 ? Optional.of(in(new Going(looks))) : Optional.empty();
  }

  /** What they are after they were looked at once more. */
  Optional<MemoryServers> afterALook() {
    return switch (phase) {
      case Coming(var looks) -> Optional.of(in(looks > 1 ? new Coming(looks - 1) : new Up()));
      case Going(var looks) -> looks > 1 ? Optional.of(in(new Going(looks - 1))) : Optional.empty();
      case Up() -> Optional.of(this);
      case Stopped() -> Optional.of(this);
      case Broken(var detail) -> Optional.of(this);
    };
  }

  /** What they are when what is under way with them has come to its end. */
  Optional<MemoryServers> arrived() {
    return switch (phase) {
      case Coming(var looks) -> Optional.of(in(new Up()));
      case Going(var looks) -> Optional.empty();
      case Up() -> Optional.of(this);
      case Stopped() -> Optional.of(this);
      case Broken(var detail) -> Optional.of(this);
    };
  }

  ClusterObservation show() {
    return switch (phase) {
      case Coming(var looks) ->
          new ClusterObservation.Starting(order.generation(), "Its servers are starting.");
      case Going(var looks) -> new ClusterObservation.Leaving("Its servers are being removed.");
      case Up() ->
          new ClusterObservation.Running(order.generation(), endpoint, new UsersTrial.NotTried())
              .admitting(order.admitted());
      case Stopped() -> new ClusterObservation.Stopped(order.generation());
      case Broken(var detail) -> new ClusterObservation.Failing(order.generation(), detail);
    };
  }

  private MemoryServers in(Phase next) {
    return new MemoryServers(order, endpoint, next);
  }
}
