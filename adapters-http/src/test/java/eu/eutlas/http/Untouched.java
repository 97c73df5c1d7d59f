package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A tenant whom nothing that is refused may change. */
record Untouched(Api api, Tenant tenant, List<String> before) implements AutoCloseable {

  static Untouched populate() {
    var api = Api.start();
    var tenant = Tenant.of(api, api.verified());
    return new Untouched(api, tenant, tenant.snapshot());
  }

  Client client() {
    return tenant.owner().client();
  }

  Client.Reply send(Route route, String body) {
    return client().send(client().request(route.httpMethod(), Calls.path(route, tenant), body));
  }

  /** A body that would be taken. */
  ObjectNode good(Route route) {
    JsonNode body = Client.JSON.valueToTree(Calls.body(route, api));
    return (ObjectNode) body;
  }

  static void assertReply(Client.Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.code()).as(reply.body()).isEqualTo(code);
  }

  /** The fields that a problem names. */
  static List<String> faulty(Client.Reply reply) {
    return reply.json().path("errors").findValuesAsText("field");
  }

  @Override
  public void close() {
    try {
      assertThat(tenant.snapshot()).isEqualTo(before);
    } finally {
      api.close();
    }
  }
}
