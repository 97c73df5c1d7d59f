package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.mail.Mailer.Letter;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Member;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who is mailed that a backup has failed, and that they are mailed once. */
final class BackupMailTest {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(16);
  private static final int ATTEMPTS = 5;

  private final BackupScene scene = BackupScene.set();

  @Test
  void eachOwnerIsMailedOnceAndNobodyElseIs() {
    join(scene.trial().person("bob"), Role.OWNER);
    join(scene.trial().person("eve"), Role.ADMIN);

    fail(scene);
    scene.trial().settle();

    assertThat(mailed(scene))
        .extracting(letter -> letter.to().value())
        .containsExactlyInAnyOrder("ada@example.org", "bob@example.org");
  }

  @Test
  void theMailSaysWhatWhyAndWhatNext() {
    fail(scene);

    assertThat(word("name")).isEqualTo("ada");
    assertThat(word("cluster")).isEqualTo("shop-db");
    assertThat(word("project")).isEqualTo("Shop");
    assertThat(word("time")).endsWith(" UTC");
    assertThat(word("reason")).isEqualTo("Something unexpected came in the way.");
    assertThat(word("next")).startsWith("Look at the cluster's events");
    assertThat(word("newest")).isEqualTo("There is no good backup of this cluster.");
    assertThat(word("link"))
        .isEqualTo(
            "https://eutlas.example.org/orgs/%s/projects/%s/clusters/%s"
                .formatted(
                    scene.cluster().orgId(), scene.cluster().projectId(), scene.cluster().id()));
  }

  @Test
  void nothingOfTheFailuresOwnWordsIsMailed() {
    fail(scene);

    var told = scene.all().getFirst().tries().error().orElseThrow();
    assertThat(told.message()).contains("was made to fail");
    assertThat(mailed(scene).getFirst().variables().values())
        .noneMatch(value -> value.reveal().contains("was made to fail"));
  }

  @Test
  void theNewestGoodOneIsNamed() {
    scene.taken();

    fail(scene);

    assertThat(word("newest")).matches("The newest good backup has the data of .* UTC and .*");
  }

  @Test
  void eachBackupThatFailsIsAMailOfItsOwn() {
    fail(scene);
    fail(scene);

    assertThat(mailed(scene)).hasSize(2);
  }

  @Test
  void anAttemptThatIsMadeAgainIsNoMail() {
    nearlyFail(scene);

    assertThat(mailed(scene)).isEmpty();
  }

  @Test
  void nobodyIsMailedForTheBackupOfAClusterThatIsDeleted() {
    nearlyFail(scene);
    scene.scene().delete(scene.cluster());

    scene.trial().pass(Duration.ofMinutes(20));

    assertThat(scene.scene().verdict().toldOf(scene.cluster().id()))
        .contains(EventType.BACKUP_FAILED);
    assertThat(mailed(scene)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> eachOwnerIsMailedOnceWhateverBefallsACallOfTheLastAttempt() {
    var counted = Incident.none();
    endure(counted);
    var calls = counted.calls();
    var last = calls.lastIndexOf("BackupRepository.drain");
    assertThat(calls.subList(0, last)).contains("MailRepository.insert", "EventLog.append");

    return Mishap.ofEach(calls.subList(0, last + 1), BackupMailTest::isMailedOnce);
  }

  private static void isMailedOnce(Incident incident) {
    var befallen = endure(incident);

    befallen.trial().through(broken(Incident.none())).pass(Duration.ofMinutes(20));

    assertThat(befallen.all())
        .extracting(backup -> backup.state().name())
        .containsExactly(BackupState.Name.FAILED);
    assertThat(mailed(befallen)).hasSize(1);
    assertThat(befallen.scene().verdict().toldOf(befallen.cluster().id()))
        .containsOnlyOnce(EventType.BACKUP_FAILED);
  }

  /** The last attempt of a backup fails, and this befalls a call of it. */
  private static BackupScene endure(Incident incident) {
    var set = BackupScene.set();
    nearlyFail(set);
    set.trial().site().clock().move(LONGEST_PAUSE);
    var node = set.trial().through(broken(incident));
    Mishap.endure(node::settle);
    return set;
  }

  private static void nearlyFail(BackupScene on) {
    fail(on, ATTEMPTS - 1);
  }

  private static void fail(BackupScene on) {
    fail(on, ATTEMPTS);
  }

  private static void fail(BackupScene on, int attempts) {
    var node = on.on(on.trial().through(broken(Incident.none())));
    node.order().orElseThrow();
    for (var attempt = 1; attempt <= attempts; attempt++) {
      node.trial().eutlas().sweepOnce();
      node.trial().rest();
      node.trial().site().clock().move(LONGEST_PAUSE);
    }
    assertThat(node.all()).extracting(Backup::tries).anyMatch(tries -> tries.count() == attempts);
  }

  /** The store takes nothing, beside what befalls. */
  private static FaultPlan broken(Incident incident) {
    return (port, call) -> {
      var fault = incident.decide(port, call);
      return fault == Fault.NONE && call.equals("put") ? Fault.UNAVAILABLE : fault;
    };
  }

  private static List<Letter> mailed(BackupScene on) {
    return on.scene().site().mailer().letters().stream()
        .filter(letter -> letter.template() == MailTemplate.BACKUP_FAILED)
        .toList();
  }

  private String word(String name) {
    return Optional.ofNullable(mailed(scene).getFirst().variables().get(name))
        .orElseThrow()
        .reveal();
  }

  private void join(Actor.Person person, Role role) {
    var organizations = scene.scene().site().organizations();
    var of = organizations.find(Scopes.everything(), scene.cluster().orgId()).orElseThrow();
    var member = new Member(person.id(), role, of.createdAt());
    organizations.save(
        new Organization(
            of.id(),
            of.name(),
            Stream.concat(of.members().stream(), Stream.of(member)).toList(),
            of.projects(),
            of.outbox(),
            of.origin(),
            of.createdAt(),
            of.updatedAt(),
            of.revision(),
            of.version()));
  }
}
