package eu.eutlas.http;

import eu.eutlas.http.json.JsonRequest;
import eu.eutlas.http.json.Query;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A route of the API, by its path below {@code /api/v1}, with the method that answers. */
record Route(String httpMethod, String path, Method method) {
  String name() {
    return httpMethod + " " + path;
  }

  /** The record that its body is read as. */
  Optional<Class<?>> request() {
    return Arrays.<Class<?>>stream(method.getParameterTypes())
        .filter(JsonRequest.class::isAssignableFrom)
        .findFirst();
  }

  /** The record that its query is read as. */
  Optional<Class<?>> query() {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Query.class))
        .<Class<?>>map(Parameter::getType)
        .findFirst();
  }

  /** The fields of its body. */
  Stream<RecordComponent> fields() {
    return Arrays.stream(request().orElseThrow().getRecordComponents());
  }
}
