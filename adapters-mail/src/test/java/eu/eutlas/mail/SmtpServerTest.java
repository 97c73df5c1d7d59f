package eu.eutlas.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.mail.SmtpServer.Login;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpServerTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org,                  mail.example.org, 587, STARTTLS",
    "smtp://mail.example.org:25/,              mail.example.org, 25,  STARTTLS",
    "SMTP://Mail.Example.org?tls=required,     mail.example.org, 587, STARTTLS",
    "smtp://mail.example.org?tls=none,         mail.example.org, 587, NONE",
    "smtps://mail.example.org,                 mail.example.org, 465, TLS",
    "smtps://localhost:4650,                   localhost,        4650, TLS",
    "smtp://localhost:1025,                    localhost,        1025, NONE",
    "smtp://127.0.0.1:1025,                    127.0.0.1,        1025, NONE",
    "smtp://[::1]:1025,                        ::1,              1025, NONE",
    "smtp://localhost?tls=required,            localhost,        587, STARTTLS",
    "smtp://127.0.0.1.example.org,             127.0.0.1.example.org, 587, STARTTLS",
    "smtp://localhost.example.org,             localhost.example.org, 587, STARTTLS",
  })
  void readsWhereAndHow(String url, String host, int port, SmtpServer.Protection protection) {
    assertThat(parse(url)).isEqualTo(new SmtpServer(host, port, protection, Optional.empty()));
  }

  @Test
  void readsALoginWithItsSpecialCharacters() {
    var server = parse("smtp://apikey%40x:p%40ss%2Fw+rd:%25@mail.example.org");

    assertThat(server.login()).contains(new Login("apikey@x", new Secret("p@ss/w+rd:%")));
    assertThat(server.toString()).doesNotContain("w+rd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "mail.example.org:587",
        "http://user:hunter2@mail.example.org",
        "smtp+plain://user:hunter2@mail.example.org",
        "smtp:user:hunter2@mail.example.org",
        "smtp:///hunter2",
        "smtp://user:hunter2@",
        "smtp://user:hunter2@:587",
        "smtp://user@hunter2@mail.example.org",
        "smtp://hunter2@mail.example.org",
        "smtp://:hunter2@mail.example.org",
        "smtp://hunter2:@mail.example.org",
        "smtp://user:hun@ter2@mail.example.org",
        "smtp://user:hun/ter2@mail.example.org",
        "smtp://user:12/hunter2@mail.example.org",
        "smtp://user:12#hunter2@mail.example.org",
        "smtp://user:12?hunter2@mail.example.org",
        "smtp://user:hun%ter2@mail.example.org",
        "smtp://user:hun ter2@mail.example.org",
        "smtp://user:hunter2@mail.example.org:0",
        "smtp://user:hunter2@mail.example.org:65536",
        "smtp://user:hunter2@mail.example.org:99999999999",
        "smtp://user:hunter2@mail.example.org/path",
        "smtp://user:hunter2@mail.example.org?tls=maybe",
        "smtp://user:hunter2@mail.example.org?",
        "smtp://user:hunter2@mail.example.org?tls=none&x=y",
        "smtps://user:hunter2@mail.example.org?tls=none",
      })
  void refusesAnythingElseWithoutShowingIt(String url) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> parse(url))
        .withMessageStartingWith("The SMTP URL reads smtp://user:password@host:587")
        .withMessageNotContaining("hun")
        .withMessageNotContaining("ter2")
        .withMessageNotContaining("example.org")
        .withNoCause();
  }

  private static SmtpServer parse(String url) {
    return SmtpServer.parse(new Secret(url));
  }
}
