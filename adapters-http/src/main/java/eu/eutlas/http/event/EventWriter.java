package eu.eutlas.http.event;

import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.http.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Writes server-sent events, each batch at once. */
final class EventWriter {
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(2);

  private final OutputStream out;
  private long lastWrite = System.nanoTime();

  EventWriter(OutputStream out) {
    this.out = out;
  }

  /** Tells the client how soon to come back, and that it has been heard. */
  void begin() throws IOException {
    write("retry: " + RECONNECT_AFTER.toMillis() + "\n\n");
  }

  /** What the client has is unknown or too old: it has to read everything anew. */
  void resync(long seq) throws IOException {
    write(event(seq, "resync", Map.of("seq", seq)));
  }

  void events(List<LoggedEvent> events) throws IOException {
    var text = new StringBuilder();
    for (var logged : events) {
      text.append(event(logged.seq(), logged.event().type().name(), EventResponse.of(logged)));
    }
    write(text.toString());
  }

  /** Says that the stream is alive, if nothing was said for so long. */
  void aliveAfter(Duration silence) throws IOException {
    if (System.nanoTime() - lastWrite >= silence.toNanos()) {
      write(": alive\n\n");
    }
  }

  private static String event(long seq, String type, Object data) throws IOException {
    return "id: "
        + seq
        + "\nevent: "
        + type
        + "\ndata: "
        + Json.ANSWERS.writeValueAsString(data)
        + "\n\n";
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    lastWrite = System.nanoTime();
  }
}
