package eu.eutlas.local;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of all clusters, running or not. New ones lie below those that operating systems hand
 * out to outgoing connections: otherwise some client's connection could sit on a cluster's port
 * when it wants it back after a restart. Safe for threads.
 */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_000;

  private final Set<Integer> given = new HashSet<>();

  /** A port that no other cluster has; whether it is free on the machine shows when it is tried. */
  synchronized int give() {
    int port;
    do {
      port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
    } while (!given.add(port));
    return port;
  }

  synchronized void keep(int port) {
    given.add(port);
  }

  synchronized void giveBack(int port) {
    given.remove(port);
  }
}
