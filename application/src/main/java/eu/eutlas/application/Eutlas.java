package eu.eutlas.application;

import eu.eutlas.application.backup.BackupFigures;
import eu.eutlas.application.backup.Backups;
import eu.eutlas.application.cluster.ClusterOrders;
import eu.eutlas.application.cluster.Clusters;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.cluster.RegionRoom;
import eu.eutlas.application.event.Events;
import eu.eutlas.application.identity.Identity;
import eu.eutlas.application.installation.Findings;
import eu.eutlas.application.installation.InstallationCare;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.internal.EventTail;
import eu.eutlas.application.internal.Machinery;
import eu.eutlas.application.mail.SendMail;
import eu.eutlas.application.operation.Operations;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.organization.Organizations;
import eu.eutlas.application.project.Projects;
import eu.eutlas.domain.cluster.Region;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * EUTLAS as a library: the use cases, and the machinery that brings about what they promise.
 *
 * <pre>{@code
 * try (var eutlas = Eutlas.with(ports).start()) {
 *   var ordered = eutlas.clusters().create().handle(actor, command);
 * }
 * }</pre>
 *
 * <p>Every use case is safe for threads. It answers with an {@link eu.eutlas.domain.Outcome}, and
 * throws {@link PortFailure} when something outside fails; what was accepted before that stands.
 */
public final class Eutlas implements AutoCloseable {
  private final Identity identity;
  private final Organizations organizations;
  private final Projects projects;
  private final Clusters clusters;
  private final Backups backups;
  private final BackupFigures backupFigures;
  private final Operations operations;
  private final Events events;
  private final InstallationCare installation;
  private final SendMail sendMail;
  private final Machinery machinery;
  private final ReconcileQueue queue;
  private final ReconcileQueue longWork;

  private Eutlas(Ports ports) {
    var stores = ports.stores();
    var sealer = ports.security().sealer();
    var ids = new Ids(ports.clock(), ports.random());
    var pause = new InstallationPause(stores.maintenance(), ports.clock());
    var findings = new Findings();
    var authorizer = new Authorizer(stores.organizations(), pause, ports.clock());
    var tail = new EventTail(stores.events());
    var health = new RegionHealth();
    var maintenance = new RegionMaintenance(stores.maintenance(), ports.clock());
    var room = new RegionRoom(ports.catalogue(), stores.clusters(), ports.clock());
    this.queue = new ReconcileQueue(ports.clock());
    this.longWork = new ReconcileQueue(ports.clock());
    this.sendMail = new SendMail(stores.mails(), ports.mailer(), sealer, pause, ids, ports.clock());
    this.machinery =
        new Machinery(
            ports, queue, longWork, tail, sendMail, health, maintenance, pause, findings, ids);
    this.identity = Identity.of(ports, queue, ids);
    this.organizations = Organizations.of(ports, authorizer, queue, ids);
    this.projects = Projects.of(ports, authorizer, queue, ids);
    this.clusters = Clusters.of(ports, authorizer, queue, health, maintenance, room, ids);
    var orders = ClusterOrders.of(ports, authorizer, queue, maintenance, room, ids);
    this.backups =
        Backups.of(ports, authorizer, queue, longWork, maintenance, orders, clusters.create(), ids);
    this.operations = Operations.of(ports, authorizer, orders, tail, machinery.reconciler());
    this.backupFigures =
        new BackupFigures(
            stores.backups(),
            stores.clusters(),
            ports.catalogue().regions().stream().map(Region::id).toList(),
            ports.clock());
    this.events = Events.of(ports, authorizer, tail);
    this.installation = InstallationCare.of(authorizer, pause, findings, machinery::sweep);
  }

  /**
   * Assembles EUTLAS. Use cases can be called from now on; what they promise comes about once it is
   * started.
   */
  public static Eutlas with(Ports ports) {
    return new Eutlas(ports);
  }

  /** Starts the machinery. Call it once. */
  public Eutlas start() {
    machinery.start();
    return this;
  }

  public Identity identity() {
    return identity;
  }

  public Organizations organizations() {
    return organizations;
  }

  public Projects projects() {
    return projects;
  }

  public Clusters clusters() {
    return clusters;
  }

  public Backups backups() {
    return backups;
  }

  public Operations operations() {
    return operations;
  }

  public Events events() {
    return events;
  }

  public InstallationCare installation() {
    return installation;
  }

  /** Sends a mail from a durable job. */
  public SendMail sendMail() {
    return sendMail;
  }

  /** How backups stand in the whole installation. */
  public BackupFigures backupFigures() {
    return backupFigures;
  }

  /** Background work that is ready or under way. */
  public int backlog() {
    return queue.size() + longWork.size();
  }

  /** Whether this node's clock is close enough to the store's for it to work on clusters. */
  public boolean isClockTrusted() {
    return machinery.isClockTrusted();
  }

  /**
   * Does one piece of background work by hand, for simulations and tests that do not start it.
   * Returns whether there was one.
   */
  public boolean workOnce() {
    return machinery.workOnce();
  }

  /** When work that waits for its time is due, by this node's clock; absent when none waits. */
  public Optional<Instant> nextAlarm() {
    return Stream.of(queue, longWork)
        .flatMap(each -> each.nextAlarm().stream())
        .min(Instant::compareTo);
  }

  /** Listens to the data planes, for simulations and tests that do not start it. */
  public void listen() {
    machinery.listen();
  }

  /** Forgets by hand what has had its time, for simulations and tests that do not start it. */
  public void forgetOnce() {
    machinery.forget();
  }

  /** Makes one round of the safety nets by hand, for simulations and tests that do not start it. */
  public void sweepOnce() {
    machinery.sweep();
    machinery.resync();
  }

  /** The same round without a look at the regions, which come around half as often. */
  public void sweepStoreOnce() {
    machinery.sweep();
  }

  /**
   * Stops: no new work, what is under way comes to its end. What is left is found by the next
   * start.
   */
  @Override
  public void close() {
    machinery.close();
  }
}
