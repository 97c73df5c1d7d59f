package eu.eutlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;

/**
 * Has the schedules of clusters looked at that were made before there were backups. A node of the
 * release before takes the mark out again when it writes such a cluster; it comes back with the
 * next change of the cluster's plan or policy.
 */
record ScheduleBackups(int number) implements Migration {

  @Override
  public String name() {
    return "schedule backups of the clusters that are there";
  }

  @Override
  public void apply(MongoDatabase database, Runnable goOn) {
    goOn.run();
    var withoutSchedule =
        Filters.and(Filters.eq("deleted", false), Filters.exists("status.backups", false));
    Calls.write(() ->
        database
            .getCollection("clusters")
            .updateMany(withoutSchedule, Updates.set("status.backups.lookAt", Instant.EPOCH)));
  }
}
