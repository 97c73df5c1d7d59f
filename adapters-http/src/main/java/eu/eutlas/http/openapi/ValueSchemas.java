package eu.eutlas.http.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.http.answer.Limit;
import eu.eutlas.http.answer.PageCursor;
import eu.eutlas.http.backup.IntervalHours;
import eu.eutlas.http.backup.NewestKept;
import eu.eutlas.http.backup.PickName;
import eu.eutlas.http.backup.RetentionDays;
import eu.eutlas.http.backup.WindowHours;
import eu.eutlas.http.backup.WindowStart;
import eu.eutlas.http.backup.ZoneName;
import eu.eutlas.http.cluster.GivenRange;
import eu.eutlas.http.operation.WaitSeconds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The schemas of values that are one text or number in JSON. */
final class ValueSchemas {
  static final String AN_ID = "65f0c0ffee0123456789abcd";
  private static final String HEX = "^[0-9a-f]{24}$";

  private static final Map<Class<?>, ObjectNode> SCHEMAS =
      Map.ofEntries(
          Map.entry(String.class, of("string")),
          Map.entry(int.class, of("integer").put("format", "int32")),
          Map.entry(long.class, of("integer").put("format", "int64")),
          Map.entry(Long.class, of("integer").put("format", "int64")),
          Map.entry(double.class, of("number")),
          Map.entry(Double.class, of("number")),
          Map.entry(boolean.class, of("boolean")),
          Map.entry(Boolean.class, of("boolean")),
          Map.entry(Instant.class, example(format("date-time"), "2026-01-31T12:00:00Z")),
          Map.entry(LocalDate.class, example(format("date"), "2029-10-31")),
          Map.entry(OrgId.class, id()),
          Map.entry(ProjectId.class, id()),
          Map.entry(ClusterId.class, id()),
          Map.entry(OperationId.class, id()),
          Map.entry(Email.class, example(format("email").put("maxLength", 254), "ada@example.org")),
          Map.entry(
              NewPassword.class,
              example(length(12, 128).put("format", "password"), "correct horse battery")),
          Map.entry(Secret.class, length(1, 4096)),
          Map.entry(PersonName.class, example(length(1, 100), "Ada Lovelace")),
          Map.entry(OrgName.class, example(length(2, 50), "Analytical Engines")),
          Map.entry(ProjectName.class, example(length(2, 50), "Shop")),
          Map.entry(
              ClusterName.class,
              example(length(3, 30).put("pattern", "^[a-z][a-z0-9-]*[a-z0-9]$"), "orders")),
          Map.entry(PlanId.class, example(pattern("^[A-Z][A-Z0-9_]{1,19}$"), "DEV")),
          Map.entry(RegionId.class, example(pattern("^[a-z][a-z0-9-]{1,29}$"), "local")),
          Map.entry(MongoVersion.class, example(pattern("^[1-9][0-9]?\\.[0-9]$"), "8.0")),
          Map.entry(Username.class, example(pattern("^[A-Za-z0-9_-]{1,63}$"), "reporter")),
          Map.entry(
              DatabasePassword.class,
              example(length(12, 128).put("format", "password"), "correct-horse-battery")),
          Map.entry(DatabaseName.class, example(pattern("^[A-Za-z0-9_-]{1,63}$"), "shop")),
          Map.entry(GivenRange.class, example(of("string"), "192.0.2.0/24")),
          Map.entry(AccessComment.class, length(0, 200)),
          Map.entry(MaintenanceReason.class, length(0, 200)),
          Map.entry(BackupId.class, id()),
          Map.entry(Hold.Reason.class, length(0, 200)),
          Map.entry(IntervalHours.class, range(1, 168)),
          Map.entry(WindowStart.class, range(0, 23)),
          Map.entry(WindowHours.class, range(1, 24)),
          Map.entry(PickName.class, example(of("string"), "shop.orders")),
          Map.entry(ZoneName.class, example(of("string").put("default", "UTC"), "Europe/Berlin")),
          Map.entry(RetentionDays.class, range(1, 365)),
          Map.entry(NewestKept.class, range(0, 100).put("default", 3)),
          Map.entry(OverlapMinutes.class, range(0, 10_080).put("default", 60)),
          Map.entry(PageCursor.class, of("string")),
          Map.entry(Limit.class, range(1, 100).put("default", 50)),
          Map.entry(WaitSeconds.class, range(0, 30).put("default", 0)));

  private ValueSchemas() {}

  /** The schema of a type; absent when it is not such a value. */
  static Optional<ObjectNode> find(Class<?> type) {
    return Optional.ofNullable(SCHEMAS.get(type)).map(ObjectNode::deepCopy);
  }

  static ObjectNode of(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  /** The schema of every id. */
  static ObjectNode id() {
    return example(pattern(HEX), AN_ID);
  }

  private static ObjectNode format(String format) {
    return of("string").put("format", format);
  }

  private static ObjectNode pattern(String pattern) {
    return of("string").put("pattern", pattern);
  }

  private static ObjectNode length(int min, int max) {
    return of("string").put("minLength", min).put("maxLength", max);
  }

  private static ObjectNode range(int min, int max) {
    return of("integer").put("minimum", min).put("maximum", max);
  }

  private static ObjectNode example(ObjectNode schema, String example) {
    schema.putArray("examples").add(example);
    return schema;
  }
}
