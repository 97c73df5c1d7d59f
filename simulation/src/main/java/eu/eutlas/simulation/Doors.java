package eu.eutlas.simulation;

import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.OutgoingLogin;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.simulation.Door.Complaint;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds what clusters are said to be against what anybody can try from outside, each time that
 * either may have changed. What is done was true when it was done. What becomes untrue later, say
 * by somebody's hand or by a node that stood still, is put right within half an hour in which the
 * region answers.
 */
final class Doors {
  private static final long GRACE = 1_800_000;

  private final World world;
  private final Map<String, Secret> passwords = new HashMap<>();
  private final Map<String, OperationId> operations = new HashMap<>();
  private final Set<String> proved = new HashSet<>();
  private final Map<String, Complaint> complaints = new TreeMap<>();
  private final Map<String, Long> since = new TreeMap<>();
  private final TreeMap<Long, Set<String>> ends = new TreeMap<>();
  private final Lives lives;
  private final Rotations rotations;
  private final Door door;

  Doors(World world, Lives lives) {
    this.world = world;
    this.lives = lives;
    this.rotations = new Rotations(world);
    this.door = new Door(world, world.servedDatabases(), this::password);
  }

  /** A cluster was written. */
  void committed(Cluster cluster) {
    var key = cluster.id().value();
    // What ended before the last one may still wait to be told.
    cluster.outbox().operations().stream()
        .filter(ended -> ended.id().equals(operations.get(key)))
        .forEach(ended -> mustBeProved(key, ended));
    cluster
        .running()
        .filter(running -> !running.id().equals(operations.put(key, running.id())))
        .ifPresent(begun -> proved.remove(key));
    rotations.committed(cluster);
    door.wanted(cluster);
    cluster
        .spec()
        .users()
        .outgoing()
        .flatMap(OutgoingLogin::until)
        .ifPresent(
            end -> ends.computeIfAbsent(end.toEpochMilli() + 1, any -> new TreeSet<>()).add(key));
    look(cluster);
  }

  /** The servers of a cluster, or their users, may be others now. */
  void touched(ClusterId id) {
    touched(id.value());
  }

  /** Somebody was answered that a user is to be so: it is what was written. */
  void answered(ClusterId id, DatabaseUsers.Ordered answer, Optional<Secret> given) {
    var written = lives.all().get(id.value());
    if (written == null || answer.replayed()) {
      return;
    }
    var same =
        written.spec().users().ordered().stream()
            .filter(user -> user.username().equals(answer.user().username()))
            .filter(user -> user.login().version() == answer.user().login().version())
            .findFirst();
    same.filter(user -> !user.roles().equals(answer.user().roles()))
        .ifPresent(user -> {
          throw Invariant.USERS_ARE_AS_ASKED_FOR.broken(id, "A user is to have other roles.");
        });
    var asked = given.or(answer::generated);
    same.filter(user -> asked.isPresent() && !asked.get().equals(password(written, user.login())))
        .ifPresent(user -> {
          throw Invariant.USERS_ARE_AS_ASKED_FOR.broken(id, "A user is to have another password.");
        });
  }

  /** Somebody was answered that two logins are to work for so long. */
  void answered(Cluster answer, Duration asked) {
    answer
        .spec()
        .users()
        .outgoing()
        .filter(former -> !former.overlap().equals(asked))
        .ifPresent(former -> {
          throw Invariant.ROTATIONS_OVERLAP_AND_END.broken(
              answer.id(), "Two logins are to work for another time than what was asked for.");
        });
  }

  /** Nothing is said that is not so. */
  boolean areAtRest() {
    return since.isEmpty();
  }

  Optional<String> someRestless() {
    return since.keySet().stream().findFirst();
  }

  /** Looks at what time has made of it. */
  void look() {
    var now = world.clockwork().millis();
    while (!ends.isEmpty() && ends.firstKey() <= now) {
      ends.pollFirstEntry().getValue().forEach(this::touched);
    }
    since.forEach((key, from) -> {
      var territory = world.territory(cluster(key));
      if (!territory.isAway() && now - Math.max(from, territory.answersSince()) > GRACE) {
        throw broken(key, "for half an hour.");
      }
    });
  }

  private void touched(String key) {
    var cluster = lives.all().get(key);
    if (cluster != null) {
      look(cluster);
    }
  }

  private void look(Cluster cluster) {
    var key = cluster.id().value();
    var complaint =
        switch (cluster.state()) {
          case ClusterState.Pausing ignored -> door.whereItIsPaused(cluster);
          case ClusterState.Paused ignored -> door.whereItIsPaused(cluster);
          case ClusterState.Creating ignored -> door.whereItServes(cluster);
          case ClusterState.Ready ignored -> door.whereItServes(cluster);
          case ClusterState.Updating ignored -> door.whereItServes(cluster);
          case ClusterState.Resuming ignored -> door.whereItServes(cluster);
          case ClusterState.Restoring ignored -> door.whereItServes(cluster);
          case ClusterState.Degraded ignored -> Optional.<Complaint>empty();
          case ClusterState.Failed ignored -> Optional.<Complaint>empty();
          case ClusterState.Deleting ignored -> Optional.<Complaint>empty();
          case ClusterState.Deleted ignored -> Optional.<Complaint>empty();
        };
    complaint.ifPresentOrElse(
        wrong -> complaints.put(key, wrong),
        () -> {
          complaints.remove(key);
          proved.add(key);
        });
    if (isSaid(cluster) && complaint.filter(wrong -> !wrong.isClosed()).isPresent()) {
      if (since.putIfAbsent(key, world.clockwork().millis()) == null) {
        world.rouse();
      }
    } else {
      since.remove(key);
    }
  }

  /** Whether people are told that all is as they asked for. */
  private static boolean isSaid(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Ready
        || (cluster.state() instanceof ClusterState.Paused(var at, var drift) && drift.isEmpty());
  }

  private void mustBeProved(String key, Operation ended) {
    var isDone = ended.state() == OperationState.SUCCEEDED;
    if (isDone && ended.type() != OperationType.DELETE && !proved.contains(key)) {
      throw broken(key, "and " + ended.type() + " is said to be done.");
    }
  }

  private Violation broken(String key, String when) {
    var complaint = complaints.get(key);
    return complaint == null
        ? Invariant.RESOURCES_HAVE_A_CLUSTER.broken(key, "Nothing was tried, " + when)
        : complaint.invariant().broken(key, complaint.words() + " So it is " + when);
  }

  private Cluster cluster(String key) {
    return Optional.ofNullable(lives.all().get(key)).orElseThrow();
  }

  private Secret password(Cluster cluster, DatabaseLogin login) {
    return passwords.computeIfAbsent(login.password().text(), any -> world.opened(cluster, login));
  }
}
