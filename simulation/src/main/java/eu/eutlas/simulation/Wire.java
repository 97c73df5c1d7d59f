package eu.eutlas.simulation;

import eu.eutlas.application.PortFailure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What lies between a node and one of its ports. Every call passes here: it may fail, take its
 * time, lose its answer, arrive twice, or be the last one of its process. The ledger sees what was
 * really done.
 */
final class Wire implements InvocationHandler {
  private static final long LONGEST_DELAY = 10_000;
  private static final long LATEST = 180_000;
  private static final Object[] NOTHING = {};

  private final World world;
  private final Life life;
  private final Class<?> port;
  private final Object subject;
  private final BooleanSupplier away;
  private final Map<Method, Call> calls = new HashMap<>();
  private final Map<String, Object> shownBefore = new HashMap<>();

  private Wire(World world, Life life, Class<?> port, Object subject, BooleanSupplier away) {
    this.world = world;
    this.life = life;
    this.port = port;
    this.subject = subject;
    this.away = away;
  }

  /**
   * The port as a process reaches it.
   *
   * @param away whether what is behind it does not answer just now
   */
  static <P> P to(Class<P> port, P subject, World world, Life life, BooleanSupplier away) {
    var wire = new Wire(world, life, port, subject, away);
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, wire));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var call = calls.computeIfAbsent(method, this::opened);
    var given = arguments == null ? NOTHING : arguments;
    if (!call.isOutside()) {
      return life.heard(invokeSubject(method, given));
    }
    life.mustLive();
    if (call.isHint()) {
      return hint(call, method, given);
    }
    before(call);
    var stale = stale(call, given);
    if (stale.isPresent()) {
      trace(call, given, stale.get());
      return stale.get();
    }
    var answer = done(call, method, given);
    after(call, given);
    return answer;
  }

  private Call opened(Method method) {
    // Asked once here, Java does not ask each time who calls.
    method.setAccessible(true);
    return Call.of(port, method);
  }

  /** A hint never throws, and may get lost or arrive twice. */
  private @Nullable Object hint(Call call, Method method, Object[] given) throws Throwable {
    var lost = world.weather().strikes(Mishap.LOST_HINT);
    trace(call, given, lost ? "lost" : "done");
    return lost ? null : invokeSubject(method, given);
  }

  private void before(Call call) {
    var weather = world.weather();
    if (weather.strikes(Mishap.CRASH)) {
      throw life.crash();
    }
    if (weather.strikes(Mishap.STALL)) {
      life.stall();
    } else if (weather.strikes(Mishap.DELAY)) {
      life.await((long) weather.chance(Mishap.DELAY).scaled(1, (double) LONGEST_DELAY));
    }
    if (weather.strikes(Mishap.FAILS) || away.getAsBoolean()) {
      world.trace(life.name(), call.name(), "", "unavailable");
      throw life.failed(
          new PortFailure.Unavailable("SIMULATED_OUTAGE", call.name() + " did not work.", null));
    }
  }

  private Optional<Object> stale(Call call, Object[] given) {
    var weather = world.weather();
    return call.mayBeStale() && weather.strikes(Mishap.STALE_READ)
        ? Optional.ofNullable(shownBefore.get(question(call, given)))
        : Optional.empty();
  }

  /** Lists by page are questions of their own; the time in a question makes no other of it. */
  private static String question(Call call, Object[] given) {
    return given.length > 0 && given[0] instanceof Optional<?> page
        ? call.name() + page
        : call.name();
  }

  private @Nullable Object done(Call call, Method method, Object[] given) throws Throwable {
    Object answer;
    try {
      answer = invokeSubject(method, given);
    } catch (PortFailure failure) {
      trace(call, given, failure.error().code());
      throw life.failed(failure);
    }
    trace(call, given, answer);
    try {
      world.saw(call, given, answer);
    } catch (Violation violation) {
      throw life.failed(violation);
    }
    if (call.mayBeStale() && answer != null) {
      shownBefore.put(question(call, given), answer);
    }
    if (call.isRepeatable() && world.weather().strikes(Mishap.DUPLICATE)) {
      again(call, method, given);
    }
    return answer;
  }

  private void again(Call call, Method method, Object[] given) {
    var wait = call.isLate() ? world.weather().chance(Mishap.DUPLICATE).between(0, LATEST) : 0;
    world
        .clockwork()
        .after(
            wait,
            () -> {
              try {
                var answer = invokeSubject(method, given);
                world.trace("network", call.name(), given, "again");
                world.saw(call, given, answer);
              } catch (Throwable failure) {
                if (!(failure instanceof PortFailure)) {
                  throw new IllegalStateException(failure);
                }
              }
            });
  }

  private void after(Call call, Object[] given) {
    if (world.weather().strikes(Mishap.ANSWER_LOST)) {
      trace(call, given, "answer lost");
      var words = "The answer of " + call.name() + " was lost.";
      throw life.failed(
          call.isWrite()
              ? new PortFailure.OutcomeUnknown("SIMULATED_LOSS", words, null)
              : new PortFailure.Unavailable("SIMULATED_LOSS", words, null));
    }
  }

  private void trace(Call call, Object[] given, @Nullable Object outcome) {
    world.trace(life.name(), call.name(), given, outcome);
  }

  private @Nullable Object invokeSubject(Method method, Object[] given) throws Throwable {
    try {
      return method.invoke(subject, given);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
