package eu.eutlas.mongo.backup;

import eu.eutlas.domain.backup.ActiveBackup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import org.bson.BsonDocument;

/** What a cluster knows and wants of its backups, inside its document. */
public final class ClusterBackupsDocument {
  public static final String LOOK_AT = "lookAt";

  private ClusterBackupsDocument() {}

  public static BsonDocument toBson(ClusterBackups backups) {
    return new DocumentWriter()
        .put("active", backups.active().map(ClusterBackupsDocument::active))
        .put("nextAt", backups.nextAt().map(Values::value))
        .put(LOOK_AT, backups.lookAt().map(Values::value))
        .put("newest", backups.newest().map(ClusterBackupsDocument::newest))
        .put("proved", backups.proved().map(BackupProofDocument::toBson))
        .put("restoration", backups.restoration().map(RestorationDocument::toBson))
        .done();
  }

  public static ClusterBackups fromBson(DocumentReader backups) {
    return new ClusterBackups(
        backups.findDocument("active", ClusterBackupsDocument::active),
        backups.findTime("nextAt"),
        backups.findTime(LOOK_AT),
        backups.findDocument("newest", ClusterBackupsDocument::newest),
        backups.findDocument("proved", BackupProofDocument::fromBson),
        backups.findDocument("restoration", RestorationDocument::fromBson));
  }

  private static BsonDocument active(ActiveBackup active) {
    return new DocumentWriter()
        .put("id", active.id().value())
        .put("trigger", active.trigger())
        .put("since", active.since())
        .done();
  }

  private static ActiveBackup active(DocumentReader active) {
    return new ActiveBackup(
        new BackupId(active.text("id")),
        active.word("trigger", BackupTrigger.class),
        active.time("since"));
  }

  private static BsonDocument newest(GoodBackup newest) {
    return new DocumentWriter().put("id", newest.id().value()).put("at", newest.at()).done();
  }

  private static GoodBackup newest(DocumentReader newest) {
    return new GoodBackup(new BackupId(newest.text("id")), newest.time("at"));
  }

  public static BsonDocument policy(BackupPolicy policy) {
    return new DocumentWriter()
        .put("enabled", policy.enabled())
        .put("intervalHours", policy.intervalHours())
        .put("windowStart", policy.window().start())
        .put("windowHours", policy.window().hours())
        .put("timeZone", policy.window().zone().getId())
        .put("days", policy.retention().days())
        .put("last", policy.retention().last())
        .put("prove", policy.prove())
        .done();
  }

  public static BackupPolicy policy(DocumentReader policy) {
    return new BackupPolicy(
        policy.flag("enabled"),
        policy.integer("intervalHours"),
        new BackupWindow(
            policy.integer("windowStart"),
            policy.integer("windowHours"),
            BackupWindow.zone(policy.text("timeZone"))),
        new Retention(policy.integer("days"), policy.integer("last")),
        policy.flag("prove"));
  }
}
