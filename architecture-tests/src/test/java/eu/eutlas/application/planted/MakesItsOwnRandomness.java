package eu.eutlas.application.planted;

import java.util.UUID;

/** Planted: an application class that makes ids of its own. */
public final class MakesItsOwnRandomness {
  public String id() {
    return UUID.randomUUID().toString();
  }
}
