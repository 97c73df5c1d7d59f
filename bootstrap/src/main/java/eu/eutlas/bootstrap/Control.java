package eu.eutlas.bootstrap;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a command on the same machine speaks to the running process: at its operations port, with a
 * token that stands in a file of the data folder which its owner alone can read.
 */
record Control(int port, Secret token) {
  static final String FILE = "control";
  static final String PATH = "/control";
  static final String ADMINISTRATORS = "/administrators";
  static final String BACKUPS = "/backups";
  private static final int OK = 200;

  /** What the running process has left in its data folder; absent when it left nothing. */
  static Optional<Control> find(Path data) {
    try {
      var words = Files.readString(data.resolve(FILE)).strip().split(" ", -1);
      return Optional.of(new Control(Integer.parseInt(words[0]), new Secret(words[1])));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new StartException(
          "The running EUTLAS cannot be asked: " + data.resolve(FILE) + " cannot be read.", e);
    }
  }

  String text() {
    return port + " " + token.reveal();
  }

  /** Asks the running process to grant; absent when none runs any more. */
  Optional<String> grant(Email email) {
    return ask(ADMINISTRATORS, email.value());
  }

  /** Asks the running process to back up its metadata; absent when none runs any more. */
  Optional<String> backUp(Path file) {
    return ask(BACKUPS, file.toString());
  }

  private Optional<String> ask(String what, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH + what))
            .header("Authorization", "Bearer " + token.reveal())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new StartException(answer.body().strip());
      }
      return Optional.of(answer.body().strip());
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartException("The running EUTLAS did not answer. Try again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Stopped while asking the running EUTLAS.", e);
    }
  }
}
