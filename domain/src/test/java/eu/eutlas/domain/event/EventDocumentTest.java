package eu.eutlas.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.KeptDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue of events as people read it. */
final class EventDocumentTest {
  @Test
  void theKeptDocumentIsTheGeneratedOne() throws IOException {
    KeptDocument.requireCurrent("events.md", document());
  }

  @Test
  void everyMeaningIsASentenceOfItsOwn() {
    assertThat(EventType.values())
        .extracting(EventType::meaning)
        .doesNotHaveDuplicates()
        .allMatch(meaning -> meaning.matches("[A-Z].*\\."));
  }

  private static String document() {
    return """
    # Events

    What happened in an organization, in one dense sequence: `seq` begins at 1 and has no gap, and
    each event's `hash` covers the event and the hash before it, so that nobody changes or removes
    one unseen. An event is kept for 400 days. It names who did it (`actor`: kind, id, name,
    address and program; kind `SYSTEM` for EUTLAS itself) and the `correlationId` of the request,
    which is also in the log lines and in the operation.

    ## Reading them

    `GET /api/v1/orgs/{orgId}/events` lists the newest first; `GET …/clusters/{clusterId}/events`
    those of one cluster. Both take `type`, `severity`, `from` (inclusive), `to` (exclusive), `limit`
    and `cursor`; the organization's also `projectId` and `clusterId`.

    The same address gives files: ask with `Accept: text/csv` or `Accept: application/jsonl`. A file
    has all that match, unless `limit` or `cursor` asks for one page. If it cannot be finished its
    connection is cut, so a file that arrived whole is whole. In the table a text that a spreadsheet
    would take for a formula begins with an apostrophe.

    ```sh
    curl -sf -H "Authorization: Bearer $TOKEN" -H 'Accept: text/csv' \\
      "$EUTLAS/api/v1/orgs/$ORG/events?severity=ERROR" -o events.csv
    ```

    `GET /api/v1/orgs/{orgId}/events/stream` sends them as they happen (server-sent events, the id is
    `seq`). `Last-Event-ID` goes on where a stream broke off, on any node. An id that is unknown, or
    older than what is kept, is answered with one event `resync`: read everything anew, and go on from
    the number that it carries.

    ## Catalogue

    | type | severity | what it tells |
    |---|---|---|
    %s
    """
        .formatted(catalogue());
  }

  private static String catalogue() {
    return Arrays.stream(EventType.values())
        .map(type -> "| `%s` | %s | %s |".formatted(type, type.severity(), type.meaning()))
        .collect(Collectors.joining("\n"));
  }
}
