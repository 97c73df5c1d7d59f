package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.http.json.MayBeAbsent;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every body of every route, wrong as a whole; and nothing is changed. */
final class BadBodyTest {
  private static Untouched tenancy;

  @BeforeAll
  static void populate() {
    tenancy = Untouched.populate();
  }

  @AfterAll
  static void nothingWasChanged() {
    tenancy.close();
  }

  @TestFactory
  Stream<DynamicTest> allFaultsAreToldAtOnce() {
    return Routes.withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var broken = Client.JSON.createObjectNode();
                  route.fields().forEach(field -> broken.put(field.getName(), -7));
                  broken.put("unheardOf", 1);

                  var reply = tenancy.send(route, broken.toString());

                  assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
                  assertThat(Untouched.faulty(reply))
                      .containsExactlyInAnyOrderElementsOf(
                          Stream.concat(
                                  route.fields().map(RecordComponent::getName),
                                  Stream.of("unheardOf"))
                              .toList());
                }));
  }

  @TestFactory
  Stream<DynamicTest> anUnknownFieldIsNamed() {
    return Routes.withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var reply =
                      tenancy.send(route, tenancy.good(route).put("colour", "red").toString());

                  assertThat(reply.status()).isEqualTo(422);
                  assertThat(Untouched.faulty(reply)).containsExactly("colour");
                }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotOneJsonValueIsMalformed() {
    return Routes.withBody()
        .flatMap(route ->
            Stream.of("{", "{\"name\":}", "{} {}", "{}x", "\u0000", "{'a':1}", "nul")
                .map(body ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + body,
                        () ->
                            Untouched.assertReply(
                                tenancy.send(route, body), 400, "MALFORMED_JSON"))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsJsonButNoObjectIsInvalid() {
    return Routes.withBody()
        .flatMap(route ->
            Stream.of("[]", "7", "\"text\"", "null", "true", "[".repeat(500) + "]".repeat(500))
                .map(body ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + body.substring(0, Math.min(9, body.length())),
                        () ->
                            Untouched.assertReply(
                                tenancy.send(route, body), 422, "INVALID_REQUEST"))));
  }

  @TestFactory
  Stream<DynamicTest> aFieldGivenTwiceIsNamed() {
    return Routes.withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var field = route.fields().findFirst().orElseThrow().getName();

                  var reply =
                      tenancy.send(route, "{\"%s\":\"a\",\"%s\":\"b\"}".formatted(field, field));

                  Untouched.assertReply(reply, 422, "INVALID_REQUEST");
                  assertThat(Untouched.faulty(reply)).containsExactly(field);
                }));
  }

  @TestFactory
  Stream<DynamicTest> aMissingBodyIsMalformed() {
    return Routes.withBody()
        .filter(route -> !route.request().orElseThrow().isAnnotationPresent(MayBeAbsent.class))
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> Untouched.assertReply(tenancy.send(route, ""), 400, "MALFORMED_JSON")));
  }

  @TestFactory
  Stream<DynamicTest> anotherMediaTypeIsNotRead() {
    return Routes.withBody()
        .flatMap(route ->
            Stream.of("text/plain", "application/xml", "application/x-www-form-urlencoded")
                .map(type ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + type,
                        () -> {
                          var request =
                              tenancy
                                  .client()
                                  .request(
                                      route.httpMethod(),
                                      Calls.path(route, tenancy.tenant()),
                                      tenancy.good(route).toString())
                                  .setHeader("Content-Type", type);
                          Untouched.assertReply(
                              tenancy.client().send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
                        })));
  }

  @TestFactory
  Stream<DynamicTest> aBodyOfTwoMegabytesIsRefusedReadably() {
    return Routes.withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var body = "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";

                  Untouched.assertReply(tenancy.send(route, body), 413, "BODY_TOO_LARGE");
                }));
  }
}
