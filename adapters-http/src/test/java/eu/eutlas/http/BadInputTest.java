package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.http.json.JsonRequest;
import eu.eutlas.http.json.MayBeAbsent;
import eu.eutlas.http.json.MergePatch;
import eu.eutlas.http.json.Query;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every field and parameter of every route, given in every wrong way; and nothing is changed. */
final class BadInputTest {
  private static final String LONG = "x".repeat(5000);

  /** Texts that some fields take as they are. */
  private static final List<String> FREE = List.of("password", "token", "refreshToken");

  private static Api api;
  private static Tenant tenant;
  private static List<String> before;

  @BeforeAll
  static void populate() {
    api = Api.start();
    tenant = Tenant.of(api, api.verified());
    before = tenant.snapshot();
  }

  @AfterAll
  static void nothingWasChanged() {
    try {
      assertThat(tenant.snapshot()).isEqualTo(before);
    } finally {
      api.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> aWrongTypeIsToldByItsField() {
    return eachField((route, field) -> {
      var wrong = field.getName().equals("labels") ? "7" : "{\"a\":[1]}";
      return Stream.of(wrong, "[]", "7", "1.5e3")
          .map(value -> test(route, field, value, () -> invalid(route, field, value)));
    });
  }

  @TestFactory
  Stream<DynamicTest> aMissingFieldIsToldByItsName() {
    return eachField((route, field) ->
        isRequired(field)
            ? Stream.of(test(route, field, "missing", () -> missing(route, field)))
            : Stream.empty());
  }

  @TestFactory
  Stream<DynamicTest> nullIsNoValue() {
    return eachField((route, field) ->
        isRequired(field) || isPatchedFlag(route, field)
            ? Stream.of(test(route, field, "null", () -> invalid(route, field, "null")))
            : Stream.empty());
  }

  @TestFactory
  Stream<DynamicTest> aTextThatIsTooLongOrNotPlainIsRefused() {
    return eachField((route, field) ->
        isText(field)
            ? Stream.of(quoted(LONG), "\"\\ud800\"", "\"\"")
                .filter(text -> !(FREE.contains(field.getName()) && text.equals("\"x\"")))
                .map(text ->
                    test(
                        route,
                        field,
                        text.substring(0, Math.min(9, text.length())),
                        () -> invalid(route, field, text)))
            : Stream.empty());
  }

  @TestFactory
  Stream<DynamicTest> controlCharactersAreRefused() {
    return eachField((route, field) ->
        isText(field) && !(FREE.contains(field.getName()) && !route.path().endsWith("signup"))
            ? Stream.of(
                test(
                    route,
                    field,
                    "control",
                    () -> invalid(route, field, "\"a nice long name\\u0000\\u202e\"")))
            : Stream.empty());
  }

  @TestFactory
  Stream<DynamicTest> allFaultsAreToldAtOnce() {
    return withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var broken = Client.JSON.createObjectNode();
                  fields(route).forEach(field -> broken.put(field.getName(), 7));
                  broken.put("unheardOf", 1);

                  var reply = send(route, broken.toString());

                  assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
                  assertThat(faulty(reply))
                      .containsExactlyInAnyOrderElementsOf(
                          Stream.concat(
                                  fields(route).map(RecordComponent::getName),
                                  Stream.of("unheardOf"))
                              .toList());
                }));
  }

  @TestFactory
  Stream<DynamicTest> anUnknownFieldIsNamed() {
    return withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var reply = send(route, good(route).put("colour", "red").toString());

                  assertThat(reply.status()).isEqualTo(422);
                  assertThat(faulty(reply)).containsExactly("colour");
                }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotOneJsonValueIsMalformed() {
    return withBody()
        .flatMap(route ->
            Stream.of("{", "{\"name\":}", "{} {}", "{}x", "\u0000", "{'a':1}", "nul")
                .map(body ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + body,
                        () -> assertReply(send(route, body), 400, "MALFORMED_JSON"))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsJsonButNoObjectIsInvalid() {
    return withBody()
        .flatMap(route ->
            Stream.of("[]", "7", "\"text\"", "null", "true", "[".repeat(500) + "]".repeat(500))
                .map(body ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + body.substring(0, Math.min(9, body.length())),
                        () -> assertReply(send(route, body), 422, "INVALID_REQUEST"))));
  }

  @TestFactory
  Stream<DynamicTest> aFieldGivenTwiceIsNamed() {
    return withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var field = fields(route).findFirst().orElseThrow().getName();

                  var reply = send(route, "{\"%s\":\"a\",\"%s\":\"b\"}".formatted(field, field));

                  assertReply(reply, 422, "INVALID_REQUEST");
                  assertThat(faulty(reply)).containsExactly(field);
                }));
  }

  @TestFactory
  Stream<DynamicTest> aMissingBodyIsMalformed() {
    return withBody()
        .filter(route -> !request(route).orElseThrow().isAnnotationPresent(MayBeAbsent.class))
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(), () -> assertReply(send(route, ""), 400, "MALFORMED_JSON")));
  }

  @TestFactory
  Stream<DynamicTest> anotherMediaTypeIsNotRead() {
    return withBody()
        .flatMap(route ->
            Stream.of("text/plain", "application/xml", "application/x-www-form-urlencoded")
                .map(type ->
                    DynamicTest.dynamicTest(
                        route.name() + " " + type,
                        () -> {
                          var request =
                              client()
                                  .request(
                                      route.httpMethod(),
                                      Calls.path(route, tenant),
                                      good(route).toString())
                                  .setHeader("Content-Type", type);
                          assertReply(client().send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
                        })));
  }

  @TestFactory
  Stream<DynamicTest> aBodyOfTwoMegabytesIsRefusedReadably() {
    return withBody()
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var body = "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";

                  assertReply(send(route, body), 413, "BODY_TOO_LARGE");
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyParameterIsChecked() {
    return Routes.all().stream()
        .flatMap(route ->
            query(route).stream()
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
        .filter(route -> query(route).isPresent())
        .map(route ->
            DynamicTest.dynamicTest(
                route.name(),
                () -> {
                  var names =
                      Arrays.stream(query(route).orElseThrow().getRecordComponents())
                          .map(RecordComponent::getName)
                          .filter(name -> !List.of("q", "label").contains(name))
                          .toList();

                  var reply =
                      client()
                          .get(Calls.path(route, tenant) + "?" + String.join("=!&", names) + "=!");

                  assertThat(faulty(reply)).containsExactlyElementsOf(names);
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
                              request(route).isPresent()
                                  ? client()
                                      .request(route.httpMethod(), path, good(route).toString())
                                  : client().request(route.httpMethod(), path);
                          var status = client().send(request).status();
                          assertThat(status)
                              .isIn(id.equals("%00") ? List.of(400, 404) : List.of(404));
                        })));
  }

  @TestFactory
  Stream<DynamicTest> headersAreChecked() {
    return Stream.of(
        header("POST", "/orgs", "Idempotency-Key", "two words"),
        header("POST", "/orgs", "Idempotency-Key", "x".repeat(65)),
        header("POST", "/auth/signup", "Idempotency-Key", ""),
        header("PATCH", tenant.path(), "If-Match", "1"),
        header("PATCH", tenant.path(), "If-Match", "\"1\", \"2\""),
        header("DELETE", tenant.path(), "If-Match", "nonsense"));
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
              client()
                  .send(
                      client()
                          .request(method, path, body.getOrDefault(path, "{}"))
                          .header(header, value));

          assertReply(reply, 422, "INVALID_REQUEST");
          assertThat(faulty(reply)).containsExactly(header);
        });
  }

  private interface FieldTests {
    Stream<DynamicTest> of(Route route, RecordComponent field);
  }

  private static Stream<DynamicTest> eachField(FieldTests tests) {
    return withBody().flatMap(route -> fields(route).flatMap(field -> tests.of(route, field)));
  }

  private static DynamicTest test(
      Route route,
      RecordComponent field,
      String what,
      org.junit.jupiter.api.function.Executable run) {
    return DynamicTest.dynamicTest(route.name() + " " + field.getName() + " " + what, run);
  }

  private static void invalid(Route route, RecordComponent field, String value) throws Exception {
    var body = good(route);
    body.set(field.getName(), Client.JSON.readTree(value));

    var reply =
        send(
            route,
            value.contains("\\u")
                ? body.toString().replace(Client.JSON.readTree(value).toString(), value)
                : body.toString());

    assertReply(reply, 422, "INVALID_REQUEST");
    assertThat(faulty(reply)).allMatch(name -> (name + ".").startsWith(field.getName() + "."));
  }

  private static void missing(Route route, RecordComponent field) {
    var body = good(route);
    body.remove(field.getName());

    var reply = send(route, body.toString());

    assertReply(reply, 422, "INVALID_REQUEST");
    assertThat(faulty(reply)).containsExactly(field.getName());
  }

  private static void parameter(Route route, String name, String value) {
    var reply = client().get(Calls.path(route, tenant) + "?" + name + "=" + value);

    assertReply(reply, 422, "INVALID_REQUEST");
    assertThat(faulty(reply)).containsExactly(name);
  }

  private static void assertReply(Client.Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.code()).as(reply.body()).isEqualTo(code);
  }

  private static List<String> faulty(Client.Reply reply) {
    return reply.json().path("errors").findValuesAsText("field");
  }

  private static Client.Reply send(Route route, String body) {
    return client().send(client().request(route.httpMethod(), Calls.path(route, tenant), body));
  }

  private static ObjectNode good(Route route) {
    JsonNode body = Client.JSON.valueToTree(Calls.body(route, api));
    return (ObjectNode) body;
  }

  private static Client client() {
    return tenant.owner().client();
  }

  private static Stream<Route> withBody() {
    return Routes.all().stream().filter(route -> request(route).isPresent());
  }

  private static Optional<Class<?>> request(Route route) {
    return Arrays.<Class<?>>stream(route.method().getParameterTypes())
        .filter(JsonRequest.class::isAssignableFrom)
        .findFirst();
  }

  private static Optional<Class<?>> query(Route route) {
    return Arrays.stream(route.method().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Query.class))
        .<Class<?>>map(java.lang.reflect.Parameter::getType)
        .findFirst();
  }

  private static Stream<RecordComponent> fields(Route route) {
    return Arrays.stream(request(route).orElseThrow().getRecordComponents());
  }

  private static boolean isRequired(RecordComponent field) {
    return field.getType() != Optional.class && !field.getName().equals("labels");
  }

  private static boolean isPatchedFlag(Route route, RecordComponent field) {
    return MergePatch.class.isAssignableFrom(request(route).orElseThrow())
        && field.getType() == Optional.class;
  }

  private static boolean isText(RecordComponent field) {
    return !List.of("labels", "deletionProtection").contains(field.getName());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
