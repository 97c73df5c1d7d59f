package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.http.json.MergePatch;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every field of every body, given in every wrong way; and nothing is changed. */
final class BadFieldTest {
  private static final String LONG = "x".repeat(5000);

  /** What people note, and need not. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("comment", "reason");

  private static final List<String> FREE = List.of("password", "token", "refreshToken");

  private static final String A_ROOT = "[{\"role\":\"root\",\"database\":\"admin\"}]";
  private static final String OF_THE_SERVER = "[{\"role\":\"read\",\"database\":\"local\"}]";

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
  Stream<DynamicTest> aWrongTypeIsToldByItsField() {
    return eachField((route, field) -> {
      var wrong =
          switch (field.getName()) {
            case "labels" -> List.of("7", "[]", "1.5e3");
            case "roles" -> List.of("7", "[]", "{}", "[7]", "[{}]", A_ROOT, OF_THE_SERVER);
            case "overlapMinutes" -> List.of("-1", "[]", "1.5e3", "10081", "\"60\"");
            default -> List.of("{\"a\":[1]}", "[]", "7", "1.5e3");
          };
      return wrong.stream()
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
                .filter(text -> !text.equals("\"\"") || !MAY_BE_EMPTY.contains(field.getName()))
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
        isText(field) && !isFree(route, field)
            ? Stream.of(
                test(
                    route,
                    field,
                    "control",
                    () -> invalid(route, field, "\"a nice long name\\u0000\\u202e\"")))
            : Stream.empty());
  }

  private interface FieldTests {
    Stream<DynamicTest> of(Route route, RecordComponent field);
  }

  private static Stream<DynamicTest> eachField(FieldTests tests) {
    return Routes.withBody()
        .flatMap(route -> route.fields().flatMap(field -> tests.of(route, field)));
  }

  private static DynamicTest test(Route route, RecordComponent field, String what, Executable run) {
    return DynamicTest.dynamicTest(route.name() + " " + field.getName() + " " + what, run);
  }

  private static void invalid(Route route, RecordComponent field, String value) {
    var body = tenancy.good(route).put(field.getName(), "@").toString();

    var reply = tenancy.send(route, body.replace("\"@\"", value));

    Untouched.assertReply(reply, 422, "INVALID_REQUEST");
    assertThat(Untouched.faulty(reply))
        .allMatch(name -> (name + ".").startsWith(field.getName() + "."));
  }

  private static void missing(Route route, RecordComponent field) {
    var body = tenancy.good(route);
    body.remove(field.getName());

    var reply = tenancy.send(route, body.toString());

    Untouched.assertReply(reply, 422, "INVALID_REQUEST");
    assertThat(Untouched.faulty(reply)).containsExactly(field.getName());
  }

  private static boolean isRequired(RecordComponent field) {
    return field.getType() != Optional.class && !field.getName().equals("labels");
  }

  private static boolean isPatchedFlag(Route route, RecordComponent field) {
    return MergePatch.class.isAssignableFrom(route.request().orElseThrow())
        && field.getType() == Optional.class;
  }

  /** Whether it takes any character: a secret that is only compared. */
  private static boolean isFree(Route route, RecordComponent field) {
    return FREE.contains(field.getName())
        && !route.name().equals("POST /auth/signup")
        && !route.path().contains("/database-users");
  }

  private static boolean isText(RecordComponent field) {
    return !List.of("labels", "deletionProtection", "overlapMinutes", "roles", "on")
        .contains(field.getName());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
