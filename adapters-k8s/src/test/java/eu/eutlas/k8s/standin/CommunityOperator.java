package eu.eutlas.k8s.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/**
 * MongoDB's community operator as observed. It owns all that it makes except the claims, has no
 * finalizer, and remembers what it has finished in annotations of the resource.
 */
final class CommunityOperator implements Operator {
  private static final int INVALID = 422;
  private static final int FORBIDDEN = 403;
  private static final String ANNOTATION = "mongodb.com/v1.";

  private final ApiServer server;
  private final CommunityObjects objects;

  CommunityOperator(ApiServer server, Reach reach) {
    this.server = server;
    this.objects = new CommunityObjects(server, reach);
  }

  @Override
  public Kind kind() {
    return Kind.COMMUNITY;
  }

  @Override
  public boolean look(Document resource, Set<Fault> faults) {
    if (resource.isDeleting()) {
      return true;
    }
    if (faults.contains(Fault.FAILED)) {
      say(resource, "Failed", "Error deploying MongoDB ReplicaSet: told to fail");
      return false;
    }
    if (!objects.knowPasswords(resource)) {
      say(resource, "Failed", "Error ensuring scram credentials: password secret not found");
      return false;
    }
    try {
      objects.make(resource);
    } catch (RefusedException refused) {
      if (refused.code() != INVALID && refused.code() != FORBIDDEN) {
        throw refused;
      }
      say(resource, "Failed", "Error deploying MongoDB ReplicaSet: " + refused.getMessage());
      return false;
    }
    if (!objects.isRolledOut(resource)) {
      say(resource, "Pending", "ReplicaSet is not yet ready, retrying in 10 seconds");
      return false;
    }
    if (faults.contains(Fault.UNKNOWN_STATE)) {
      say(resource, "Hibernating", "");
      return false;
    }
    finish(resource);
    return true;
  }

  /** In this order, so that for a moment Running is there and the rest of before. */
  private void finish(Document resource) {
    say(resource, "Running", "");
    objects.handOutConnectionStrings(resource);
    var annotations = new JsonObject();
    annotations.addProperty(
        ANNOTATION + "lastSuccessfulConfiguration", remembered(resource.at("spec")).toString());
    annotations.addProperty(
        ANNOTATION + "lastAppliedMongoDBVersion", resource.text("spec", "version"));
    server.merge(
        kind(),
        resource.namespace(),
        resource.name(),
        "{\"metadata\": {\"annotations\": %s}}".formatted(annotations));
  }

  /**
   * The spec as the operator's own types write it: with empty values for what was not given, and
   * with the free parts ({@code statefulSet.spec}, {@code additionalMongodConfig}) always empty,
   * because it marshals a copy. Of what concerns the StatefulSet only {@code statefulSet.metadata},
   * labels and annotations, is really there.
   */
  static JsonObject remembered(Document spec) {
    var written = spec.json().deepCopy();
    for (var free : Set.of("additionalMongodConfig", "additionalConnectionStringConfig")) {
      written.add(free, new JsonObject());
    }
    var statefulSet = new JsonObject();
    statefulSet.add("spec", new JsonObject());
    statefulSet.add("metadata", spec.at("statefulSet", "metadata").json());
    written.add("statefulSet", statefulSet);
    var agent =
        Document.parse("{\"logLevel\": \"\", \"logFile\": \"\", \"maxLogFileDurationHours\": 0}");
    written.add("agent", Merging.over(agent, spec.at("agent")).json());
    if (!written.has("arbiters")) {
      written.add("arbiters", new JsonPrimitive(0));
    }
    return written;
  }

  private void say(Document resource, String phase, String message) {
    var status = new JsonObject();
    status.addProperty("phase", phase);
    status.addProperty("message", message);
    status.addProperty("mongoUri", objects.address(resource));
    if (!phase.equals("Failed")) {
      // Already the new one while the pods still are the old ones.
      status.addProperty("version", resource.text("spec", "version"));
    }
    var members = objects.members(resource);
    status.addProperty("currentMongoDBMembers", members);
    status.addProperty("currentStatefulSetReplicas", members);
    server.mergeStatus(
        kind(), resource.namespace(), resource.name(), "{\"status\": %s}".formatted(status));
  }
}
