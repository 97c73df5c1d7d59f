package eu.eutlas.memory.usecase;

import static eu.eutlas.domain.organization.Role.ADMIN;
import static eu.eutlas.domain.organization.Role.MEMBER;
import static eu.eutlas.domain.organization.Role.OWNER;

import eu.eutlas.application.backup.RestoreBackup;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.testkit.Scopes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done with backups that are restored. */
final class RestoreDeeds {
  private static final Set<Role> WHO_WORKS = EnumSet.of(OWNER, ADMIN, MEMBER);

  private RestoreDeeds() {}

  static Map<String, Deeds.Row> table() {
    return Map.of(
        "backups.restore.into",
        row((actor, on) ->
            on.eutlas()
                .backups()
                .restore()
                .into(
                    actor,
                    new RestoreBackup.Into(
                        BackupDeeds.taken(on), on.cluster().id(), Selection.DATA, true))),
        "clusters.create.restoring",
        row((actor, on) ->
            on.eutlas().clusters().create().restoring(actor, order(on), filling(on))),
        "backups.restore.intoNew",
        row((actor, on) ->
            on.eutlas()
                .backups()
                .restore()
                .intoNew(
                    actor,
                    new RestoreBackup.IntoNew(
                        BackupDeeds.taken(on),
                        Optional.empty(),
                        new ClusterName("restored"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new ClusterSettings(Labels.NONE, false),
                        Selection.DATA,
                        Optional.empty()))));
  }

  private static CreateCluster.Command order(Tenants on) {
    var order = Trial.order(on.cluster().projectId());
    return new CreateCluster.Command(
        order.project(),
        new ClusterName("filled"),
        order.plan(),
        order.region(),
        order.mongoVersion(),
        order.settings(),
        order.origin());
  }

  private static CreateCluster.Filling filling(Tenants on) {
    var taken = BackupDeeds.taken(on).backup();
    var backup = on.scene().site().backups().find(Scopes.everything(), taken).orElseThrow();
    var contents = backup.contents().orElseThrow();
    return new CreateCluster.Filling(
        on.cluster().orgId(), Restoration.intoNew(backup, contents, Selection.DATA), contents);
  }

  private static Deeds.Row row(Deeds.Deed deed) {
    return new Deeds.Row(WHO_WORKS, true, deed);
  }
}
