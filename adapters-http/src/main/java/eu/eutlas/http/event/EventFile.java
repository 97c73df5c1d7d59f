package eu.eutlas.http.event;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.http.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * A kind of file that events are exported to.
 *
 * @param ending what ends the file's name
 */
record EventFile(String ending, ObjectWriter writer, Function<LoggedEvent, Object> row) {
  static final String CSV_TYPE = "text/csv";
  static final String JSON_LINES_TYPE = "application/jsonl";

  /** A table with a header, as in RFC 4180. */
  static final EventFile CSV = new EventFile("csv", csv(), EventRow::of);

  /** The answers of the API, one in a line. */
  static final EventFile JSON_LINES =
      new EventFile("jsonl", Json.ANSWERS.writer().withRootValueSeparator("\n"), EventResponse::of);

  /** Begins a file; rows are written to it one after the other. */
  SequenceWriter begin(OutputStream out) throws IOException {
    return writer.writeValues(out);
  }

  private static ObjectWriter csv() {
    var mapper =
        CsvMapper.csvBuilder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    return mapper.writer(mapper.schemaFor(EventRow.class).withHeader().withLineSeparator("\r\n"));
  }
}
