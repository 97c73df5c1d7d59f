package eu.eutlas.simulation;

import eu.eutlas.application.Lease;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says in a few words what a thing is, for the lines of a trace. No secret is said. */
final class Brief {
  private Brief() {}

  static String of(Object[] things) {
    var words = new StringBuilder();
    for (var thing : things) {
      if (isLeftOut(thing)) {
        continue;
      }
      if (!words.isEmpty()) {
        words.append(' ');
      }
      words.append(of(thing));
    }
    return words.toString();
  }

  /** What says nothing, or has no name of its own. */
  private static boolean isLeftOut(Object thing) {
    return thing instanceof Scope
        || thing instanceof PageRequest
        || thing instanceof BackupStore.Content
        || thing instanceof ClusterArchives.Progress
        || thing instanceof Predicate<?>
        || thing instanceof OutputStream;
  }

  static String of(@Nullable Object thing) {
    return switch (thing) {
      case null -> "done";
      case String words -> words;
      case Object[] many -> of(many);
      case Cluster cluster -> of(cluster);
      case Backup backup -> backup.id() + " " + backup.state().name() + " v" + backup.version();
      case Operation operation ->
          operation.clusterId() + " " + operation.type() + " " + operation.state();
      case Project project -> project.id() + " " + project.state() + " v" + project.version();
      case Organization organization -> organization.id() + " v" + organization.version();
      case Refusal refusal -> "refused " + refusal.code();
      case Event event -> event.clusterId().map(Object::toString).orElse("") + " " + event.type();
      case LoggedEvent logged -> "#" + logged.seq();
      case Outbox outbox -> outbox.events().size() + "+" + outbox.operations().size();
      case DataPlane.Order order -> order.id() + " generation " + order.generation();
      case ClusterObservation seen -> seen.digest();
      case User user -> user.id() + " v" + user.version();
      case Mail mail -> mail.id() + " " + mail.state();
      case Lease lease -> lease.key() + " " + lease.holder();
      case Optional<?> optional -> optional.map(Brief::of).orElse("nothing");
      case Collection<?> many -> Integer.toString(many.size());
      case Map<?, ?> many -> Integer.toString(many.size());
      case Record record when record.getClass().getRecordComponents().length > 1 ->
          record.getClass().getSimpleName();
      default -> thing.toString();
    };
  }

  private static String of(Cluster cluster) {
    return cluster.id() + " " + cluster.state().name() + " v" + cluster.version();
  }
}
