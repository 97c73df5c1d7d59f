package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.KeptDocument;
import eu.eutlas.domain.cluster.ClusterState.Name;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lifecycle as people read it. */
final class LifecycleDocumentTest {
  @Test
  void theKeptDocumentIsTheGeneratedOne() throws IOException {
    KeptDocument.requireCurrent("lifecycle.md", document());
  }

  @Test
  void everyStateButTheLastHasAWayOutAndEveryStateButTheFirstAWayIn() {
    var ways = LifecycleMap.drawn().keySet();

    assertThat(ways.stream().map(LifecycleMap.Way::from).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(allBut(Name.DELETED));
    assertThat(ways.stream().map(LifecycleMap.Way::to).collect(Collectors.toSet()))
        .containsAll(allBut(Name.CREATING));
  }

  private static List<Name> allBut(Name one) {
    return Arrays.stream(Name.values()).filter(name -> name != one).toList();
  }

  private static String document() {
    return """
    # The lifecycle of a cluster

    Generated from the code, by trying every command, every observation and every failure
    in every state; a test holds the two equal. An arrow names the command that people give
    (small letters) or the event that tells what happened (capitals). Looking changes the
    state, too: that is how a cluster becomes READY.

    ```mermaid
    stateDiagram-v2
        [*] --> CREATING: create
    %s
        DELETED --> [*]
    ```

    ## Commands

    | command | accepted in |
    |---|---|
    %s

    `cancel` is accepted for a creation or a change until the first thing is done for it
    outside. Everything else is refused with 409 and the reason.
    """
        .formatted(arrows(), commands());
  }

  private static String arrows() {
    return LifecycleMap.drawn().entrySet().stream()
        .map(way ->
            "    %s --> %s: %s"
                .formatted(
                    way.getKey().from(), way.getKey().to(), String.join(", ", way.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String commands() {
    return Arrays.stream(ClusterCommand.values())
        .map(command ->
            "| %s | %s |"
                .formatted(
                    command.name().toLowerCase(Locale.ROOT), String.join(" ", states(command))))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> states(ClusterCommand command) {
    return Arrays.stream(Name.values()).filter(command::isAcceptedIn).map(Enum::name).toList();
  }
}
