package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.testkit.HexIds;
import eu.eutlas.testkit.PinnedClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MaintenanceRepository} holds to. */
public abstract class MaintenanceRepositoryContract {
  private static final Instant NOW = PinnedClock.START;
  private static final RegionId NORTH = new RegionId("north");
  private static final Initiator ADA =
      new Initiator(
          Initiator.Kind.USER,
          Optional.of(HexIds.of(7)),
          "Ada",
          Optional.of("192.0.2.7"),
          Optional.of("a browser"));
  private static final Maintenance UPGRADE = maintenance("an upgrade", NOW);

  private MaintenanceRepository regions;

  /** One in which no region is in maintenance. */
  protected abstract MaintenanceRepository regions();

  @BeforeEach
  void begin() {
    regions = regions();
  }

  @Test
  void knowsOfNoneInTheBeginning() {
    assertThat(regions.all()).isEmpty();
  }

  @Test
  void beginsAndEndsWithoutTouchingOthers() {
    regions.begin(Clusters.REGION, UPGRADE);
    regions.begin(NORTH, maintenance("", NOW.plusMillis(1)));
    assertThat(regions.all())
        .isEqualTo(Map.of(Clusters.REGION, UPGRADE, NORTH, maintenance("", NOW.plusMillis(1))));

    regions.end(NORTH);
    regions.end(NORTH);

    assertThat(regions.all()).isEqualTo(Map.of(Clusters.REGION, UPGRADE));
  }

  @Test
  void takesAnotherReasonWithWhoGaveItAndKeepsItsBeginning() {
    regions.begin(NORTH, UPGRADE);

    regions.begin(NORTH, maintenance("it takes longer", NOW.plusSeconds(60), Optional.of(ADA)));

    assertThat(regions.all())
        .isEqualTo(Map.of(NORTH, maintenance("it takes longer", NOW, Optional.of(ADA))));
  }

  @Test
  void mayNotKnowWhoGaveItsReason() {
    regions.begin(NORTH, UPGRADE);

    regions.begin(NORTH, maintenance("", NOW, Optional.empty()));

    assertThat(regions.all()).isEqualTo(Map.of(NORTH, maintenance("", NOW, Optional.empty())));
  }

  @Test
  void beginsAnew() {
    regions.begin(NORTH, UPGRADE);
    regions.end(NORTH);

    regions.begin(NORTH, maintenance("again", NOW.plusSeconds(60)));

    assertThat(regions.all()).isEqualTo(Map.of(NORTH, maintenance("again", NOW.plusSeconds(60))));
  }

  @Test
  void theWholeInstallationWorksInTheBeginning() {
    assertThat(regions.pause()).isEmpty();

    regions.endPause();

    assertThat(regions.pause()).isEmpty();
  }

  @Test
  void aPauseOfTheWholeStaysAsItBeganAndEnds() {
    var restored = new Maintenance(new MaintenanceReason("restored"), NOW, Optional.of(ADA));
    regions.beginPause(restored);

    regions.beginPause(maintenance("again", NOW.plusSeconds(60)));

    assertThat(regions.pause()).contains(restored);
    regions.endPause();
    regions.endPause();
    assertThat(regions.pause()).isEmpty();
  }

  @Test
  void aPauseOfTheWholeAndMaintenanceOfRegionsDoNotTouchEachOther() {
    regions.begin(NORTH, UPGRADE);
    regions.beginPause(maintenance("restored", NOW));

    assertThat(regions.all()).isEqualTo(Map.of(NORTH, UPGRADE));
    regions.end(NORTH);
    assertThat(regions.pause()).contains(maintenance("restored", NOW));
    regions.begin(NORTH, UPGRADE);
    regions.endPause();
    assertThat(regions.all()).isEqualTo(Map.of(NORTH, UPGRADE));
  }

  private static Maintenance maintenance(String reason, Instant since) {
    return maintenance(reason, since, Optional.of(Initiator.EUTLAS));
  }

  private static Maintenance maintenance(String reason, Instant since, Optional<Initiator> by) {
    return new Maintenance(new MaintenanceReason(reason), since, by);
  }
}
