package eu.eutlas.memory.usecase;

import eu.eutlas.application.PortFailure;
import eu.eutlas.testkit.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What can befall a call. */
enum Mishap {
  FAILS,
  ANSWER_IS_LOST,
  CRASHES_BEFORE;

  private Incident at(int number) {
    return switch (this) {
      case FAILS -> Incident.fault(number, Fault.UNAVAILABLE);
      case ANSWER_IS_LOST -> Incident.fault(number, Fault.ANSWER_LOST);
      case CRASHES_BEFORE -> Incident.crash(number);
    };
  }

  /** A test for each mishap of each call. */
  static Stream<DynamicTest> ofEach(List<String> calls, Consumer<Incident> test) {
    return Arrays.stream(values())
        .flatMap(mishap ->
            IntStream.rangeClosed(1, calls.size())
                .mapToObj(number ->
                    DynamicTest.dynamicTest(
                        mishap + " " + number + " " + calls.get(number - 1),
                        () -> test.accept(mishap.at(number)))));
  }

  /** A request of somebody who may be told that it failed, or nothing at all. */
  static void endure(Runnable request) {
    try {
      request.run();
    } catch (PortFailure | Incident.Crash befallen) {
      // They may ask again; what stands is worked off.
    }
  }
}
