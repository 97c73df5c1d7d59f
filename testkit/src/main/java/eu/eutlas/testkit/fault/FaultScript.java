package eu.eutlas.testkit.fault;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Faults told beforehand, by the name of the call; one script serves any number of ports. Nothing
 * goes wrong that it was not told.
 *
 * <pre>
 *   var faults = new FaultScript();
 *   var clusters = Faults.around(ClusterRepository.class, new MemoryClusterRepository(), faults);
 *   faults.next("save", Fault.ANSWER_LOST);
 * </pre>
 */
public final class FaultScript implements FaultPlan {
  private final Map<String, Queue<Fault>> next = new ConcurrentHashMap<>();
  private final Map<String, Fault> always = new ConcurrentHashMap<>();
  private volatile Fault everything = Fault.NONE;

  /** For the next call of this name; told again, for the one after. {@code NONE} lets one pass. */
  public void next(String call, Fault fault) {
    next.computeIfAbsent(call, name -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /** For each call of this name, until it is healed; what was told for the next ones goes first. */
  public void always(String call, Fault fault) {
    always.put(call, fault);
  }

  /** For each call of any name, until it is healed. */
  public void always(Fault fault) {
    everything = fault;
  }

  /** Ends all faults. */
  public void heal() {
    next.clear();
    always.clear();
    everything = Fault.NONE;
  }

  @Override
  public Fault decide(String port, String call) {
    var told = next.getOrDefault(call, new ConcurrentLinkedQueue<>()).poll();
    return told == null ? always.getOrDefault(call, everything) : told;
  }
}
