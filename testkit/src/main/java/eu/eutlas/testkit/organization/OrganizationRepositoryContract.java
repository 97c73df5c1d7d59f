package eu.eutlas.testkit.organization;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.OutboxStoreContract;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.identity.Users;
import eu.eutlas.testkit.project.Projects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OrganizationRepository} holds to. */
public abstract class OrganizationRepositoryContract extends OutboxStoreContract<Organization> {
  private static final Instant NOW = PinnedClock.START;

  private OrganizationRepository organizations;

  /** A repository over a new, empty store. */
  protected abstract OrganizationRepository repository();

  @BeforeEach
  void begin() {
    organizations = repository();
  }

  @Test
  void keepsEveryField() {
    var organization =
        Organizations.anOrganization(1)
            .name(UnusualText.PLAIN)
            .member(Users.id(2), Role.ADMIN)
            .member(Users.id(3), Role.READER)
            .projects(
                Slots.<ProjectId>none()
                    .reserve(Projects.id(1), "a.b $c", Optional.of(Origins.of(1)), NOW)
                    .reserve(Projects.id(2), "日本", Optional.empty(), NOW.plusMillis(1))
                    .occupy(Projects.id(1)))
            .origin(Origins.at(7, NOW.plusMillis(2)))
            .createdAt(NOW.plusMillis(3))
            .revision(5)
            .build();
    organizations.insert(organization);

    assertThat(find(organization)).contains(organization);
  }

  @Test
  void showsAnOrganizationToItsScopeOnly() {
    insert(document(1));
    insert(document(2));

    assertThat(organizations.find(Scopes.of(id(1)), id(1))).contains(document(1));
    assertThat(organizations.find(Scopes.of(id(2)), id(1))).isEmpty();
    assertThat(organizations.find(Scopes.of(), id(1))).isEmpty();
    assertThat(organizations.find(Scopes.everything(), id(1))).contains(document(1));
  }

  @Test
  void tellsAUsersRoleInEachOrganization() {
    organizations.insert(Organizations.anOrganization(1).owner(Users.id(7)).build());
    organizations.insert(
        Organizations.anOrganization(2)
            .owner(Users.id(8))
            .member(Users.id(7), Role.READER)
            .build());
    organizations.insert(Organizations.anOrganization(3).owner(Users.id(8)).build());

    assertThat(organizations.rolesOf(Users.id(7)))
        .isEqualTo(Map.of(id(1), Role.OWNER, id(2), Role.READER));
    assertThat(organizations.rolesOf(Users.id(9))).isEmpty();
  }

  @Test
  void tellsRolesAsTheyAreNow() {
    organizations.insert(
        Organizations.anOrganization(1)
            .owner(Users.id(1))
            .member(Users.id(2), Role.READER)
            .member(Users.id(3), Role.READER)
            .build());

    organizations.save(
        Organizations.anOrganization(1)
            .owner(Users.id(1))
            .member(Users.id(2), Role.ADMIN)
            .member(Users.id(4), Role.MEMBER)
            .build());

    assertThat(organizations.rolesOf(Users.id(2))).containsExactly(Map.entry(id(1), Role.ADMIN));
    assertThat(organizations.rolesOf(Users.id(3))).isEmpty();
    assertThat(organizations.rolesOf(Users.id(4))).containsExactly(Map.entry(id(1), Role.MEMBER));
  }

  @Test
  void listsTheOrganizationsOfAScopeOldestFirst() {
    IntStream.of(3, 1, 5, 2, 4).forEach(number -> insert(document(number)));

    var scope = Scopes.of(id(1), id(2), id(4), id(5), id(9));
    assertThat(Paging.all(2, page -> organizations.list(scope, page)))
        .containsExactly(document(1), document(2), document(4), document(5));
    assertThat(Paging.all(2, page -> organizations.list(Scopes.everything(), page))).hasSize(5);
    assertThat(Paging.first(page -> organizations.list(Scopes.of(), page))).isEmpty();
  }

  @Test
  void endsAListThatFillsItsLastPage() {
    IntStream.rangeClosed(1, 4).forEach(number -> insert(document(number)));

    assertThat(Paging.all(4, page -> organizations.list(Scopes.everything(), page))).hasSize(4);
    assertThat(Paging.all(1, page -> organizations.list(Scopes.everything(), page))).hasSize(4);
  }

  @Test
  void listsOrganizationsWithReservationsMadeBeforeTheMoment() {
    var none = Slots.<ProjectId>none();
    var old = NOW.minusMillis(1);
    insertWith(1, none.reserve(Projects.id(1), "old", Optional.empty(), old));
    insertWith(2, none.reserve(Projects.id(2), "new", Optional.empty(), NOW));
    insertWith(
        3,
        none.reserve(Projects.id(3), "live", Optional.empty(), old)
            .occupy(Projects.id(3))
            .reserve(Projects.id(4), "new", Optional.empty(), NOW));
    insertWith(
        4,
        none.reserve(Projects.id(5), "live", Optional.empty(), NOW)
            .occupy(Projects.id(5))
            .reserve(Projects.id(6), "old", Optional.empty(), old)
            .reserve(Projects.id(7), "new", Optional.empty(), NOW));

    assertThat(organizations.withReservations(NOW, 10)).containsExactlyInAnyOrder(id(1), id(4));
    assertThat(organizations.withReservations(NOW, 1)).hasSize(1);
  }

  @Test
  void noLongerListsReservationsThatWereFreedOrOccupied() {
    var old = NOW.minusMillis(1);
    var slots = Slots.<ProjectId>none().reserve(Projects.id(1), "old", Optional.empty(), old);
    insertWith(1, slots);
    insertWith(2, slots);

    organizations.save(
        Organizations.anOrganization(1).projects(slots.free(Projects.id(1))).build());
    organizations.save(
        Organizations.anOrganization(2).projects(slots.occupy(Projects.id(1))).build());

    assertThat(organizations.withReservations(NOW, 10)).isEmpty();
  }

  private void insertWith(int number, Slots<ProjectId> slots) {
    organizations.insert(Organizations.anOrganization(number).projects(slots).build());
  }

  private static OrgId id(int number) {
    return Organizations.id(number);
  }

  @Override
  protected final Organization document(int number) {
    return Organizations.anOrganization(number).build();
  }

  @Override
  protected final Organization changed(Organization organization, int number) {
    return Organizations.with(organization).name("Changed " + number).build();
  }

  @Override
  protected final Organization atVersion(Organization organization, long version) {
    return Organizations.with(organization).version(version).build();
  }

  @Override
  protected final Organization withOrigin(Organization organization, OriginKey origin) {
    return Organizations.with(organization).origin(origin).build();
  }

  @Override
  protected final Organization withOutbox(Organization organization, Outbox outbox) {
    return Organizations.with(organization).outbox(outbox).build();
  }

  @Override
  protected final long version(Organization organization) {
    return organization.version();
  }

  @Override
  protected final Outbox outbox(Organization organization) {
    return organization.outbox();
  }

  @Override
  protected final void insert(Organization organization) {
    organizations.insert(organization);
  }

  @Override
  protected final SaveResult save(Organization organization) {
    return organizations.save(organization);
  }

  @Override
  protected final Optional<Organization> find(Organization organization) {
    return organizations.find(Scopes.of(organization.id()), organization.id());
  }

  @Override
  protected final Optional<Organization> findByOrigin(String originKeyHash) {
    return organizations.findByOrigin(originKeyHash);
  }

  @Override
  protected final long forgetOrigins(Instant before) {
    return organizations.forgetOrigins(before);
  }

  @Override
  protected final void drain(Organization organization, Outbox copied) {
    organizations.drain(organization.id(), copied);
  }

  @Override
  protected final List<Organization> listWithOutbox(int limit) {
    return organizations.withOutbox(limit).stream()
        .map(id -> organizations.find(Scopes.of(id), id).orElseThrow())
        .toList();
  }
}
