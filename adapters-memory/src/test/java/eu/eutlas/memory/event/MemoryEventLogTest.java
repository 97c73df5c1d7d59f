package eu.eutlas.memory.event;

import eu.eutlas.application.event.EventLog;
import eu.eutlas.testkit.event.EventLogContract;

final class MemoryEventLogTest extends EventLogContract {
  @Override
  protected EventLog eventLog() {
    return new MemoryEventLog();
  }
}
