package eu.eutlas.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.http.json.Json;
import eu.eutlas.http.problem.ErrorCodes;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glassfish.jersey.server.model.Resource;

/**
 * The OpenAPI 3.1 document of the API, made from the resources as Jersey sees them. The same code
 * gives the same text.
 */
public final class ApiDocument {
  private static final String PREFIX = "/v1";

  private final Schemas schemas = new Schemas();
  private final Operations operations = new Operations(schemas);
  private final SortedMap<String, SortedMap<String, ObjectNode>> paths = new TreeMap<>();

  private ApiDocument() {}

  /** The document of these resources. */
  public static String of(Collection<Class<?>> resources) {
    var document = new ApiDocument();
    resources.forEach(each -> document.add(Resource.from(each), ""));
    try {
      return Json.ANSWERS.writerWithDefaultPrettyPrinter().writeValueAsString(document.whole())
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The document is plain JSON.", e);
    }
  }

  private void add(Resource resource, String above) {
    var path = above + "/" + resource.getPath().replaceAll("^/|/$", "");
    // One route may answer in several forms, each by a method: the one in JSON describes it.
    resource.getResourceMethods().stream()
        .sorted(Comparator.comparing(method -> !Operations.answersJson(method)))
        .forEach(method ->
            paths
                .computeIfAbsent(path.substring(PREFIX.length()), each -> new TreeMap<>())
                .merge(
                    method.getHttpMethod().toLowerCase(Locale.ROOT),
                    operations.of(method),
                    Operations::withForm));
    resource.getChildResources().forEach(child -> add(child, path));
  }

  private ObjectNode whole() {
    var root = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "EUTLAS")
        .put("version", "1")
        .put("description", "A self-hosted MongoDB-as-a-service. Every use case has its route.");
    root.putArray("servers").addObject().put("url", "/api/v1");
    var described = root.putObject("paths");
    paths.forEach((path, methods) -> methods.forEach(described.withObjectProperty(path)::set));
    root.set("components", components());
    var codes = root.putArray("x-error-codes");
    ErrorCodes.all().forEach(code -> codes.addPOJO(code));
    return root;
  }

  private ObjectNode components() {
    var components = JsonNodeFactory.instance.objectNode();
    components.putObject("responses").set("Problem", Operations.problem(schemas));
    var all = components.putObject("schemas");
    schemas.named().forEach(all::set);
    var codes = all.withObject("/Problem/properties/code").putArray("enum");
    ErrorCodes.all().stream().map(ErrorCodes.ErrorCode::code).sorted().forEach(codes::add);
    components
        .putObject("securitySchemes")
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
    return components;
  }
}
