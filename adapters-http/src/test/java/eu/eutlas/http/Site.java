package eu.eutlas.http;

import eu.eutlas.http.console.ConsoleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A small console, served beside the API, and somebody who asks for its files. */
final class Site implements AutoCloseable {
  static final String SCRIPT = "/assets/index-1a2b3c4d.js";
  static final String STYLE = "/assets/index-5e6f7a8b.css";
  static final String FONT = "/assets/face-9c0d1e2f.woff2";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ConsoleFiles FILES =
      ConsoleFiles.onClassPath(Site.class.getClassLoader(), "eu/eutlas/http/console/site");

  private final List<String> reads = new CopyOnWriteArrayList<>();
  private final World world = new World();
  private final Server server;

  private Site(HttpSettings settings) {
    try {
      server = Server.start(world, settings, Optional.empty(), Optional.of(this::read));
    } catch (Exception e) {
      world.close();
      throw new IllegalStateException("The server does not start.", e);
    }
  }

  static Site start(boolean localMode) {
    return new Site(new HttpSettings(World.PUBLIC, localMode, Duration.ofSeconds(1)));
  }

  /** An answer, unpacked. */
  record Reply(HttpResponse<byte[]> answer) {
    int status() {
      return answer.statusCode();
    }

    String header(String name) {
      return String.join(", ", answer.headers().allValues(name));
    }

    /** As it came. */
    byte[] sent() {
      return answer.body();
    }

    String text() {
      return new String(content(), StandardCharsets.UTF_8);
    }

    byte[] content() {
      if (!header("Content-Encoding").equals("gzip") || sent().length == 0) {
        return sent();
      }
      try (var in = new GZIPInputStream(new ByteArrayInputStream(sent()))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** As a browser does it when a person goes to an address. */
  Reply visit(String path) throws IOException, InterruptedException {
    return ask("GET", path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  Reply get(String path, String... headers) throws IOException, InterruptedException {
    return ask("GET", path, headers);
  }

  Reply ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address().resolve(path)).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Reply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
  }

  /** The files that were read, each time it was. */
  List<String> reads() {
    return reads;
  }

  URI address() {
    return server.address();
  }

  static byte[] file(String path) {
    return FILES.read(path.substring(1)).orElseThrow();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("The server does not stop.", e);
    } finally {
      world.close();
    }
  }

  private Optional<byte[]> read(String path) {
    reads.add(path);
    return FILES.read(path);
  }
}
