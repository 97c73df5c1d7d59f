package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.memory.usecase.Deeds.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what: each use case of the door against everybody. */
final class AuthorizationTest {
  @Test
  void everyUseCaseThatAnybodyCanTryHasARow() {
    assertThat(Deeds.table().keySet()).isEqualTo(Door.methodsWith(Actor.class));
  }

  @Test
  void onlyWhoIsKnownToBeAGuestAPersonOrTheMachineIsAskedForNoRole() {
    assertThat(Door.methodsWith(Actor.Guest.class))
        .containsExactly(
            "identity.logIn.handle",
            "identity.refreshSession.handle",
            "identity.resendVerification.handle",
            "identity.signUp.handle",
            "identity.verifyEmail.handle");
    assertThat(Door.methodsWith(Actor.Person.class))
        .containsExactly("identity.logOut.handle", "identity.readProfile.handle");
    assertThat(Door.methodsWith(Actor.Machine.class))
        .containsExactly("identity.grantAdministration.handle");
  }

  @Test
  void onlyTokensAndJobsComeWithoutAnActor() {
    assertThat(Door.methodsWithoutActor())
        .containsExactly(
            "backups.follow.handle", "identity.authenticate.handle", "operations.drive.handle");
  }

  @TestFactory
  Stream<DynamicTest> eachRoleMayWhatTheTableSays() {
    return Arrays.stream(Role.values())
        .flatMap(role ->
            each(
                role.name(),
                tenants -> tenants.member(role),
                row ->
                    row.roles().contains(role)
                        ? Optional.empty()
                        : Optional.of(RefusalCode.FORBIDDEN)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsForeignIsNotThere() {
    return each(
        "the owner of another tenant",
        Tenants::stranger,
        row -> {
          if (row.roles().isEmpty()) {
            return Optional.of(RefusalCode.FORBIDDEN);
          }
          return row.ofTenant() ? Optional.of(RefusalCode.NOT_FOUND) : Optional.empty();
        });
  }

  @TestFactory
  Stream<DynamicTest> whoIsNotVerifiedMayNothing() {
    return each(
        "an owner who is not verified",
        Tenants::unverifiedOwner,
        row -> Optional.of(RefusalCode.EMAIL_NOT_VERIFIED));
  }

  @TestFactory
  Stream<DynamicTest> whoIsNobodyMayNothing() {
    return each("a guest", tenants -> Trial.GUEST, row -> Optional.of(RefusalCode.UNAUTHENTICATED));
  }

  @TestFactory
  Stream<DynamicTest> whoSitsAtTheMachineIsNoMember() {
    return each(
        "the machine",
        tenants -> new Actor.Machine("console", new CorrelationId("machine")),
        row -> Optional.of(RefusalCode.UNAUTHENTICATED));
  }

  @Test
  void aClusterIsNotFoundUnderAnotherProject() {
    var tenants = Tenants.set();
    var address = new Address(tenants.empty().id(), tenants.cluster().id());

    var read = tenants.eutlas().clusters().read().handle(tenants.scene().owner(), address);

    assertThat(Trial.refusalOf(read)).isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void whoIsTakenOutOfAnOrganizationIsOutWithinTwoSeconds() {
    var tenants = Tenants.set();
    var member = tenants.member(Role.MEMBER);
    var read = tenants.eutlas().organizations().read();
    assertThat(Trial.refusal(read.handle(member, tenants.org()))).isEmpty();

    tenants.dismissAllButTheOwner();
    tenants.scene().site().clock().move(Duration.ofSeconds(2));

    assertThat(Trial.refusalOf(read.handle(member, tenants.org())))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  private static Stream<DynamicTest> each(
      String who, Function<Tenants, Actor> actor, Function<Row, Optional<RefusalCode>> expected) {
    return Deeds.table().entrySet().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                who + ": " + row.getKey(),
                () -> {
                  var tenants = Tenants.set();
                  var outcome = row.getValue().deed().by(actor.apply(tenants), tenants);
                  assertThat(Trial.refusal(outcome).map(Refusal::code))
                      .isEqualTo(expected.apply(row.getValue()));
                }));
  }
}
