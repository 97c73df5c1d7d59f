package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.http.openapi.ApiDocument;
import eu.eutlas.http.problem.ErrorCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The documents that others are built from. They are made anew by {@code
 * -Deutlas.documents=rewrite}.
 */
final class ApiDocumentTest {
  private static final Path DOCS = Path.of(System.getProperty("basedir", ".")).resolve("../docs");

  @Test
  void theKeptDocumentIsTheGeneratedOne() throws IOException {
    assertKept(DOCS.resolve("openapi.json"), document());
  }

  @Test
  void theKeptTableOfErrorCodesIsTheGeneratedOne() throws IOException {
    assertKept(DOCS.resolve("error-codes.md"), table());
  }

  @Test
  void everyRouteIsInTheDocument() throws IOException {
    var described = new ArrayList<String>();
    parsed()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(Routes.all().stream().map(Route::name).toList());
  }

  @Test
  void operationIdsAreUnique() throws IOException {
    assertThat(parsed().path("paths").findValuesAsText("operationId"))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(Routes.all());
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    var document = parsed();

    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
  }

  @Test
  void everyRefusalHasARowOfItsOwn() {
    assertThat(ErrorCodes.all())
        .extracting(ErrorCodes.ErrorCode::code)
        .doesNotHaveDuplicates()
        .containsAll(Arrays.stream(RefusalCode.values()).map(Enum::name).toList());
  }

  @Test
  void everyFieldOfAnAnswerIsRequired() throws IOException {
    var cluster = parsed().at("/components/schemas/Cluster");

    assertThat(cluster.path("required")).hasSameSizeAs(cluster.path("properties"));
    assertThat(cluster.at("/properties/endpoint/anyOf/1/type").asText()).isEqualTo("null");
    assertThat(cluster.at("/properties/stateMessage/type").toString())
        .isEqualTo("[\"string\",\"null\"]");
  }

  @Test
  void whatMayBeMissingInARequestIsNotRequired() throws IOException {
    var request = parsed().at("/components/schemas/CreateClusterRequest");

    assertThat(request.path("required").toString())
        .isEqualTo("[\"name\",\"plan\",\"region\",\"mongoVersion\"]");
  }

  private static String document() {
    return ApiDocument.of(EutlasHttp.RESOURCES);
  }

  private static JsonNode parsed() throws IOException {
    return Client.JSON.readTree(document());
  }

  private static String table() {
    return ErrorCodes.all().stream()
        .map(code -> "| `%s` | %d | %s |".formatted(code.code(), code.status(), code.meaning()))
        .collect(
            Collectors.joining(
                "\n",
                """
                # Error codes

                Every problem that the API answers with has one of these in `code`. A code never
                changes its meaning. Generated from the code; a test holds the two equal.

                | code | status | meaning |
                |---|---|---|
                """,
                "\n"));
  }

  private static void assertKept(Path file, String wanted) throws IOException {
    if ("rewrite".equals(System.getProperty("eutlas.documents"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, wanted);
    }
    assertThat(Files.readAllLines(file))
        .as("Make it anew with -Deutlas.documents=rewrite.")
        .isEqualTo(List.of(wanted.split("\n")));
  }
}
