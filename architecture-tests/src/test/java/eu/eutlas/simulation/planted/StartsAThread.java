package eu.eutlas.simulation.planted;

/** Planted: a simulation in which two threads race. */
public final class StartsAThread {
  public void race() {
    Thread.ofVirtual().start(() -> {});
  }
}
