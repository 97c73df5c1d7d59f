package eu.eutlas.domain.organization;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.hex;
import static eu.eutlas.domain.Given.origin;
import static eu.eutlas.domain.Given.refusalOf;
import static eu.eutlas.domain.Given.secondsLater;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Reservation;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.Slot;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrganizationTest {

  private static final Optional<OriginKey> NO_KEY = Optional.empty();
  private static final ProjectName SHOP = new ProjectName("Shop");
  private static final ProjectId FIRST = project(100);
  private static final ProjectId SECOND = project(101);

  private final Event founded = Given.event(EventType.ORGANIZATION_CREATED);
  private final Organization org =
      Organization.found(Given.ORG, new OrgName("Acme"), Given.USER, origin("org"), founded, NOW);

  @Test
  void isFoundedWithItsFounderAsOwner() {
    assertThat(org.roleOf(Given.USER)).contains(Role.OWNER);
    assertThat(org.members()).hasSize(1);
  }

  @Test
  void isFoundedWithoutProjectsAndTellsOfIt() {
    assertThat(org.projects().isEmpty()).isTrue();
    assertThat(org.outbox().events()).containsExactly(founded);
    assertThat(org.revision()).isEqualTo(Revision.FIRST);
    assertThat(org.origin()).isEqualTo(origin("org"));
  }

  @Test
  void aStrangerHasNoRole() {
    assertThat(org.roleOf(new UserId(hex(99)))).isEmpty();
  }

  @Test
  void reservesThePlaceOfAProject() {
    var reservation = org.reserve(FIRST, SHOP, NO_KEY, secondsLater(5)).orElseThrow();

    assertThat(reservation.child()).isEqualTo(FIRST);
    assertThat(reservation.wasThere()).isFalse();
    assertThat(reservation.parent().updatedAt()).isEqualTo(secondsLater(5));
    assertThat(reservation.parent().projects().find(FIRST).map(Slot::state))
        .contains(Slot.State.RESERVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "shop", "SHOP", " Shop ", "Ｓｈｏｐ"})
  void refusesASecondProjectWithTheSameName(String name) {
    var taken = holding(FIRST, NO_KEY);

    var outcome = taken.reserve(SECOND, new ProjectName(name), origin("k"), NOW);

    assertThat(refusalOf(outcome).code()).isEqualTo(RefusalCode.PROJECT_NAME_TAKEN);
  }

  @Test
  void theSameRequestFindsItsOwnPlaceAgain() {
    var taken = holding(FIRST, origin("k"));

    var again = taken.reserve(SECOND, SHOP, origin("k"), NOW).orElseThrow();

    assertThat(again).isEqualTo(new Reservation<>(taken, FIRST, true));
  }

  @Test
  void holdsTwoHundredProjectsAndNoMore() {
    var full =
        IntStream.range(0, Organization.MAX_PROJECTS)
            .boxed()
            .reduce(
                org,
                (to, n) ->
                    to.reserve(project(n), new ProjectName("Project " + n), NO_KEY, NOW)
                        .orElseThrow()
                        .parent(),
                (one, other) -> other);

    var oneMore = full.reserve(project(999), SHOP, NO_KEY, NOW);

    assertThat(full.projects().size()).isEqualTo(200);
    assertThat(refusalOf(oneMore).code()).isEqualTo(RefusalCode.PROJECT_LIMIT_REACHED);
  }

  @Test
  void freeingAProjectFreesItsName() {
    var freed = holding(FIRST, NO_KEY).occupy(FIRST).free(FIRST);

    assertThat(freed.reserve(SECOND, SHOP, NO_KEY, NOW).orElseThrow().child()).isEqualTo(SECOND);
  }

  @Test
  void anOccupiedPlaceIsLive() {
    var occupied = holding(FIRST, NO_KEY).occupy(FIRST);

    assertThat(occupied.projects().find(FIRST).map(Slot::state)).contains(Slot.State.LIVE);
  }

  @Test
  void whatHappensToItsProjectsLeavesItsRevision() {
    assertThat(holding(FIRST, NO_KEY).free(FIRST).revision()).isEqualTo(org.revision());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 50})
  void aNameHasTwoToFiftyCharacters(int length) {
    assertThat(new OrgName("ü".repeat(length)).value()).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 51})
  void aNameIsNeitherShorterNorLonger(int length) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new OrgName("ü".repeat(length)))
        .withMessage("An organization's name has 2 to 50 characters.");
  }

  private Organization holding(ProjectId id, Optional<OriginKey> by) {
    return org.reserve(id, SHOP, by, NOW).orElseThrow().parent();
  }

  private static ProjectId project(int number) {
    return new ProjectId(hex(number));
  }
}
