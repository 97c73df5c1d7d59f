package eu.eutlas.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.LoginTrial;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each failure of a customer's database means to who decides whether to try again. */
final class FailuresTest {
  private static final ServerAddress SERVER = new ServerAddress("secret.example.org", 27017);

  private static Stream<Arguments> table() {
    return Stream.of(
        row(
            "the login is refused",
            refusedLogin(),
            "Refused",
            "TRANSIENT ADMIN_REFUSED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT ADMIN_REFUSED"),
        row(
            "the login could not be checked",
            new MongoSecurityException(credential(), "secret"),
            "Its server could not check the login yet.",
            "TRANSIENT NOT_REACHED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT NOT_REACHED"),
        row(
            "it may not do that",
            command(13),
            "Refused",
            "TRANSIENT NOT_REACHED",
            "TRANSIENT USER_REFUSED",
            "PERMANENT REFUSED"),
        row(
            "it says no",
            command(2),
            "Its server refused what every program may do.",
            "TRANSIENT NOT_REACHED",
            "TRANSIENT USER_REFUSED",
            "PERMANENT REFUSED"),
        row(
            "nobody answers in time",
            new MongoTimeoutException("secret"),
            "Its server does not answer yet.",
            "TRANSIENT NOT_REACHED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT NOT_REACHED"),
        row(
            "nobody is there",
            new MongoSocketOpenException("secret", SERVER, new IOException("secret")),
            "Its server does not answer yet.",
            "TRANSIENT NOT_REACHED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT NOT_REACHED"),
        row(
            "the connection breaks off",
            new MongoSocketReadException("secret", SERVER),
            "The connection to its server broke off.",
            "TRANSIENT NOT_REACHED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT NOT_REACHED"),
        row(
            "it is no primary",
            new MongoNotPrimaryException(reply(10107), SERVER),
            "Its server is not a primary that can be written to yet.",
            "TRANSIENT NOT_REACHED",
            "TRANSIENT USER_REFUSED",
            "TRANSIENT NOT_REACHED"),
        row(
            "it stops on the way",
            new MongoNodeIsRecoveringException(reply(91), SERVER),
            "Its server is starting or stopping.",
            "TRANSIENT NOT_REACHED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT NOT_REACHED"),
        row(
            "this node stops",
            new MongoInterruptedException("secret", new InterruptedException()),
            "This node is stopping.",
            "TRANSIENT NOT_REACHED",
            "OUTCOME_UNKNOWN NO_ANSWER",
            "TRANSIENT NOT_REACHED"),
        row(
            "its disk is full",
            command(14031),
            "Its server refused what every program may do.",
            "TRANSIENT NOT_REACHED",
            "TRANSIENT USER_REFUSED",
            "PERMANENT DISK_FULL"),
        row(
            "it forgot a cursor",
            command(43),
            "Its server refused what every program may do.",
            "TRANSIENT NOT_REACHED",
            "TRANSIENT USER_REFUSED",
            "TRANSIENT CURSOR_GONE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void eachIsClassifiedAsTheTableSays(
      String what,
      MongoException failure,
      String trial,
      String before,
      String during,
      String copying) {
    assertThat(words(Failures.trial(failure))).isEqualTo(trial);
    assertThat(row(Failures.beforeAChange(failure))).isEqualTo(before);
    assertThat(row(Failures.duringAChange(failure))).isEqualTo(during);
    assertThat(row(Failures.duringACopy(failure))).isEqualTo(copying);
  }

  @Test
  void whatIsOurOwnIsClassifiedToo() {
    assertThat(row(Failures.notPrimary())).isEqualTo("TRANSIENT NOT_PRIMARY");
    assertThat(row(Failures.noMajority())).isEqualTo("OUTCOME_UNKNOWN NO_MAJORITY");
    assertThat(row(Failures.stopping())).isEqualTo("TRANSIENT STOPPING");
    assertThat(
            Arrays.stream(Failures.class.getDeclaredMethods())
                .filter(method -> PortFailure.class.isAssignableFrom(method.getReturnType())))
        .as("a failure without a row is one too many")
        .hasSize(6);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void nothingThatTheServerSaysIsSaidAgain(String what, MongoException failure) {
    assertThat(failure.toString()).contains("secret");

    assertThat(Failures.beforeAChange(failure).getMessage()).doesNotContain("secret");
    assertThat(Failures.duringAChange(failure).getMessage()).doesNotContain("secret");
    assertThat(Failures.duringACopy(failure).getMessage()).doesNotContain("secret");
    assertThat(words(Failures.trial(failure))).doesNotContain("secret");
  }

  private static Arguments row(
      String what,
      MongoException failure,
      String trial,
      String before,
      String during,
      String copying) {
    return Arguments.of(what, failure, trial, before, during, copying);
  }

  private static String row(PortFailure failure) {
    return failure.failureClass() + " " + failure.error().code();
  }

  private static String words(LoginTrial trial) {
    return switch (trial) {
      case LoginTrial.Proved() -> "Proved";
      case LoginTrial.Refused() -> "Refused";
      case LoginTrial.NotYet(var detail) -> detail;
    };
  }

  private static MongoException refusedLogin() {
    return new MongoSecurityException(credential(), "secret", command(18));
  }

  private static MongoCredential credential() {
    return MongoCredential.createCredential("secret", "admin", new char[0]);
  }

  private static MongoCommandException command(int code) {
    return new MongoCommandException(reply(code), SERVER);
  }

  private static BsonDocument reply(int code) {
    return new BsonDocument("ok", new BsonInt32(0))
        .append("code", new BsonInt32(code))
        .append("errmsg", new BsonString("secret"));
  }
}
