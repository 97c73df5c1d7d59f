package eu.eutlas.memory.usecase;

import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Counts the calls that a node makes outside, and lets one thing befall one of them. */
final class Incident implements FaultPlan {
  private final Predicate<List<String>> at;
  private final Befalls befalls;
  private final List<String> calls = new ArrayList<>();
  private boolean underway;
  private boolean crashed;

  private Incident(Predicate<List<String>> at, Befalls befalls) {
    this.at = at;
    this.befalls = befalls;
  }

  /** What happens just before a call. */
  @FunctionalInterface
  interface Befalls {
    Fault now();
  }

  /** The process is gone. No worker catches it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Nothing happens; the calls are counted. */
  static Incident none() {
    return new Incident(calls -> false, () -> Fault.NONE);
  }

  /** The call with this number, from 1 on, comes to this fault. */
  static Incident fault(int number, Fault fault) {
    return new Incident(calls -> calls.size() == number, () -> fault);
  }

  /** The first call of this name comes to this fault. */
  static Incident fault(String call, Fault fault) {
    return new Incident(
        calls -> calls.getLast().equals(call) && Collections.frequency(calls, call) == 1,
        () -> fault);
  }

  /** The process ends just before the call with this number: no call comes through any more. */
  static Incident crash(int number) {
    return new Incident(
        calls -> calls.size() == number,
        () -> {
          throw new Crash();
        });
  }

  /** Somebody else does something just before the call with this number. */
  static Incident meanwhile(int number, Runnable other) {
    return new Incident(
        calls -> calls.size() == number,
        () -> {
          other.run();
          return Fault.NONE;
        });
  }

  /** Somebody else does something just before a call of this name, the first or a later one. */
  static Incident meanwhile(String call, int occurrence, Runnable other) {
    return new Incident(
        calls -> calls.getLast().equals(call) && Collections.frequency(calls, call) == occurrence,
        () -> {
          other.run();
          return Fault.NONE;
        });
  }

  /** The process ends just before the first call of this name. */
  static Incident crash(String call) {
    return new Incident(
        calls -> calls.getLast().equals(call),
        () -> {
          throw new Crash();
        });
  }

  /** The calls so far, as {@code ClusterRepository.save}. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Fault decide(String port, String call) {
    if (crashed) {
      throw new Crash();
    }
    if (underway) {
      return Fault.NONE;
    }
    calls.add(port + "." + call);
    return at.test(calls) ? befall(port) : Fault.NONE;
  }

  private Fault befall(String port) {
    underway = true;
    try {
      var fault = befalls.now();
      // A hint never throws; it is lost in other tests.
      return port.equals("Jobs") ? Fault.NONE : fault;
    } catch (Crash crash) {
      crashed = true;
      throw crash;
    } finally {
      underway = false;
    }
  }
}
