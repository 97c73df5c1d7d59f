package eu.eutlas.testkit.fault;

import eu.eutlas.application.PortFailure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts faults around a port: a call fails before it is made or after, as a plan says, and otherwise
 * does what the port does.
 */
public final class Faults {
  /** Calls that ask nothing of the outside. */
  private static final Set<String> INWARD = Set.of("region", "capabilities", "watch");

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "save",
          "remove",
          "removeUnverified",
          "removeEnded",
          "removeTombstones",
          "forgetOrigins",
          "drain",
          "add",
          "append",
          "take",
          "release",
          "provision",
          "stop",
          "deprovision",
          "ensureUsers",
          "send",
          "put",
          "endWrites",
          "delete");

  private Faults() {}

  /** The port with faults around it. */
  public static <P> P around(Class<P> port, P subject, FaultPlan plan) {
    InvocationHandler handler =
        (proxy, method, arguments) -> call(port, subject, plan, method, arguments);
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  private static @Nullable Object call(
      Class<?> port, Object subject, FaultPlan plan, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var answersItself =
        method.getDeclaringClass() == Object.class || INWARD.contains(method.getName());
    var fault = answersItself ? Fault.NONE : plan.decide(port.getSimpleName(), method.getName());
    var call = port.getSimpleName() + "." + method.getName();
    return switch (fault) {
      case NONE -> invoke(subject, method, arguments);
      case UNAVAILABLE -> throw unavailable(call);
      case ANSWER_LOST -> {
        invoke(subject, method, arguments);
        throw WRITES.contains(method.getName()) ? outcomeUnknown(call) : unavailable(call);
      }
    };
  }

  private static @Nullable Object invoke(
      Object subject, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(subject, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private static PortFailure unavailable(String call) {
    return new PortFailure.Unavailable("INJECTED_OUTAGE", call + " was made to fail.", null);
  }

  private static PortFailure outcomeUnknown(String call) {
    return new PortFailure.OutcomeUnknown(
        "INJECTED_LOSS", "The answer of " + call + " was made to be lost.", null);
  }
}
