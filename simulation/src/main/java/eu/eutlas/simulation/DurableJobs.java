package eu.eutlas.simulation;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The durable queue: what it was told it drives to its end, on whichever node is up, at the pace of
 * its polls. Some installations do without.
 */
final class DurableJobs implements Jobs {
  private static final long POLL = 5_000;

  private final World world;
  private final Set<OperationId> driven = new HashSet<>();
  private final Set<BackupId> followed = new HashSet<>();
  private Optional<Boolean> present = Optional.empty();

  DurableJobs(World world) {
    this.world = world;
  }

  @Override
  public void drive(OperationTicket ticket) {
    if (isPresent() && driven.add(ticket.operationId())) {
      soon(() -> driveOn(ticket));
    }
  }

  @Override
  public void backUp(BackupTicket ticket) {
    if (isPresent() && followed.add(ticket.backupId())) {
      soon(() -> followOn(ticket));
    }
  }

  @Override
  public void send(MailId mail) {
    if (isPresent()) {
      soon(() -> onSomeNode(life -> life.eutlas().sendMail().handle(mail)));
    }
  }

  private boolean isPresent() {
    if (present.isEmpty()) {
      present = Optional.of(world.luck().of(0.5));
    }
    return present.get();
  }

  private void driveOn(OperationTicket ticket) {
    onSomeNode(life -> {
      var stands = life.eutlas().operations().drive().handle(ticket);
      if (stands.filter(Operation::isRunning).isEmpty()) {
        driven.remove(ticket.operationId());
      }
    });
    if (driven.contains(ticket.operationId())) {
      soon(() -> driveOn(ticket));
    }
  }

  private void followOn(BackupTicket ticket) {
    onSomeNode(life -> {
      var stands = life.eutlas().backups().follow().handle(ticket);
      if (stands.filter(Backup::isUnderWay).isEmpty()) {
        followed.remove(ticket.backupId());
      }
    });
    if (followed.contains(ticket.backupId())) {
      soon(() -> followOn(ticket));
    }
  }

  /** Where the node is down or dies with it, nothing was done. */
  private void onSomeNode(Consumer<Life> what) {
    var machine = world.luck().one(world.machines());
    var life = machine.life();
    if (life.isUp()) {
      var unused = machine.during(life, () -> what.accept(life));
    }
  }

  private void soon(Runnable what) {
    world.clockwork().after(world.luck().between(POLL / 2, POLL), what);
  }
}
