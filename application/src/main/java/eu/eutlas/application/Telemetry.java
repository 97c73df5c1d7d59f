package eu.eutlas.application;

import java.time.Duration;

/**
 * Numbers about the work that nobody asked for by name. Calls are cheap, never throw and never
 * block.
 */
public interface Telemetry {

  /** A piece of background work was taken up after it had waited this long since it was due. */
  void started(String kind, Duration waited);

  /** It has ended, well or with an exception that the worker caught. */
  void ended(String kind, boolean well, Duration took);

  /** Keeps nothing. */
  Telemetry NONE =
      new Telemetry() {
        @Override
        public void started(String kind, Duration waited) {}

        @Override
        public void ended(String kind, boolean well, Duration took) {}
      };
}
