package eu.eutlas.jobs;

import org.jobrunr.server.JobActivator;
import org.jspecify.annotations.Nullable;

/** The handlers that JobRunr finds by class. */
record Handlers(DriveOperationHandler driveOperation, SendMailHandler sendMail)
    implements JobActivator {

  @Override
  public <T> @Nullable T activateJob(Class<T> type) {
    if (type.isInstance(driveOperation)) {
      return type.cast(driveOperation);
    }
    return type.isInstance(sendMail) ? type.cast(sendMail) : null;
  }
}
