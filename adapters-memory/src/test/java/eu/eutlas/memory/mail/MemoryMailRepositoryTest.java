package eu.eutlas.memory.mail;

import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.testkit.mail.MailRepositoryContract;

final class MemoryMailRepositoryTest extends MailRepositoryContract {
  @Override
  protected MailRepository repository() {
    return new MemoryMailRepository();
  }
}
