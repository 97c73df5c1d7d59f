package eu.eutlas.local;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;

/**
 * What must be known of a cluster to start it again. No password: the server keeps what it needs to
 * check one.
 *
 * @param generation the one that ran last; 0 when none ever did
 * @param port where it listens; 0 when it never did
 * @param stopped whether it is not to run until another generation is ordered
 */
record Descriptor(
    String installationId,
    ClusterId cluster,
    long generation,
    int port,
    MongoVersion mongoVersion,
    Resources resources,
    String adminUsername,
    boolean stopped) {

  /** Of a cluster that was ordered and never ran. */
  static Descriptor ordered(String installationId, Order order) {
    return new Descriptor(
        installationId,
        order.id(),
        0,
        0,
        order.mongoVersion(),
        order.resources(),
        order.adminUsername(),
        false);
  }

  Descriptor running(Order order) {
    return new Descriptor(
        installationId,
        cluster,
        order.generation(),
        port,
        order.mongoVersion(),
        order.resources(),
        order.adminUsername(),
        false);
  }

  /** Of one that is not to run, as of a generation. */
  Descriptor stoppedAt(long newGeneration) {
    return new Descriptor(
        installationId, cluster, newGeneration, port, mongoVersion, resources, adminUsername, true);
  }

  Descriptor onPort(int newPort) {
    return new Descriptor(
        installationId,
        cluster,
        generation,
        newPort,
        mongoVersion,
        resources,
        adminUsername,
        stopped);
  }

  boolean everRan() {
    return generation > 0;
  }
}
