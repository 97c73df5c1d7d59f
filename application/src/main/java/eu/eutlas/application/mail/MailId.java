package eu.eutlas.application.mail;

import eu.eutlas.domain.HexId;

/** The id of a mail. */
public record MailId(String value) {
  public MailId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
