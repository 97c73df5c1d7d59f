package eu.eutlas.http.json;

import eu.eutlas.domain.InvalidValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records, taken apart and put together by their components. */
public final class Records {
  private Records() {}

  /** Makes a record; what its constructor refuses is refused here in the same words. */
  static <T> T create(Class<T> type, @Nullable Object... components) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return create(constructor(type, types), components);
  }

  static <T> T create(Constructor<T> constructor, @Nullable Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValue invalid) {
        throw invalid;
      }
      throw new IllegalStateException("A constructor threw what it should not.", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A value could not be made.", e);
    }
  }

  static <T> Constructor<T> constructor(Class<T> type, Class<?>... types) {
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no such constructor.", e);
    }
  }

  /** Whether it is a value that is written as a whole number. */
  public static boolean isNumber(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == int.class;
  }

  /** What an optional component holds; absent when the component is not optional. */
  public static Optional<Type> optional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? Optional.of(generic.getActualTypeArguments()[0])
        : Optional.empty();
  }
}
