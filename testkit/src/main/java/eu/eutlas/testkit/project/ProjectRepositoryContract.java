package eu.eutlas.testkit.project;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.OutboxStoreContract;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.organization.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ProjectRepository} holds to. */
public abstract class ProjectRepositoryContract extends OutboxStoreContract<Project> {
  private static final Instant NOW = PinnedClock.START;
  private static final OrgId ORG = Organizations.id(1);
  private static final OrgId OTHER = Organizations.id(2);

  private ProjectRepository projects;

  /** A repository over a new, empty store. */
  protected abstract ProjectRepository repository();

  @BeforeEach
  void begin() {
    projects = repository();
  }

  @Test
  void keepsEveryField() {
    var project =
        Projects.aProject(1)
            .org(OTHER)
            .name(UnusualText.PLAIN)
            .deleting()
            .clusters(
                Slots.<ClusterId>none()
                    .reserve(Clusters.id(1), "one", Optional.of(Origins.of(1)), NOW)
                    .reserve(Clusters.id(2), "two", Optional.empty(), NOW.plusMillis(1))
                    .occupy(Clusters.id(1)))
            .origin(Origins.at(7, NOW.plusMillis(2)))
            .createdAt(NOW.plusMillis(3))
            .revision(5)
            .build();
    projects.insert(project);

    assertThat(find(project)).contains(project);
  }

  @Test
  void keepsAProjectThatIsFull() {
    var slots = Slots.<ClusterId>none();
    for (var number = 1; number <= Project.MAX_CLUSTERS; number++) {
      slots = slots.reserve(Clusters.id(number), "cluster-" + number, Optional.empty(), NOW);
    }
    var full = Projects.aProject(1).clusters(slots).build();
    projects.insert(full);

    assertThat(find(full)).contains(full);
  }

  @Test
  void showsAProjectToItsOrganizationOnly() {
    insert(document(1));

    assertThat(projects.find(Scopes.of(ORG), Projects.id(1))).contains(document(1));
    assertThat(projects.find(Scopes.of(OTHER), Projects.id(1))).isEmpty();
    assertThat(projects.find(Scopes.of(), Projects.id(1))).isEmpty();
    assertThat(projects.find(Scopes.everything(), Projects.id(1))).contains(document(1));
  }

  @Test
  void listsTheActiveProjectsOfAnOrganizationOldestFirst() {
    IntStream.of(3, 1, 5).forEach(number -> insert(document(number)));
    projects.insert(Projects.aProject(2).deleting().build());
    projects.insert(Projects.aProject(4).org(OTHER).build());

    assertThat(Paging.all(2, page -> projects.list(Scopes.of(ORG), ORG, page)))
        .containsExactly(document(1), document(3), document(5));
    assertThat(Paging.first(page -> projects.list(Scopes.of(OTHER), ORG, page))).isEmpty();
    assertThat(Paging.all(1, page -> projects.list(Scopes.everything(), ORG, page))).hasSize(3);
  }

  @Test
  void listsProjectsWithReservationsMadeBeforeTheMoment() {
    var none = Slots.<ClusterId>none();
    var old = NOW.minusMillis(1);
    insertWith(1, none.reserve(Clusters.id(1), "old", Optional.empty(), old));
    insertWith(2, none.reserve(Clusters.id(2), "new", Optional.empty(), NOW));
    insertWith(
        3,
        none.reserve(Clusters.id(3), "live", Optional.empty(), old)
            .occupy(Clusters.id(3))
            .reserve(Clusters.id(4), "new", Optional.empty(), NOW));
    insertWith(
        4,
        none.reserve(Clusters.id(5), "live", Optional.empty(), NOW)
            .occupy(Clusters.id(5))
            .reserve(Clusters.id(6), "old", Optional.empty(), old)
            .reserve(Clusters.id(7), "new", Optional.empty(), NOW));

    assertThat(projects.withReservations(NOW, 10))
        .containsExactlyInAnyOrder(Projects.id(1), Projects.id(4));
    assertThat(projects.withReservations(NOW, 1)).hasSize(1);
  }

  @Test
  void noLongerListsReservationsThatWereFreedOrOccupied() {
    var old = NOW.minusMillis(1);
    var slots = Slots.<ClusterId>none().reserve(Clusters.id(1), "old", Optional.empty(), old);
    insertWith(1, slots);
    insertWith(2, slots);

    projects.save(Projects.aProject(1).clusters(slots.free(Clusters.id(1))).build());
    projects.save(Projects.aProject(2).clusters(slots.occupy(Clusters.id(1))).build());

    assertThat(projects.withReservations(NOW, 10)).isEmpty();
  }

  @Test
  void listsProjectsThatAreBeingDeleted() {
    insert(document(1));
    projects.insert(Projects.aProject(2).deleting().build());
    insert(document(3));
    projects.save(Projects.aProject(3).deleting().build());

    assertThat(projects.deleting(10)).containsExactlyInAnyOrder(Projects.id(2), Projects.id(3));
    assertThat(projects.deleting(1)).hasSize(1);
  }

  @Test
  void removesAProjectThatIsBeingDeletedAndHasTold() {
    var going = Projects.aProject(1).deleting().origin(Origins.of(1)).build();
    projects.insert(going);

    projects.remove(going.id());
    projects.remove(going.id());

    assertThat(find(going)).isEmpty();
    assertThat(projects.findByOrigin(Origins.keyHash(1))).isEmpty();
    assertThat(projects.deleting(10)).isEmpty();
    assertThat(projects.save(going)).isEqualTo(SaveResult.GONE);
  }

  @Test
  void removesNoProjectThatIsActiveOrHasYetToTell() {
    var telling = Projects.aProject(2).deleting().telling(Events.anEvent(1).build()).build();
    insert(document(1));
    insert(telling);

    projects.remove(Projects.id(1));
    projects.remove(Projects.id(2));

    assertThat(find(document(1))).contains(document(1));
    assertThat(find(telling)).contains(telling);
  }

  private void insertWith(int number, Slots<ClusterId> slots) {
    projects.insert(Projects.aProject(number).clusters(slots).build());
  }

  @Override
  protected final Project document(int number) {
    return Projects.aProject(number).build();
  }

  @Override
  protected final Project changed(Project project, int number) {
    return Projects.with(project).name("Changed " + number).build();
  }

  @Override
  protected final Project atVersion(Project project, long version) {
    return Projects.with(project).version(version).build();
  }

  @Override
  protected final Project withOrigin(Project project, OriginKey origin) {
    return Projects.with(project).origin(origin).build();
  }

  @Override
  protected final Project withOutbox(Project project, Outbox outbox) {
    return Projects.with(project).outbox(outbox).build();
  }

  @Override
  protected final long version(Project project) {
    return project.version();
  }

  @Override
  protected final Outbox outbox(Project project) {
    return project.outbox();
  }

  @Override
  protected final void insert(Project project) {
    projects.insert(project);
  }

  @Override
  protected final SaveResult save(Project project) {
    return projects.save(project);
  }

  @Override
  protected final Optional<Project> find(Project project) {
    return projects.find(Scopes.of(project.orgId()), project.id());
  }

  @Override
  protected final Optional<Project> findByOrigin(String originKeyHash) {
    return projects.findByOrigin(originKeyHash);
  }

  @Override
  protected final long forgetOrigins(Instant before) {
    return projects.forgetOrigins(before);
  }

  @Override
  protected final void drain(Project project, Outbox copied) {
    projects.drain(project.id(), copied);
  }

  @Override
  protected final List<Project> listWithOutbox(int limit) {
    return projects.withOutbox(limit).stream().map(this::stored).toList();
  }

  private Project stored(ProjectId id) {
    return projects.find(Scopes.everything(), id).orElseThrow();
  }
}
