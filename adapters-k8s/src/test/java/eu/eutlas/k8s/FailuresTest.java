package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.PortFailure.OutcomeUnknown;
import eu.eutlas.application.PortFailure.Rejected;
import eu.eutlas.application.PortFailure.Unavailable;
import eu.eutlas.k8s.ApiCall.Verb;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FailuresTest {
  private static final ApiCall READ = call(Verb.GET);
  private static final ApiCall WRITE = call(Verb.APPLY);
  private static final String LEAK = "db-7 aB3dE5gH7jK9mN1p";

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(READ, 401, "", Unavailable.class, "KUBERNETES_LOGIN"),
        Arguments.of(WRITE, 401, "", Unavailable.class, "KUBERNETES_LOGIN"),
        Arguments.of(READ, 403, status("Forbidden", ""), Unavailable.class, "KUBERNETES_RIGHTS"),
        Arguments.of(WRITE, 403, "", Unavailable.class, "KUBERNETES_RIGHTS"),
        Arguments.of(
            WRITE,
            403,
            status("Forbidden", "\"causes\":[{\"reason\":\"NamespaceTerminating\"}]"),
            Unavailable.class,
            "LEAVING"),
        Arguments.of(
            WRITE,
            403,
            "{\"reason\":\"Forbidden\",\"message\":\"exceeded quota: q " + LEAK + "\"}",
            Unavailable.class,
            "KUBERNETES_QUOTA"),
        Arguments.of(READ, 404, "404 page not found", Unavailable.class, "OPERATOR_ABSENT"),
        Arguments.of(
            WRITE,
            404,
            status("NotFound", "\"name\":\"eutlas-7\""),
            Unavailable.class,
            "KUBERNETES_GONE"),
        Arguments.of(WRITE, 409, status("Conflict", ""), Unavailable.class, "KUBERNETES_CONFLICT"),
        Arguments.of(
            WRITE, 409, status("AlreadyExists", ""), Unavailable.class, "KUBERNETES_CONFLICT"),
        Arguments.of(WRITE, 422, status("Invalid", ""), Rejected.class, "KUBERNETES_REFUSED"),
        Arguments.of(WRITE, 400, "", Rejected.class, "KUBERNETES_REFUSED"),
        Arguments.of(WRITE, 413, "", Rejected.class, "KUBERNETES_REFUSED"),
        Arguments.of(READ, 429, "", Unavailable.class, "KUBERNETES_BUSY"),
        Arguments.of(READ, 500, "", Unavailable.class, "KUBERNETES_UNAVAILABLE"),
        Arguments.of(WRITE, 500, "", OutcomeUnknown.class, "KUBERNETES_UNCLEAR"),
        Arguments.of(WRITE, 502, "", OutcomeUnknown.class, "KUBERNETES_UNCLEAR"),
        Arguments.of(WRITE, 503, "", Unavailable.class, "KUBERNETES_UNAVAILABLE"),
        Arguments.of(WRITE, 504, "", OutcomeUnknown.class, "KUBERNETES_UNCLEAR"),
        Arguments.of(READ, 504, "", Unavailable.class, "KUBERNETES_UNAVAILABLE"));
  }

  @ParameterizedTest(name = "{1} {4}")
  @MethodSource("answers")
  void tellsAnswersApart(
      ApiCall call, int code, String body, Class<? extends PortFailure> type, String name) {
    var failure = Failures.answered(call, new ApiAnswer(code, Optional.empty(), body));

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.error().code()).isEqualTo(name);
    assertThat(failure.getMessage()).doesNotContain(LEAK).endsWith(".");
    assertThat(failure.getCause()).isNull();
  }

  static Stream<Arguments> silences() {
    return Stream.of(
        Arguments.of(READ, false, new ConnectException(), Unavailable.class),
        Arguments.of(WRITE, false, new ConnectException(), Unavailable.class),
        Arguments.of(WRITE, false, new UnknownHostException(), Unavailable.class),
        Arguments.of(WRITE, false, new SocketTimeoutException(), Unavailable.class),
        Arguments.of(WRITE, false, new InterruptedIOException(), Unavailable.class),
        Arguments.of(WRITE, true, new SocketTimeoutException(), OutcomeUnknown.class),
        Arguments.of(WRITE, true, new InterruptedIOException(), OutcomeUnknown.class),
        Arguments.of(WRITE, true, new IOException(), OutcomeUnknown.class),
        Arguments.of(READ, true, new IOException(), Unavailable.class),
        Arguments.of(WRITE, false, new SSLHandshakeException("x"), Unavailable.class));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void knowsWhatCannotHaveHappened(
      ApiCall call, boolean sent, IOException cause, Class<? extends PortFailure> type) {
    assertThat(Failures.unanswered(call, sent, cause)).isExactlyInstanceOf(type).hasCause(cause);
  }

  @Test
  void namesTheRightThatIsMissing() {
    var failure = Failures.answered(WRITE, new ApiAnswer(403, Optional.empty(), ""));

    assertThat(failure)
        .hasMessage(
            "EUTLAS may not make the network policy eutlas-access: it lacks the right to patch"
                + " networkpolicies.networking.k8s.io. Apply deploy/rbac.yaml.");
  }

  @Test
  void tellsHowLongTheApiServerWantsPeace() {
    var failure = Failures.answered(READ, new ApiAnswer(429, Optional.of("7"), ""));

    assertThat(failure).hasMessageContaining("7 seconds");
  }

  @Test
  void saysThatTheCertificateIsNotAccepted() {
    var failure = Failures.unanswered(READ, false, new SSLHandshakeException("x"));

    assertThat(failure.error().code()).isEqualTo("KUBERNETES_TLS");
  }

  /** As when an API server goes away while a connection to it is made. */
  @Test
  void doesNotBlameCertificatesWhereAConnectionWasCut() {
    var cut = new SSLHandshakeException("Remote host terminated the handshake");
    cut.initCause(new EOFException());

    var failure = Failures.unanswered(READ, false, cut);

    assertThat(failure.error().code()).isEqualTo("KUBERNETES_UNREACHABLE");
  }

  /** An answer that gets into a log by mistake shows nothing of what it says. */
  @ParameterizedTest
  @EnumSource(names = {"GET", "APPLY"})
  void showsNothingOfWhatWasAnswered(Verb verb) {
    var answer = new ApiAnswer(422, Optional.empty(), "{\"message\":\"" + LEAK + "\"}");

    assertThat(answer.toString() + Failures.answered(call(verb), answer)).doesNotContain(LEAK);
  }

  private static ApiCall call(Verb verb) {
    return ApiCall.of(verb, ResourceType.NETWORK_POLICY, "eutlas-7", "eutlas-access");
  }

  private static String status(String reason, String details) {
    return "{\"kind\":\"Status\",\"reason\":\"%s\",\"message\":\"%s\",\"details\":{%s}}"
        .formatted(reason, LEAK, details);
  }
}
