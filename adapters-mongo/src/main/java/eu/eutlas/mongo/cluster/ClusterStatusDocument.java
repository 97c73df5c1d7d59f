package eu.eutlas.mongo.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.ClusterStatus;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.Proof;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.backup.ClusterBackupsDocument;
import eu.eutlas.mongo.operation.OperationDocument;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** What we make of a cluster, inside its document. */
final class ClusterStatusDocument {
  static final String BACKUPS = "backups";

  private ClusterStatusDocument() {}

  static BsonDocument toBson(ClusterStatus status) {
    return new DocumentWriter()
        .put("state", state(status.state()))
        .put("operation", status.operation().map(OperationDocument::inCluster))
        .put("endpoint", status.endpoint().map(ClusterStatusDocument::endpoint))
        .put("seen", status.seen().map(Values::value))
        .put("lookAgainAt", status.lookAgainAt().map(Values::value))
        .put(BACKUPS, ClusterBackupsDocument.toBson(status.backups()))
        .done();
  }

  static ClusterStatus fromBson(DocumentReader stored) {
    return new ClusterStatus(
        stored.document("state", ClusterStatusDocument::state),
        stored.findDocument("operation", OperationDocument::fromCluster),
        stored.findDocument("endpoint", ClusterStatusDocument::endpoint),
        stored.findText("seen"),
        stored.findTime("lookAgainAt"),
        // Absent in documents of before there were backups.
        stored.findDocument(BACKUPS, ClusterBackupsDocument::fromBson).orElse(ClusterBackups.NONE));
  }

  private static BsonDocument state(ClusterState state) {
    var document = new DocumentWriter().put("name", state.name());
    return switch (state) {
      case ClusterState.Creating() -> document.done();
      case ClusterState.Ready(var proof) -> document.put("proof", proof(proof)).done();
      case ClusterState.Updating(var before) ->
          document.put("before", before.map(ClusterStatusDocument::before)).done();
      case ClusterState.Degraded(var since, var reason) ->
          document.put("since", since).put("reason", reason).done();
      case ClusterState.Pausing() -> document.done();
      case ClusterState.Paused(var since, var drift) ->
          document.put("since", since).put("drift", drift.map(Values::value)).done();
      case ClusterState.Resuming() -> document.done();
      case ClusterState.Restoring() -> document.done();
      case ClusterState.Deleting() -> document.done();
      case ClusterState.Deleted(var at) -> document.put("at", at).done();
      case ClusterState.Failed(var since, var reason, var during) ->
          document.put("since", since).put("reason", reason).put("during", during).done();
    };
  }

  private static ClusterState state(DocumentReader state) {
    return switch (state.word("name", ClusterState.Name.class)) {
      case CREATING -> new ClusterState.Creating();
      case READY -> new ClusterState.Ready(state.document("proof", ClusterStatusDocument::proof));
      case UPDATING ->
          new ClusterState.Updating(state.findDocument("before", ClusterStatusDocument::before));
      case DEGRADED -> new ClusterState.Degraded(state.time("since"), state.text("reason"));
      case PAUSING -> new ClusterState.Pausing();
      case PAUSED -> new ClusterState.Paused(state.time("since"), state.findText("drift"));
      case RESUMING -> new ClusterState.Resuming();
      case RESTORING -> new ClusterState.Restoring();
      case DELETING -> new ClusterState.Deleting();
      case DELETED -> new ClusterState.Deleted(state.time("at"));
      case FAILED ->
          new ClusterState.Failed(
              state.time("since"), state.text("reason"), state.word("during", OperationType.class));
    };
  }

  private static BsonDocument before(ClusterState.Before before) {
    return new DocumentWriter()
        .put("spec", ClusterSpecDocument.toBson(before.spec()))
        .put("state", state(before.state()))
        .done();
  }

  private static ClusterState.Before before(DocumentReader before) {
    return new ClusterState.Before(
        before.document("spec", ClusterSpecDocument::fromBson),
        before.document("state", ClusterStatusDocument::serving));
  }

  private static ClusterState.Serving serving(DocumentReader stored) {
    if (state(stored) instanceof ClusterState.Serving serving) {
      return serving;
    }
    throw new InvalidValue("The state before an update is READY or DEGRADED.");
  }

  private static BsonDocument proof(Proof proof) {
    return new DocumentWriter()
        .put("generation", proof.generation())
        .put("usersVersion", proof.usersVersion())
        .put("endpoint", endpoint(proof.endpoint()))
        .put("usersSeen", proof.fingerprint().map(Values::value))
        .put("at", proof.at())
        .done();
  }

  private static Proof proof(DocumentReader proof) {
    return new Proof(
        proof.number("generation"),
        // Before there were database users, a proof was one of the customer's login alone.
        proof.findInteger("usersVersion").orElseGet(() -> proof.integer("loginVersion")),
        proof.document("endpoint", ClusterStatusDocument::endpoint),
        proof.findText("usersSeen"),
        proof.time("at"));
  }

  /** The first seed lies at the top, where it was when there was no other. */
  private static BsonDocument endpoint(Endpoint endpoint) {
    var others = endpoint.seeds().stream().skip(1).map(ClusterStatusDocument::seed).toList();
    return new DocumentWriter()
        .put("host", endpoint.host())
        .put("port", endpoint.port())
        .put("others", Optional.of(new BsonArray(others)).filter(list -> !list.isEmpty()))
        .put("replicaSet", endpoint.replicaSet().map(Values::value))
        .done();
  }

  private static BsonDocument seed(Endpoint.Seed seed) {
    return new DocumentWriter().put("host", seed.host()).put("port", seed.port()).done();
  }

  static Endpoint endpoint(DocumentReader endpoint) {
    var seeds =
        Stream.concat(
            Stream.of(seed(endpoint)),
            endpoint.findDocuments("others", ClusterStatusDocument::seed).stream());
    return new Endpoint(seeds.toList(), endpoint.findText("replicaSet"));
  }

  private static Endpoint.Seed seed(DocumentReader seed) {
    return new Endpoint.Seed(seed.text("host"), seed.integer("port"));
  }
}
