package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads an event stream, line by line, on a thread of its own. */
final class Listener implements AutoCloseable {
  private final HttpResponse<InputStream> reply;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private Listener(HttpResponse<InputStream> reply) {
    this.reply = reply;
    Thread.ofVirtual().start(this::read);
  }

  /**
   * @param lastEventId empty for none
   */
  static Listener open(Client client, String org, String lastEventId) {
    var request =
        client.request("GET", "/orgs/" + org + "/events/stream").header("Accept-Encoding", "gzip");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    var reply = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(reply.statusCode()).isEqualTo(200);
    return new Listener(reply);
  }

  String header(String name) {
    return reply.headers().firstValue(name).orElse("");
  }

  List<String> lines() {
    return lines;
  }

  List<Long> ids() {
    return after("id: ").stream().map(Long::valueOf).toList();
  }

  List<String> types() {
    return after("event: ");
  }

  JsonNode data(int index) {
    return Client.json(after("data: ").get(index));
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() {
    try {
      reply.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> after(String prefix) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private void read() {
    try (var reader =
        new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // It was cut off, which is an end too.
    }
    ended = true;
  }
}
