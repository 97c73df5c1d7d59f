package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parameter, id and header of every route, given in every wrong way; and nothing is changed.
 */
final class BadParameterTest {
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
  Stream<DynamicTest> everyParameterIsChecked() {
    return Routes.all().stream()
        .flatMap(route ->
            route.query().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(parameter -> !List.of("q", "label").contains(parameter.getName()))
                .flatMap(parameter ->
                    Stream.of("%01", "not%20one", "-1", "a&" + parameter.getName() + "=b")
                        .map(value ->
                            DynamicTest.dynamicTest(
                                route.name() + "?" + parameter.getName() + "=" + value,
                                () -> parameter(route, parameter.getName(), value)))));
  }

  @TestFactory
  Stream<DynamicTest> allFaultsOfAQueryAreToldAtOnce() {
    return Routes.all().stream()
        .filter(route -> route.query().isPresent())
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var names =
                      Arrays.stream(route.query().orElseThrow().getRecordComponents())
                          .map(RecordComponent::getName)
                          .filter(name -> !List.of("q", "label").contains(name))
                          .toList();

                  var reply =
                      tenancy
                          .client()
                          .get(
                              Calls.path(route, tenancy.tenant())
                                  + "?"
                                  + String.join("=!&", names)
                                  + "=!");

                  assertThat(Untouched.faulty(reply)).containsExactlyElementsOf(names);
                }));
  }

  @TestFactory
  Stream<DynamicTest> anIdThatIsNoneIsNotFound() {
    return Routes.all().stream()
        .filter(route -> route.path().contains("Id}"))
        .flatMap(route ->
            Stream.of(
                    "nope",
                    "65F0C0FFEE0123456789ABCD",
                    "65f0c0ffee0123456789abc",
                    "%00",
                    "65f0c0ffee0123456789abce")
                .map(id ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + id,
                        () -> {
                          var path = route.path().replaceAll("\\{[a-zA-Z]+}", id);
                          var request =
                              route.request().isPresent()
                                  ? tenancy
                                      .client()
                                      .request(
                                          route.httpMethod(), path, tenancy.good(route).toString())
                                  : tenancy.client().request(route.httpMethod(), path);
                          if (id.equals("%00")) {
                            assertThat(tenancy.client().sendAlone(request).status()).isIn(400, 404);
                          } else {
                            assertThat(tenancy.client().send(request).status()).isEqualTo(404);
                          }
                        })));
  }

  @TestFactory
  Stream<DynamicTest> headersAreChecked() {
    return Stream.of(
        header("POST", "/orgs", "Idempotency-Key", "two words"),
        header("POST", "/orgs", "Idempotency-Key", "x".repeat(65)),
        header("POST", "/auth/signup", "Idempotency-Key", ""),
        header("PATCH", tenancy.tenant().path(), "If-Match", "1"),
        header("PATCH", tenancy.tenant().path(), "If-Match", "\"1\", \"2\""),
        header("DELETE", tenancy.tenant().path(), "If-Match", "nonsense"));
  }

  private static DynamicTest header(String method, String path, String header, String value) {
    return DynamicTest.dynamicTest(
        method + " " + path + " " + header + " " + value,
        () -> {
          var body =
              Map.of(
                  "/orgs",
                  "{\"name\":\"Nice\"}",
                  "/auth/signup",
                  "{\"name\":\"N\",\"email\":\"n@example.org\",\"password\":\""
                      + Api.PASSWORD
                      + "\"}");

          var reply =
              tenancy
                  .client()
                  .send(
                      tenancy
                          .client()
                          .request(method, path, body.getOrDefault(path, "{}"))
                          .header(header, value));

          Untouched.assertReply(reply, 422, "INVALID_REQUEST");
          assertThat(Untouched.faulty(reply)).containsExactly(header);
        });
  }

  private static void parameter(Route route, String name, String value) {
    var reply =
        tenancy.client().get(Calls.path(route, tenancy.tenant()) + "?" + name + "=" + value);

    Untouched.assertReply(reply, 422, "INVALID_REQUEST");
    assertThat(Untouched.faulty(reply)).containsExactly(name);
  }
}
