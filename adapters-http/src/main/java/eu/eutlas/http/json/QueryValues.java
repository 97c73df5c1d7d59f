package eu.eutlas.http.json;

import eu.eutlas.domain.InvalidValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query by the components of a record, noting every fault. */
public final class QueryValues implements ValueParamProvider {

  @Override
  public @Nullable Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
    return parameter.isAnnotationPresent(Query.class)
        ? request -> read(parameter.getRawType(), request)
        : null;
  }

  @Override
  public PriorityType getPriority() {
    return Priority.HIGH;
  }

  private static Object read(Class<?> type, ContainerRequestContext request) {
    var faults = new Faults();
    var given = request.getUriInfo().getQueryParameters();
    var components = type.getRecordComponents();
    var values = new @Nullable Object[components.length];
    for (var i = 0; i < components.length; i++) {
      var wanted = (Class<?>) Records.optional(components[i].getGenericType()).orElseThrow();
      var name = components[i].getName();
      var texts = given.getOrDefault(name, List.of());
      // An empty parameter is what a form sends for a field that was left empty.
      values[i] =
          texts.isEmpty() || texts.equals(List.of(""))
              ? Optional.empty()
              : Optional.ofNullable(faults.read(name, () -> once(wanted, texts)));
    }
    faults.refuse();
    return Records.create(type, values);
  }

  private static Object once(Class<?> wanted, List<String> texts) {
    InvalidValue.unless(texts.size() == 1, "Give this parameter once.");
    return TextValues.parse(wanted, texts.getFirst());
  }
}
