package eu.eutlas.simulation;

import java.lang.reflect.Method;
import java.util.Set;

/**
 * What is to be known of a port's method: what may befall it without anybody breaking a contract.
 *
 * @param name as {@code ClusterRepository.save}
 * @param isOutside whether it leaves the process at all
 * @param isHint whether it never throws and may do nothing
 * @param isWrite whether a lost answer leaves open what happened
 * @param isRepeatable whether it may arrive twice
 * @param isLate whether the second arrival may come much later
 * @param mayBeStale whether its answer may be an old one: lists that only say where to look
 */
record Call(
    String name,
    boolean isOutside,
    boolean isHint,
    boolean isWrite,
    boolean isRepeatable,
    boolean isLate,
    boolean mayBeStale) {
  private static final Set<String> INSIDE = Set.of("Sealer", "Passwords", "Tokens");
  private static final Set<String> INWARD = Set.of("region", "capabilities", "watch");
  private static final Set<String> READS =
      Set.of(
          "all",
          "isEmpty",
          "rolesOf",
          "list",
          "due",
          "overdue",
          "seen",
          "promised",
          "deleting",
          "completed",
          "toTake",
          "toTend",
          "backupsDue",
          "stat",
          "get",
          "estimate",
          "dump",
          "newest",
          "oldest",
          "after",
          "storeTime",
          "observe",
          "observeAll",
          "tryLogin",
          "authenticate",
          "users");
  private static final Set<String> REPEATABLE =
      Set.of(
          "drain",
          "add",
          "append",
          "release",
          "provision",
          "stop",
          "admit",
          "deprovision",
          "ensureUsers",
          "delete",
          "send");
  private static final Set<String> LATE = Set.of("provision", "stop", "admit", "deprovision");
  private static final Set<String> STALE =
      Set.of(
          "due",
          "overdue",
          "toTend",
          "backupsDue",
          "withOutbox",
          "withReservations",
          "deleting",
          "observeAll");

  static Call of(Class<?> port, Method method) {
    var call = method.getName();
    var hint = port.getSimpleName().equals("Jobs");
    var read = READS.contains(call) || call.startsWith("find") || call.startsWith("with");
    return new Call(
        port.getSimpleName() + "." + call,
        !INSIDE.contains(port.getSimpleName())
            && !INWARD.contains(call)
            && method.getDeclaringClass() != Object.class,
        hint,
        !read,
        REPEATABLE.contains(call),
        LATE.contains(call),
        STALE.contains(call));
  }
}
