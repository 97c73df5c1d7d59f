package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same for organizations and projects: a crash at any call leaves nothing half done. */
final class ProjectCrashPointsTest {
  @TestFactory
  Stream<DynamicTest> aFoundedOrganizationIsToldOf() {
    return Mishap.ofEach(
        calls(ProjectCrashPointsTest::found),
        incident -> {
          var trial = Trial.begin();
          var owner = trial.person("ada");
          Mishap.endure(() -> trial.through(incident).organization(owner));

          trial.restarted().settle();

          var roles = trial.site().organizations().rolesOf(owner.id());
          assertThat(roles).hasSizeLessThanOrEqualTo(1);
          assertThat(roles.keySet())
              .allSatisfy(org -> {
                var verdict = new Verdict(trial.site(), org);
                verdict.holds();
                assertThat(types(verdict)).containsExactly(EventType.ORGANIZATION_CREATED);
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> aCreatedProjectHasItsPlaceOrIsNotThere() {
    return Mishap.ofEach(
        callsOfCreate(),
        incident -> {
          var scene = Scene.set();
          scene.trial().deleteProject(scene.owner(), scene.project()).orElseThrow();
          scene.trial().settle();

          Mishap.endure(() -> create(scene.through(incident)));

          scene.trial().restarted().settle();
          scene.verdict().holds();
          assertThat(scene.verdict().projects()).hasSizeLessThanOrEqualTo(1);
          if (scene.verdict().projects().isEmpty()) {
            create(scene);
            scene.trial().settle();
            scene.verdict().holds();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aDeletedProjectGoesWithItsLastEvent() {
    return Mishap.ofEach(
        calls(ProjectCrashPointsTest::delete),
        incident -> {
          var scene = Scene.set();

          Mishap.endure(() -> delete(scene.through(incident)));

          scene.trial().restarted().settle();
          scene.verdict().holds();
          var told = types(scene.verdict());
          assertThat(told).startsWith(EventType.ORGANIZATION_CREATED, EventType.PROJECT_CREATED);
          assertThat(told.contains(EventType.PROJECT_DELETED))
              .isEqualTo(scene.verdict().projects().isEmpty());
          assertThat(told).doesNotHaveDuplicates();
        });
  }

  private static void found(Scene scene) {
    scene.trial().organization(scene.owner());
    scene.trial().rest();
  }

  private static void create(Scene scene) {
    var org = scene.project().orgId();
    scene.trial().createProject(scene.owner(), org, Optional.empty());
    scene.trial().rest();
  }

  private static void delete(Scene scene) {
    scene.trial().deleteProject(scene.owner(), scene.project());
    scene.trial().rest();
  }

  /** What a request and the work behind it call outside. */
  private static List<String> calls(Consumer<Scene> request) {
    var counted = Incident.none();
    var scene = Scene.set();
    request.accept(scene.through(counted));
    return counted.calls();
  }

  private static List<String> callsOfCreate() {
    return calls(scene -> {
      delete(scene);
      create(scene);
    });
  }

  private static List<EventType> types(Verdict verdict) {
    return verdict.log().stream().map(LoggedEvent::event).map(Event::type).toList();
  }
}
