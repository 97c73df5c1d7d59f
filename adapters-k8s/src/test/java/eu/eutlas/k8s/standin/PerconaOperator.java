package eu.eutlas.k8s.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Percona's operator as observed, without sharding and backups. It says of which generation of the
 * resource its status is, honours the finalizers that it knows, and writes a size back that it
 * cannot give.
 */
final class PerconaOperator implements Operator {
  private static final int INVALID = 422;
  private static final int FORBIDDEN = 403;
  private static final int SMALLEST = 3;

  private final ApiServer server;
  private final Reach reach;
  private final PerconaObjects objects;
  private final PerconaVolumes volumes;
  private final PerconaFinalizers finalizers;

  PerconaOperator(ApiServer server, Reach reach) {
    this.server = server;
    this.reach = reach;
    this.objects = new PerconaObjects(server);
    this.volumes = new PerconaVolumes(server, objects);
    this.finalizers = new PerconaFinalizers(server, objects);
  }

  @Override
  public Kind kind() {
    return Kind.PERCONA;
  }

  @Override
  public boolean look(Document resource, Set<Fault> faults) {
    if (resource.isDeleting()) {
      say(resource, "stopping", "");
      return !faults.contains(Fault.FINALIZERS_HANG) && finalizers.work(resource);
    }
    if (faults.contains(Fault.FAILED)) {
      fail(resource, "told to fail");
      return false;
    }
    var size = resource.list("spec", "replsets").getFirst().number("size");
    if ((size < SMALLEST || size % 2 == 0)
        && !resource.flag("spec", "unsafeFlags", "replsetSize")) {
      fail(resource, "check safe defaults: replset size must be odd and at least 3");
      return false;
    }
    var complaint = volumes.complaint(resource);
    if (complaint.isPresent()) {
      fail(resource, complaint.get());
      return false;
    }
    try {
      if (!volumes.fit(resource)) {
        return false;
      }
      objects.make(resource);
    } catch (RefusedException refused) {
      if (refused.code() != INVALID && refused.code() != FORBIDDEN) {
        throw refused;
      }
      fail(resource, "reconcile statefulset: " + refused.getMessage());
      return false;
    }
    return progress(resource, faults);
  }

  private boolean progress(Document resource, Set<Fault> faults) {
    var paused = resource.flag("spec", "pause");
    if (!objects.isRolledOut(resource)) {
      say(resource, paused ? "stopping" : "initializing", "");
      return false;
    }
    if (faults.contains(Fault.UNKNOWN_STATE)) {
      say(resource, "hibernating", "");
      return false;
    }
    say(resource, paused ? "paused" : "ready", "");
    return true;
  }

  private void say(Document resource, String state, String message) {
    var status = status(resource, state, message);
    // Of successful rounds only; one that waits is one.
    status.addProperty("observedGeneration", resource.number("metadata", "generation"));
    if (!resource.isDeleting()) {
      status.addProperty("mongoVersion", image(resource));
      status.addProperty("host", reach.place(resource.namespace()).orElse(inside(resource)));
    }
    write(resource, status);
  }

  private void fail(Document resource, String message) {
    write(resource, status(resource, "error", "Error: " + message));
  }

  private JsonObject status(Document resource, String state, String message) {
    var ready = objects.ready(resource);
    var replset = new JsonObject();
    replset.addProperty("initialized", ready > 0);
    replset.addProperty("ready", ready);
    replset.addProperty("size", resource.list("spec", "replsets").getFirst().number("size"));
    replset.addProperty("status", state);
    var replsets = new JsonObject();
    replsets.add("rs0", replset);
    var status = new JsonObject();
    status.addProperty("state", state);
    status.addProperty("message", message);
    status.addProperty("ready", ready);
    status.addProperty("size", replset.get("size").getAsLong());
    status.add("replsets", replsets);
    if (!resource.text("status", "state").equals(state)) {
      status.add("conditions", conditions(state, message));
    }
    return status;
  }

  private static JsonArray conditions(String state, String message) {
    var condition = new JsonObject();
    condition.addProperty("type", state);
    condition.addProperty("status", "True");
    condition.addProperty(
        "lastTransitionTime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    if (state.equals("error")) {
      condition.addProperty("reason", "ErrorReconcile");
      condition.addProperty("message", message);
    }
    var conditions = new JsonArray();
    conditions.add(condition);
    return conditions;
  }

  private void write(Document resource, JsonObject status) {
    server.mergeStatus(
        kind(), resource.namespace(), resource.name(), "{\"status\": %s}".formatted(status));
  }

  private static String inside(Document resource) {
    return "%s-rs0.%s.svc.cluster.local".formatted(resource.name(), resource.namespace());
  }

  /** There is no other version than that of the image. */
  private static String image(Document resource) {
    var image = resource.text("spec", "image");
    return image.substring(image.lastIndexOf(':') + 1);
  }
}
