package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import eu.eutlas.application.PortFailure;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CallsTest {
  private static final ServerAddress SERVER = new ServerAddress("db.example.org");
  private static final String SECRET = "dup key: someone@example.org";

  @ParameterizedTest
  @MethodSource({"notSent", "refused", "lost"})
  void aReadThatFailsDidNotHappen(MongoException failure) {
    translated(() -> Calls.read(() -> fail(failure)), failure)
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  @ParameterizedTest
  @MethodSource({"notSent", "refused"})
  void aWriteThatWasNotCarriedOutDidNotHappen(MongoException failure) {
    translated(() -> Calls.write(() -> fail(failure)), failure)
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aWriteWhoseAnswerIsLostMayHaveHappened(MongoException failure) {
    translated(() -> Calls.write(() -> fail(failure)), failure)
        .isInstanceOf(PortFailure.OutcomeUnknown.class);
  }

  @ParameterizedTest
  @MethodSource("duplicates")
  void aDuplicateIsTold(MongoException failure) {
    translated(() -> Calls.write(() -> fail(failure)), failure)
        .isInstanceOf(PortFailure.Duplicate.class);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void ourOwnMistakesPassThrough(RuntimeException mistake) {
    assertThatThrownBy(() -> Calls.read(() -> fail(mistake))).isSameAs(mistake);
    assertThatThrownBy(() -> Calls.write(() -> fail(mistake))).isSameAs(mistake);
  }

  static Stream<MongoException> notSent() {
    return Stream.of(
        new MongoTimeoutException("no server was found"),
        new MongoSocketOpenException("refused", SERVER, new java.net.ConnectException()),
        new MongoSecurityException(
            MongoCredential.createCredential("u", "admin", new char[] {'p'}), "wrong password"));
  }

  static Stream<MongoException> refused() {
    return Stream.of(
        new MongoNotPrimaryException(
            BsonDocument.parse("{errorLabels: ['NoWritesPerformed']}"), SERVER),
        command(13, "not authorized"),
        command(8000, "too many requests"),
        command(1, "it fell over"));
  }

  static Stream<MongoException> lost() {
    return Stream.of(
        new MongoSocketReadException("ended early", SERVER),
        new MongoSocketReadTimeoutException("late", SERVER, new java.net.SocketTimeoutException()),
        new MongoSocketWriteException("broken pipe", SERVER, new java.io.IOException()),
        new MongoInterruptedException("interrupted", new InterruptedException()),
        new MongoExecutionTimeoutException(50, SECRET),
        new MongoOperationTimeoutException("late"),
        new MongoNotPrimaryException(new BsonDocument(), SERVER),
        new MongoNodeIsRecoveringException(new BsonDocument(), SERVER),
        command(14031, "the disk is full"),
        new MongoWriteConcernException(
            new WriteConcernError(64, "WriteConcernFailed", SECRET, new BsonDocument()),
            WriteConcernResult.unacknowledged(),
            SERVER,
            Set.of()));
  }

  static Stream<MongoException> duplicates() {
    return Stream.of(
        new MongoWriteException(
            new WriteError(11000, SECRET, new BsonDocument()), SERVER, Set.of()),
        command(11000, SECRET));
  }

  static Stream<RuntimeException> malformed() {
    return Stream.of(
        command(2, "unknown operator"),
        command(9, "cannot parse"),
        new IllegalStateException("the client is closed"),
        new IllegalArgumentException("no such thing"));
  }

  private static MongoCommandException command(int code, String message) {
    return new MongoCommandException(
        BsonDocument.parse("{ok: 0, code: %d, errmsg: '%s'}".formatted(code, message)), SERVER);
  }

  /** The failure says nothing of what the server or driver said; that stays in the cause. */
  private static AbstractThrowableAssert<?, ? extends Throwable> translated(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, MongoException failure) {
    return assertThatThrownBy(call)
        .hasCause(failure)
        .hasMessageNotContainingAny("example.org", "someone", "server was found", "refused");
  }

  private static Void fail(RuntimeException failure) {
    throw failure;
  }
}
