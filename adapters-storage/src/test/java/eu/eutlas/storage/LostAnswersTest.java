package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ObjectKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that does what it is asked, and says that it failed. */
final class LostAnswersTest {
  private static final String WRITE = "x-amz-meta-eutlas-write";
  private static final ObjectKey KEY = new ObjectKey("a");

  private HttpServer server;
  private S3BackupStore store;
  private boolean keeps = true;
  private int length = 5;
  private int writes;
  private String write = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
    store =
        new S3BackupStore(
            S3TroubleTest.patient("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    store.close();
    server.stop(0);
  }

  @Test
  void findsThatItsOwnWriteArrived() {
    assertThat(store.put(KEY, out -> out.write(new byte[5])).size()).isEqualTo(5);
    assertThat(writes).as("tries").isEqualTo(2);
  }

  @Test
  void doesNotKnowWhetherItArrived() {
    keeps = false;

    assertThat(catchThrowableOfType(PortFailure.class, this::put))
        .isInstanceOf(PortFailure.OutcomeUnknown.class);
  }

  @Test
  void takesNobodyElsesWriteForItsOwn() {
    write = "another";
    keeps = false;

    assertThat(catchThrowableOfType(PortFailure.class, this::put))
        .isInstanceOf(PortFailure.OutcomeUnknown.class);
  }

  @Test
  void noticesAnotherLength() {
    length = 4;

    assertThat(catchThrowableOfType(PortFailure.class, this::put).error().code())
        .isEqualTo("S3_LENGTH");
  }

  private void put() {
    store.put(KEY, out -> out.write(new byte[5]));
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("PUT")) {
      writes++;
      if (keeps) {
        write = exchange.getRequestHeaders().getFirst(WRITE);
      }
      exchange.sendResponseHeaders(500, -1);
    } else if (write.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.getResponseHeaders().set(WRITE, write);
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
      exchange.getResponseHeaders().set("Last-Modified", "Sun, 01 Mar 2026 09:30:15 GMT");
      exchange.sendResponseHeaders(200, -1);
    }
    exchange.close();
  }
}
