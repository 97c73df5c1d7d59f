package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.cluster.ClusterFixture.PASSWORD;
import static eu.eutlas.domain.cluster.ClusterFixture.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClusterUsersTest {
  private static final Duration OVERLAP = Duration.ofHours(1);
  private static final DatabaseLogin ADMIN = spec().admin();
  private static final ClusterUsers ALONE = spec().users();
  private static final ClusterUsers ROTATED =
      ALONE.rotated(new DatabaseLogin(ALONE.nextCustomerName(), PASSWORD, 2), OVERLAP);
  private static final UserSeen CUSTOMER =
      new UserSeen("shop", Set.of("readWriteAnyDatabase@admin", "dbAdminAnyDatabase@admin"));
  private static final UserSeen OURS = new UserSeen("eutlas", Set.of("root@admin"));

  @Test
  void theCustomersLoginAlternatesBetweenTwoNames() {
    assertThat(ALONE.nextCustomerName()).isEqualTo("shop2");
    assertThat(ROTATED.nextCustomerName()).isEqualTo("shop");
  }

  @Test
  void theFormerLoginIsShownUntilTheNewOneIsProved() {
    assertThat(ROTATED.present()).isEqualTo(ALONE.customer());
    assertThat(ROTATED.proved(NOW).present()).isEqualTo(ROTATED.customer());
  }

  @Test
  void theFormerLoginHasNoEndUntilTheNewOneIsProvedAndThenKeepsIt() {
    assertThat(ROTATED.isRetirementDue(NOW.plus(OVERLAP))).isFalse();

    var proved = ROTATED.proved(NOW);

    assertThat(proved.proved(NOW.plusSeconds(9)).nextEnd()).contains(NOW.plus(OVERLAP));
    assertThat(proved.isRetirementDue(NOW.plus(OVERLAP).minusMillis(1))).isFalse();
    assertThat(proved.isRetirementDue(NOW.plus(OVERLAP))).isTrue();
  }

  @Test
  void bothLoginsAreWantedUntilOneEnds() {
    var proved = ROTATED.proved(NOW);

    assertThat(proved.wanted(NOW))
        .extracting(DatabaseUser::username)
        .containsExactly("shop2", "shop");
    assertThat(proved.wanted(NOW.plus(OVERLAP)))
        .extracting(DatabaseUser::username)
        .containsExactly("shop2");
  }

  @Test
  void nothingDiffersWhereAllIsAsItShouldBe() {
    assertThat(compare(ALONE, OURS, CUSTOMER).isNothing()).isTrue();
  }

  @Test
  void whoIsMissingOrHasOtherRolesIsWrong() {
    var more = new ArrayList<>(CUSTOMER.roles());
    more.add("root@admin");

    assertThat(compare(ALONE, OURS).wrong()).containsExactly("shop");
    assertThat(compare(ALONE, OURS, new UserSeen("shop", Set.copyOf(more))).wrong())
        .containsExactly("shop");
    assertThat(compare(ALONE, OURS, new UserSeen("shop", Set.of())).wrong())
        .containsExactly("shop");
  }

  @Test
  void whoIsNotWantedIsSuperfluousUnlessTheServerKeepsIt() {
    var differs =
        compare(
            ALONE,
            OURS,
            CUSTOMER,
            new UserSeen("shop2", CUSTOMER.roles()),
            new UserSeen("userAdmin", Set.of("root@admin")),
            new UserSeen("__system", Set.of()));

    assertThat(differs.wrong()).isEmpty();
    assertThat(differs.superfluous()).containsExactly("shop2");
  }

  @Test
  void onlyWhoWasChangedLastIsNotProved() {
    var first = ALONE.with(user("ann", ALONE.nextVersion()));
    var second = first.with(user("bob", first.nextVersion()));

    assertThat(first.unproved()).extracting(DatabaseLogin::username).containsExactly("ann");
    assertThat(second.unproved()).extracting(DatabaseLogin::username).containsExactly("bob");
    assertThat(second.without(new Username("ann")).unproved()).isEmpty();
    assertThat(second.rotated(ALONE.customer(), OVERLAP).unproved()).isEmpty();
  }

  @Test
  void usersStandInTheOrderOfTheirNames() {
    var users = ALONE.with(user("bob", 2)).with(user("ann", 3)).with(user("bob", 4));

    assertThat(users.ordered()).extracting(DatabaseUser::username).containsExactly("ann", "bob");
    assertThat(users.find(new Username("bob")).orElseThrow().login().version()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a.b", "ü", "$a", "a/b"})
  void aNameThatIsNotPlainIsRefused(String name) {
    assertThatThrownBy(() -> new Username(name)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new DatabaseName(name)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "READ, admin",
    "READ_WRITE, local",
    "DB_ADMIN, config",
    "READ_ANY_DATABASE, shop",
    "DB_ADMIN_ANY_DATABASE, local"
  })
  void aRoleIsNotGivenWhereItWouldReachTheServer(DatabaseRole role, String database) {
    assertThatThrownBy(() -> new RoleGrant(role, new DatabaseName(database)))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eleven-char", "twelve chars", "twelve-chärs", "twelve-char\u0001"})
  void aPasswordThatProgramsReadDifferentlyIsRefused(String password) {
    assertThatThrownBy(() -> new DatabasePassword(new Secret(password)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining(password);
  }

  @Test
  void anOverlapHasItsLimits() {
    assertThat(new OverlapMinutes(0).duration()).isEqualTo(Duration.ZERO);
    assertThat(new OverlapMinutes(10_080).duration()).isEqualTo(OutgoingLogin.LONGEST);
    assertThatThrownBy(() -> new OverlapMinutes(-1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new OverlapMinutes(10_081)).isInstanceOf(InvalidValue.class);
  }

  private static DatabaseUser user(String name, int version) {
    return new DatabaseUser(
        new DatabaseLogin(name, PASSWORD, version), ClusterFixture.READS_AND_WRITES);
  }

  private static UsersTrial.Differs compare(ClusterUsers wanted, UserSeen... there) {
    return wanted.compare(ADMIN, List.of(there), NOW);
  }
}
