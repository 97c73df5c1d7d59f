package eu.eutlas.memory.usecase;

import static eu.eutlas.domain.organization.Role.ADMIN;
import static eu.eutlas.domain.organization.Role.MEMBER;
import static eu.eutlas.domain.organization.Role.OWNER;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.backup.BackupAddress;
import eu.eutlas.application.backup.BackupPolicies;
import eu.eutlas.application.backup.Backups;
import eu.eutlas.application.backup.OrderBackup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.memory.usecase.Deeds.Deed;
import eu.eutlas.memory.usecase.Deeds.Row;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done about backups. */
final class BackupDeeds {
  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> WHO_WORKS = EnumSet.of(OWNER, ADMIN, MEMBER);
  private static final Set<Role> WHO_LEADS = EnumSet.of(OWNER, ADMIN);

  private BackupDeeds() {}

  static Map<String, Row> table() {
    return Map.of(
        "backups.order.handle",
        row(WHO_WORKS, (actor, on) -> backups(on).order().handle(actor, order(on))),
        "backups.read.list",
        row(
            EVERYBODY,
            (actor, on) -> backups(on).read().list(actor, on.address(), PageRequest.first())),
        "backups.read.find",
        row(EVERYBODY, (actor, on) -> backups(on).read().find(actor, taken(on))),
        "backups.download.handle",
        row(WHO_WORKS, (actor, on) -> backups(on).download().handle(actor, taken(on))),
        "backups.keep.delete",
        row(WHO_LEADS, (actor, on) -> backups(on).keep().delete(actor, taken(on))),
        "backups.keep.hold",
        row(
            WHO_LEADS,
            (actor, on) ->
                backups(on)
                    .keep()
                    .hold(actor, taken(on), Optional.of(new Hold.Reason("An audit.")))),
        "backups.policies.read",
        row(EVERYBODY, (actor, on) -> backups(on).policies().read(actor, on.address())),
        "backups.policies.change",
        row(
            WHO_WORKS,
            (actor, on) ->
                backups(on)
                    .policies()
                    .change(
                        actor,
                        new BackupPolicies.Change(
                            on.address(), BackupPolicy.USUAL, Optional.empty()))));
  }

  private static Backups backups(Tenants on) {
    return on.eutlas().backups();
  }

  private static OrderBackup.Command order(Tenants on) {
    return new OrderBackup.Command(on.address(), Optional.empty());
  }

  /** A backup that the owner has had taken. */
  private static BackupAddress taken(Tenants on) {
    var ordered = backups(on).order().handle(on.scene().owner(), order(on)).orElseThrow();
    on.scene().trial().rest();
    return new BackupAddress(on.address(), ordered.value().id());
  }

  private static Row row(Set<Role> roles, Deed deed) {
    return new Row(roles, true, deed);
  }
}
