package eu.eutlas.jobs;

import org.jobrunr.server.JobActivator;
import org.jspecify.annotations.Nullable;

/** The handlers that JobRunr finds by class. */
record Handlers(
    DriveOperationHandler driveOperation, BackUpHandler backUp, SendMailHandler sendMail)
    implements JobActivator {

  @Override
  public <T> @Nullable T activateJob(Class<T> type) {
    if (type.isInstance(driveOperation)) {
      return type.cast(driveOperation);
    }
    if (type.isInstance(backUp)) {
      return type.cast(backUp);
    }
    return type.isInstance(sendMail) ? type.cast(sendMail) : null;
  }
}
