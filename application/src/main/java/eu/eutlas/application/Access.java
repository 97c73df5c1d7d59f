package eu.eutlas.application;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.organization.Role;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an admitted person may see and do: the organizations they belong to, with the role in each.
 *
 * @param pause why nothing is done outside of EUTLAS at the moment; absent when it is
 */
public record Access(
    Actor.Person actor, Map<OrgId, Role> roles, Supplier<Optional<Refusal>> pause) {
  public Access {
    roles = Map.copyOf(roles);
  }

  public Scope scope() {
    return new Scope.Orgs(roles.keySet());
  }

  /**
   * Allows a thing that was looked for within {@link #scope()}: what was not found is told like
   * what is foreign, and what was found may still want another role.
   *
   * @param what the word for the thing, for people
   */
  public <T> Outcome<T> allow(
      Permission permission, Optional<T> found, Function<T, OrgId> orgOf, String what) {
    return found
        .filter(thing -> roles.containsKey(orgOf.apply(thing)))
        .map(thing -> allow(permission, orgOf.apply(thing), thing))
        .orElseGet(() -> Outcome.refused(Refusal.notFound(what)));
  }

  private <T> Outcome<T> allow(Permission permission, OrgId org, T thing) {
    var role = roles.get(org);
    if (role == null || !permission.isGrantedTo(role)) {
      return Outcome.refused(
          new Refusal.Forbidden(
              RefusalCode.FORBIDDEN,
              "Your role in this organization does not allow this. Ask an owner or admin."));
    }
    return (permission.actsOutside() ? pause.get() : Optional.<Refusal>empty())
        .map(Outcome::<T>refused)
        .orElseGet(() -> Outcome.done(thing));
  }
}
