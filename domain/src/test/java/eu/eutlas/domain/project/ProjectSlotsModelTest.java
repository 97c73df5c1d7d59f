package eu.eutlas.domain.project;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.hex;
import static eu.eutlas.domain.Given.origin;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Slot;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.event.EventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A project under any sequence of writes, against a map from name to holder. */
final class ProjectSlotsModelTest {

  /** What may be asked of a project. */
  enum Kind {
    RESERVE,
    RESERVE_WITH_KEY,
    OCCUPY,
    FREE,
    SWEEP,
    DELETE
  }

  /** Something asked after a while; few names and keys, so that they meet. */
  record Move(Kind kind, int name, int key, int seconds) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    var kinds =
        Arbitraries.of(
            Kind.RESERVE,
            Kind.RESERVE,
            Kind.RESERVE_WITH_KEY,
            Kind.RESERVE_WITH_KEY,
            Kind.OCCUPY,
            Kind.OCCUPY,
            Kind.FREE,
            Kind.SWEEP,
            Kind.DELETE);
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(0, 1, 30, 60))
        .as(Move::new)
        .list()
        .ofMaxSize(40);
  }

  @Property
  void behavesAsItsModel(@ForAll("moves") List<Move> moves) {
    var model = new Model();

    for (var move : moves) {
      model.apply(move);

      assertThat(model.project.isActive()).isEqualTo(model.active);
      assertThat(model.project.clusters().all()).hasSize(model.holders.size());
      model.holders.forEach((name, holder) ->
          assertThat(model.project.clusters().named("cluster-" + name))
              .hasValueSatisfying(slot -> {
                assertThat(slot.id()).isEqualTo(holder.id);
                assertThat(slot.state() == Slot.State.LIVE).isEqualTo(holder.live);
              }));
      assertThat(model.active || model.holders.isEmpty())
          .as("a project that is going has no clusters")
          .isTrue();
    }
  }

  /** Who holds a name. */
  private record Holder(ClusterId id, Optional<Integer> key, boolean live, Instant since) {}

  private static final class Model {
    private final Map<Integer, Holder> holders = new HashMap<>();
    private Project project = ProjectTest.create();
    private boolean active = true;
    private Instant now = NOW;
    private int ids = 100;

    private void apply(Move move) {
      now = now.plusSeconds(move.seconds());
      switch (move.kind()) {
        case RESERVE -> reserve(move.name(), Optional.empty());
        case RESERVE_WITH_KEY -> reserve(move.name(), Optional.of(move.key()));
        case OCCUPY -> occupy(move.name());
        case FREE -> free(move.name());
        case SWEEP -> sweep();
        case DELETE -> delete();
      }
    }

    private void reserve(int name, Optional<Integer> key) {
      var id = new ClusterId(hex(ids++));
      var holder = Optional.ofNullable(holders.get(name));
      var outcome =
          project.reserve(
              id, new ClusterName("cluster-" + name), key.flatMap(k -> origin("key " + k)), now);

      switch (outcome) {
        case Outcome.Done<?>(var ignored) when holder.isPresent() -> {
          var again = outcome.orElseThrow();
          assertThat(key).isPresent().isEqualTo(holder.get().key());
          assertThat(again.wasThere()).isTrue();
          assertThat(again.child()).isEqualTo(holder.get().id());
          assertThat(again.parent()).isEqualTo(project);
        }
        case Outcome.Done<?>(var ignored) -> {
          assertThat(active).isTrue();
          project = outcome.orElseThrow().parent();
          holders.put(name, new Holder(id, key, false, now));
        }
        case Outcome.Refused<?>(var refusal) ->
            assertThat(refusal.code())
                .isEqualTo(
                    holder.isPresent()
                        ? RefusalCode.CLUSTER_NAME_TAKEN
                        : RefusalCode.PROJECT_NOT_ACTIVE);
      }
    }

    private void occupy(int name) {
      Optional.ofNullable(holders.get(name))
          .ifPresent(holder -> {
            project = project.occupy(holder.id());
            holders.put(name, new Holder(holder.id(), holder.key(), true, holder.since()));
          });
    }

    private void free(int name) {
      Optional.ofNullable(holders.remove(name))
          .ifPresent(holder -> project = project.free(holder.id()));
    }

    private void sweep() {
      project.clusters().abandonedAt(now).forEach(slot -> project = project.free(slot.id()));
      holders
          .values()
          .removeIf(holder -> !holder.live() && !now.isBefore(holder.since().plusSeconds(60)));
    }

    private void delete() {
      var outcome = project.delete(Given.event(EventType.PROJECT_DELETED, ids++), now);
      if (holders.isEmpty()) {
        project = outcome.orElseThrow();
        active = false;
      } else {
        assertThat(Given.refusalOf(outcome).code()).isEqualTo(RefusalCode.PROJECT_NOT_EMPTY);
      }
    }
  }
}
