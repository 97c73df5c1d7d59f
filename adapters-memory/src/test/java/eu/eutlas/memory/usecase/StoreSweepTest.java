package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lies in the store of backups without belonging to one. */
final class StoreSweepTest {
  private static final String ID = "69a400010000000000000001";
  private static final Duration SIX_DAYS = Duration.ofDays(6);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final BackupScene scene = BackupScene.set();

  @Test
  void whatNoBackupKnowsOfGoesOnceItIsOld() {
    put("%s/%s/%s/1/archive.gz".formatted(ID, ID, ID));

    sweepAfter(SIX_DAYS);
    assertThat(scene.objects()).isEqualTo(1);

    sweepAfter(TWO_DAYS);
    assertThat(scene.objects()).isZero();
  }

  @Test
  void whatAnotherAttemptWroteGoesAndWhatTheBackupHoldsStays() {
    var backup = scene.taken();
    put(BackupObjects.prefix(backup) + "2/archive.gz");
    put(BackupObjects.prefix(backup) + "11/manifest.json");

    sweepAfter(SIX_DAYS.plus(TWO_DAYS));

    assertThat(keys())
        .containsExactly(BackupObjects.archive(backup), BackupObjects.manifest(backup));
  }

  @Test
  void whatHasTheIdOfABackupInAnotherPlaceIsNotOfIt() {
    var backup = scene.taken();
    put("%s/%s/%s/1/archive.gz".formatted(ID, ID, backup.id()));

    sweepAfter(SIX_DAYS.plus(TWO_DAYS));

    assertThat(keys()).hasSize(2);
  }

  @Test
  void whatEutlasDidNotNameIsLeftAlone() {
    var strange =
        List.of(
            "README.txt",
            "dumps/2026/archive.gz",
            "%s/%s/%s/archive.gz".formatted(ID, ID, ID),
            "%s/%s/%s/0/archive.gz".formatted(ID, ID, ID),
            "%s/%s/%s/one/archive.gz".formatted(ID, ID, ID),
            "%s/%s/%s/1/a/archive.gz".formatted(ID, ID, ID),
            "%s/%s/shop/1/archive.gz".formatted(ID, ID));
    strange.forEach(this::put);

    sweepAfter(Duration.ofDays(365));

    assertThat(keys())
        .containsExactlyInAnyOrderElementsOf(strange.stream().map(ObjectKey::new).toList());
  }

  @Test
  void walksThroughALargeStoreInParts() {
    var backup = scene.taken();
    IntStream.range(0, 12_500)
        .forEach(number -> put("%024x/%s/%s/1/archive.gz".formatted(number, ID, ID)));

    sweepAfter(SIX_DAYS.plus(TWO_DAYS));
    assertThat(keys()).hasSizeGreaterThan(2);
    sweepAfter(Duration.ofHours(1));

    assertThat(keys())
        .containsExactly(BackupObjects.archive(backup), BackupObjects.manifest(backup));
  }

  @Test
  void goesOnAfterAnOutageWhereItWas() {
    put("%s/%s/%s/1/archive.gz".formatted(ID, ID, ID));
    put("%s/%s/%s/1/manifest.json".formatted(ID, ID, ID));
    scene.trial().site().clock().move(SIX_DAYS.plus(TWO_DAYS));
    var faults = new FaultScript();
    var node = scene.trial().through(faults);
    faults.next("delete", Fault.UNAVAILABLE);

    assertThatThrownBy(node::forget).isInstanceOf(PortFailure.class);
    node.forget();

    assertThat(scene.objects()).isZero();
  }

  @Test
  void whatWasNeverFinishedIsEndedOnceItIsOld() {
    var key = new ObjectKey("%s/%s/%s/1/archive.gz".formatted(ID, ID, ID));

    store().put(key, out -> sweepAfter(SIX_DAYS));
    assertThatThrownBy(() -> store().put(key, out -> sweepAfter(SIX_DAYS.plus(TWO_DAYS))))
        .isInstanceOf(PortFailure.class);
  }

  @Test
  void whatSomebodyElseHasNotFinishedIsLeftAlone() {
    store().put(new ObjectKey("dumps/x"), out -> sweepAfter(SIX_DAYS.plus(TWO_DAYS)));

    assertThat(keys()).hasSize(1);
  }

  @Test
  void aStoreThatDoesNotTellOfUnfinishedWritesIsSweptAllTheSame() {
    put("%s/%s/%s/1/archive.gz".formatted(ID, ID, ID));
    scene.trial().site().clock().move(SIX_DAYS.plus(TWO_DAYS));
    var faults = new FaultScript();
    faults.always("endWrites", Fault.UNAVAILABLE);

    scene.trial().through(faults).forget();

    assertThat(scene.objects()).isZero();
  }

  private void sweepAfter(Duration time) {
    scene.trial().site().clock().move(time);
    scene.trial().forget();
  }

  private void put(String key) {
    store().put(new ObjectKey(key), out -> out.write(1));
  }

  private List<ObjectKey> keys() {
    return store().list("", Optional.empty(), 20_000).stream()
        .map(BackupStore.Stored::key)
        .toList();
  }

  private BackupStore store() {
    return scene.scene().site().archived().store();
  }
}
