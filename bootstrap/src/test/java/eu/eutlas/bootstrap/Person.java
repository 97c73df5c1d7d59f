package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who signs up and works with the product by REST. */
final class Person {
  static final String PASSWORD = "a lamp in every window";
  private static final Pattern TOKEN =
      Pattern.compile("verify-email\\?token=(?:3D)?([A-Za-z0-9_-]{43})");

  private final String email;

  Person(String email) {
    this.email = email;
  }

  void signUp(URI address) throws IOException, InterruptedException {
    var answer =
        Rest.at(address)
            .post("auth/signup", Map.of("email", email, "password", PASSWORD, "name", "Somebody"));
    assertThat(answer.status()).isEqualTo(201);
  }

  void verify(URI address, String mail) throws IOException, InterruptedException {
    // Quoted-printable mails break their lines with an equals sign and write one as =3D.
    var matcher = TOKEN.matcher(mail.replace("=\r\n", "").replace("=3D", "="));
    assertThat(matcher.find()).as(mail).isTrue();
    var answer = Rest.at(address).post("auth/verify-email", Map.of("token", matcher.group(1)));
    assertThat(answer.status()).isBetween(200, 204);
  }

  Rest logIn(URI address) throws IOException, InterruptedException {
    var rest = Rest.at(address);
    var answer = rest.post("auth/login", Map.of("email", email, "password", PASSWORD));
    assertThat(answer.status()).isEqualTo(200);
    return rest.as(answer.text("accessToken"));
  }

  /** The mail that lies in the outbox folder, as soon as it is there. */
  static String mailIn(Path data) {
    var outbox = data.resolve("outbox");
    await().atMost(Duration.ofSeconds(20)).until(() -> !mails(outbox).isEmpty());
    try {
      return Files.readString(mails(outbox).getFirst());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> mails(Path outbox) throws IOException {
    if (Files.notExists(outbox)) {
      return List.of();
    }
    try (var files = Files.list(outbox)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }
}
