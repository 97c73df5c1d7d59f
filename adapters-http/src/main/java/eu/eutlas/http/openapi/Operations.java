package eu.eutlas.http.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.json.JsonRequest;
import eu.eutlas.http.json.MayBeAbsent;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.problem.Problem;
import eu.eutlas.http.request.Idempotency;
import eu.eutlas.http.request.IfMatch;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Describes one method of a resource by what it takes and gives. */
final class Operations {
  private static final String SUCCESS = "/responses/200/content";

  /** What is in answers that are no JSON. */
  private static final Map<String, String> STREAMS =
      Map.of(
          MediaType.SERVER_SENT_EVENTS,
          "Server-sent events: id is seq, data is an Event; or resync.",
          "text/csv",
          "A table with a header (RFC 4180): all that match, or one page if limit or cursor is given.",
          "application/gzip",
          "An archive that mongorestore --archive --gzip reads. A Range is answered with 206 and that part of it.",
          "application/jsonl",
          "An Event in each line: all that match, or one page if limit or cursor is given.");

  private final Schemas schemas;

  Operations(Schemas schemas) {
    this.schemas = schemas;
  }

  ObjectNode of(ResourceMethod route) {
    var method = route.getInvocable().getHandlingMethod();
    var operation = JsonNodeFactory.instance.objectNode();
    operation.put("operationId", method.getName());
    operation.put("summary", words(method.getName()));
    operation.putArray("tags").add(tag(method));
    if (has(method, Auth.class)) {
      operation.putArray("security").addObject().putArray("bearer");
    } else {
      operation.putArray("security");
    }
    var parameters = operation.putArray("parameters");
    Arrays.stream(method.getParameters()).forEach(each -> add(parameters, each));
    body(method).ifPresent(type -> operation.set("requestBody", requestBody(type, route)));
    operation.set("responses", responses(route, method));
    return operation;
  }

  static boolean answersJson(ResourceMethod route) {
    return route.getProducedTypes().stream()
        .anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
  }

  /** The same operation, which answers in the form of another as well. */
  static ObjectNode withForm(ObjectNode operation, ObjectNode other) {
    var forms = operation.withObject(SUCCESS);
    forms.setAll(other.withObject(SUCCESS));
    return operation;
  }

  private void add(ArrayNode parameters, Parameter parameter) {
    var type = parameter.getParameterizedType();
    if (parameter.isAnnotationPresent(PathParam.class)) {
      var name = parameter.getAnnotation(PathParam.class).value();
      // An id that is still a text is told as what it has to be.
      var known = type == String.class ? ValueSchemas.id() : schemas.of(type);
      parameters.add(parameter("path", name, true, known));
    } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
      var name = parameter.getAnnotation(HeaderParam.class).value();
      parameters.add(parameter("header", name, false, schemas.of(type)));
    } else if (parameter.isAnnotationPresent(BeanParam.class)) {
      Arrays.stream(parameter.getType().getConstructors()[0].getParameters())
          .forEach(each -> add(parameters, each));
    } else if (parameter.isAnnotationPresent(Query.class)) {
      for (var component : parameter.getType().getRecordComponents()) {
        var schema = schemas.of(component.getGenericType());
        parameters.add(parameter("query", component.getName(), false, schema));
      }
    }
  }

  private static ObjectNode parameter(String in, String name, boolean required, ObjectNode schema) {
    var parameter = JsonNodeFactory.instance.objectNode();
    parameter.put("name", name).put("in", in).put("required", required).set("schema", schema);
    return parameter;
  }

  private ObjectNode requestBody(Class<?> type, ResourceMethod route) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("required", !type.isAnnotationPresent(MayBeAbsent.class));
    var content = body.putObject("content");
    route.getConsumedTypes().stream()
        .map(MediaType::toString)
        .sorted()
        .forEach(media -> content.putObject(media).set("schema", schemas.of(type)));
    return body;
  }

  private ObjectNode responses(ResourceMethod route, Method method) {
    var responses = JsonNodeFactory.instance.objectNode();
    var answered = answered(method.getGenericReturnType());
    var status = method.getAnnotation(Status.class);
    var success = status != null ? status.value() : answered.isEmpty() ? 204 : 200;
    var response = responses.putObject(String.valueOf(success));
    response.put("description", answered.isEmpty() ? "Done." : "Success.");
    headers(response, method, success);
    answered.ifPresent(type ->
        response
            .putObject("content")
            .putObject(form(route))
            .set("schema", answer(type, form(route))));
    problems(method)
        .forEach(code ->
            responses
                .putObject(String.valueOf(code))
                .put("$ref", "#/components/responses/Problem"));
    return responses;
  }

  /** The media type of its answers, without what only a choice among several looks at. */
  private static String form(ResourceMethod route) {
    var type = route.getProducedTypes().getFirst();
    return type.getType() + "/" + type.getSubtype();
  }

  private ObjectNode answer(Type type, String form) {
    if (type == StreamingOutput.class) {
      return ValueSchemas.of("string").put("description", STREAMS.get(form));
    }
    return schemas.of(type);
  }

  private static void headers(ObjectNode response, Method method, int success) {
    var headers = response.putObject("headers");
    if (success == 201 || success == 202) {
      header(headers, "Location");
    }
    if (has(method, Idempotency.class)) {
      header(headers, "Idempotent-Replay");
    }
    header(headers, "X-Correlation-Id");
  }

  private static void header(ObjectNode headers, String name) {
    headers.putObject(name).putObject("schema").put("type", "string");
  }

  /** The statuses of problems, by what the method takes. */
  private static Set<Integer> problems(Method method) {
    var statuses = new TreeSet<>(List.of(500, 503));
    if (has(method, Auth.class)) {
      statuses.addAll(List.of(401, 403));
    }
    if (path(method).contains("{")) {
      statuses.add(404);
    }
    if (body(method).isPresent()) {
      statuses.addAll(List.of(400, 401, 403, 409, 413, 415, 422));
    }
    if (has(method, Query.class)) {
      statuses.add(422);
    }
    if (has(method, IfMatch.class)) {
      statuses.addAll(List.of(409, 412));
    }
    return statuses;
  }

  private static String path(Method method) {
    var own = method.getAnnotation(jakarta.ws.rs.Path.class);
    var above = method.getDeclaringClass().getAnnotation(jakarta.ws.rs.Path.class);
    return above.value() + (own == null ? "" : own.value());
  }

  private static boolean has(Method method, Class<?> annotationOrType) {
    return Arrays.stream(method.getParameters())
        .anyMatch(each ->
            each.getType() == annotationOrType
                || Arrays.stream(each.getAnnotations())
                    .anyMatch(annotation -> annotation.annotationType() == annotationOrType));
  }

  private static Optional<Class<?>> body(Method method) {
    return Arrays.<Class<?>>stream(method.getParameterTypes())
        .filter(JsonRequest.class::isAssignableFrom)
        .findFirst();
  }

  /** What is in the body of a success; absent when nothing is. */
  private static Optional<Type> answered(Type type) {
    var inner =
        type instanceof ParameterizedType generic && generic.getRawType() == Answer.class
            ? generic.getActualTypeArguments()[0]
            : type;
    return Optional.of(inner).filter(each -> each != Void.class && each != void.class);
  }

  /** The feature that the method belongs to. */
  private static String tag(Method method) {
    var name = method.getDeclaringClass().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** createCluster becomes "Create cluster". */
  private static String words(String name) {
    var words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static ObjectNode problem(Schemas schemas) {
    var response = JsonNodeFactory.instance.objectNode();
    response.put("description", "A problem (RFC 9457).");
    response
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .set("schema", schemas.of(Problem.class));
    return response;
  }
}
