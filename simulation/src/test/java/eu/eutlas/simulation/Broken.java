package eu.eutlas.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Ports with one planted bug each: calls of one name go wrong in one way, every so often. */
final class Broken implements Alteration {
  private final Class<?> broken;
  private final String call;
  private final Fault fault;

  /** What the port does instead. */
  @FunctionalInterface
  interface Fault {
    @Nullable Object instead(Real real, Object[] given) throws Throwable;
  }

  /** The call as the real port does it. */
  @FunctionalInterface
  interface Real {
    @Nullable Object call(Object... given) throws Throwable;
  }

  private Broken(Class<?> broken, String call, Fault fault) {
    this.broken = broken;
    this.call = call;
    this.fault = fault;
  }

  static Broken at(Class<?> port, String call, Fault fault) {
    return new Broken(port, call, fault);
  }

  /** A fault of each n-th call alone. */
  static Fault everyNth(int n, Fault fault) {
    var calls = new int[1];
    return (real, given) -> ++calls[0] % n == 0 ? fault.instead(real, given) : real.call(given);
  }

  /** One bug that shows at several calls. */
  static Alteration all(Alteration... alterations) {
    return new Alteration() {
      @Override
      public <P> P of(Class<P> port, P real) {
        var altered = real;
        for (var alteration : alterations) {
          altered = alteration.of(port, altered);
        }
        return altered;
      }
    };
  }

  @Override
  public <P> P of(Class<P> port, P real) {
    return port == broken
        ? port.cast(
            Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, given) ->
                    invoke(real, method, given == null ? new Object[0] : given)))
        : real;
  }

  private @Nullable Object invoke(Object subject, Method method, Object[] given) throws Throwable {
    Real real = arguments -> reflect(subject, method, arguments);
    return method.getName().equals(call) ? fault.instead(real, given) : real.call(given);
  }

  private static @Nullable Object reflect(Object subject, Method method, Object[] given)
      throws Throwable {
    try {
      return method.invoke(subject, given);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
