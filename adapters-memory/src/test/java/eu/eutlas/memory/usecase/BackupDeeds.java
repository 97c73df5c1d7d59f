package eu.eutlas.memory.usecase;

import static eu.eutlas.domain.organization.Role.ADMIN;
import static eu.eutlas.domain.organization.Role.MEMBER;
import static eu.eutlas.domain.organization.Role.OWNER;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.backup.BackupAddress;
import eu.eutlas.application.backup.BackupPolicies;
import eu.eutlas.application.backup.OrderBackup;
import eu.eutlas.application.backup.OrderProof;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.memory.usecase.Deeds.Deed;
import eu.eutlas.memory.usecase.Deeds.Row;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done about backups. */
final class BackupDeeds {
  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> WHO_WORKS = EnumSet.of(OWNER, ADMIN, MEMBER);
  private static final Set<Role> WHO_LEADS = EnumSet.of(OWNER, ADMIN);
  private static final PageRequest PAGE = PageRequest.first();
  private static final BackupPolicy ANOTHER =
      new BackupPolicy(true, 12, BackupWindow.ANY, new Retention(30, 1), false);

  private BackupDeeds() {}

  static Map<String, Row> table() {
    var rows = new HashMap<>(rows());
    rows.put(
        "backups.prove.handle",
        row(
            WHO_WORKS,
            (actor, on) ->
                on.eutlas()
                    .backups()
                    .prove()
                    .handle(actor, new OrderProof.Command(taken(on), Optional.empty()))));
    return Map.copyOf(rows);
  }

  private static Map<String, Row> rows() {
    return Map.of(
        "backups.order.handle",
        row(
            WHO_WORKS,
            (actor, on) ->
                on.eutlas()
                    .backups()
                    .order()
                    .handle(actor, new OrderBackup.Command(on.address(), Optional.empty()))),
        "backups.read.list",
        row(EVERYBODY, (actor, on) -> on.eutlas().backups().read().list(actor, on.address(), PAGE)),
        "backups.read.find",
        row(EVERYBODY, (actor, on) -> on.eutlas().backups().read().find(actor, taken(on))),
        "backups.download.handle",
        row(WHO_WORKS, (actor, on) -> on.eutlas().backups().download().handle(actor, taken(on))),
        "backups.keep.delete",
        row(WHO_LEADS, (actor, on) -> on.eutlas().backups().keep().delete(actor, taken(on))),
        "backups.keep.hold",
        row(
            WHO_LEADS,
            (actor, on) ->
                on.eutlas()
                    .backups()
                    .keep()
                    .hold(actor, taken(on), Optional.of(new Hold.Reason("an audit")))),
        "backups.policies.read",
        row(EVERYBODY, (actor, on) -> on.eutlas().backups().policies().read(actor, on.address())),
        "backups.policies.change",
        row(
            WHO_WORKS,
            (actor, on) ->
                on.eutlas()
                    .backups()
                    .policies()
                    .change(
                        actor,
                        new BackupPolicies.Change(on.address(), ANOTHER, Optional.empty()))));
  }

  /** A backup of the tenant's cluster, taken before somebody else comes. */
  static BackupAddress taken(Tenants on) {
    var trial = on.scene().trial();
    var known = trial.stored(on.cluster().id()).status().backups().newest();
    if (known.isPresent()) {
      return new BackupAddress(on.address(), known.get().id());
    }
    var ordered =
        trial
            .eutlas()
            .backups()
            .order()
            .handle(on.scene().owner(), new OrderBackup.Command(on.address(), Optional.empty()))
            .orElseThrow()
            .value();
    trial.rest();
    return new BackupAddress(on.address(), ordered.id());
  }

  private static Row row(Set<Role> roles, Deed deed) {
    return new Row(roles, true, deed);
  }
}
