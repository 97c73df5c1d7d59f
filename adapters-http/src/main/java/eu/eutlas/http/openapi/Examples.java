package eu.eutlas.http.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Examples of fields, by the name that a field has everywhere. */
final class Examples {
  private static final String CONNECTION =
      "mongodb://admin:s3cret@localhost:27017/?authSource=admin&directConnection=true";

  private static final Map<String, Object> BY_NAME =
      Map.ofEntries(
          Map.entry("accessToken", "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"),
          Map.entry("address", "127.0.0.1"),
          Map.entry("amount", 900),
          Map.entry("attempts", 0),
          Map.entry("clusterId", ValueSchemas.AN_ID),
          Map.entry("code", "NOT_READY"),
          Map.entry("connectionString", CONNECTION),
          Map.entry("correlationId", "0d9f9e0a-7d5c-4a39-9d6f-2f6d0f1d3c55"),
          Map.entry("cpu", 0.5),
          Map.entry("currency", "EUR"),
          Map.entry("detail", "The cluster is not ready. Wait for its operation to end."),
          Map.entry("email", "ada@example.org"),
          Map.entry("expiresIn", 900),
          Map.entry("field", "name"),
          Map.entry("hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
          Map.entry("host", "localhost"),
          Map.entry("html", "<p>Welcome</p>"),
          Map.entry("id", ValueSchemas.AN_ID),
          Map.entry("latencyMs", 12),
          Map.entry("location", "This machine"),
          Map.entry("maxAttempts", 30),
          Map.entry("members", 3),
          Map.entry("memoryMb", 1024),
          Map.entry("message", "Cluster orders is ready."),
          Map.entry("mongoVersion", "8.0"),
          Map.entry("name", "orders"),
          Map.entry("operationId", ValueSchemas.AN_ID),
          Map.entry("orgId", ValueSchemas.AN_ID),
          Map.entry("password", "s3cret"),
          Map.entry("plan", "DEV"),
          Map.entry("port", 27017),
          Map.entry("progress", 40),
          Map.entry("projectId", ValueSchemas.AN_ID),
          Map.entry("refreshToken", "65f0c0ffee0123456789abcd.1.c2lnbmF0dXJl"),
          Map.entry("region", "local"),
          Map.entry("seq", 42),
          Map.entry("shell", "mongosh \"" + CONNECTION + "\""),
          Map.entry("stateMessage", "Waiting for the servers"),
          Map.entry("status", 409),
          Map.entry("step", "Waiting for the servers"),
          Map.entry("storageGb", 5),
          Map.entry("subject", "Verify your e-mail address"),
          Map.entry("text", "Welcome"),
          Map.entry("title", "Not ready"),
          Map.entry("to", "ada@example.org"),
          Map.entry("token", "b25lLXRpbWUtdG9rZW4"),
          Map.entry("type", "http://localhost:8080/api/docs#NOT_READY"),
          Map.entry("userAgent", "curl/8.5.0"),
          Map.entry("userId", ValueSchemas.AN_ID),
          Map.entry("username", "admin"),
          Map.entry("version", "8.0"));

  private Examples() {}

  /** Adds the example of a field to a schema that has none of its own. */
  static void add(String field, ObjectNode schema) {
    var example = BY_NAME.get(field);
    if (example != null && isOpen(schema)) {
      schema.putArray("examples").addPOJO(example);
    }
  }

  private static boolean isOpen(ObjectNode schema) {
    var scalar = schema.has("type") && !schema.path("type").toString().contains("boolean");
    return scalar
        && !schema.has("examples")
        && !schema.has("enum")
        && !schema.has("properties")
        && !schema.has("items")
        && !schema.has("additionalProperties");
  }
}
