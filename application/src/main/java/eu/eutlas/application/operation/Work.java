package eu.eutlas.application.operation;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;

/** A piece of background work, named by what it is about: asked for twice, it is done once. */
public sealed interface Work {

  /** What kind of work it is, for metrics and logs. */
  String kind();

  /** One pass of the reconciler over a cluster. */
  record Pass(ClusterId cluster) implements Work {
    @Override
    public String kind() {
      return "pass";
    }
  }

  /** Sending a mail. */
  record Send(MailId mail) implements Work {
    @Override
    public String kind() {
      return "mail";
    }
  }

  /** Copying the outbox of an organization. */
  record RelayOrganization(OrgId organization) implements Work {
    @Override
    public String kind() {
      return "relay";
    }
  }

  /** Copying the outbox of a project. */
  record RelayProject(ProjectId project) implements Work {
    @Override
    public String kind() {
      return "relay";
    }
  }

  /** Copying the outbox of a cluster. */
  record RelayCluster(ClusterId cluster) implements Work {
    @Override
    public String kind() {
      return "relay";
    }
  }

  /** Copying the outbox of a backup. */
  record RelayBackup(BackupId backup) implements Work {
    @Override
    public String kind() {
      return "relay";
    }
  }

  /** Putting the data of a backup into a cluster, which lasts as long as the data is large. */
  record RestoreData(ClusterId cluster) implements Work {
    @Override
    public String kind() {
      return "restore";
    }
  }

  /** Looking at the schedule of a cluster's backups. */
  record ScheduleBackup(ClusterId cluster) implements Work {
    @Override
    public String kind() {
      return "schedule";
    }
  }

  /** What becomes of a backup that has ended. */
  record TendBackup(BackupId backup) implements Work {
    @Override
    public String kind() {
      return "retention";
    }
  }

  /** Going on with the proof of a backup. */
  record ProveBackup(BackupId backup) implements Work {
    @Override
    public String kind() {
      return "proof";
    }
  }

  /** Taking a backup, which lasts as long as the data is large. */
  record TakeBackup(BackupId backup) implements Work {
    @Override
    public String kind() {
      return "backup";
    }
  }
}
