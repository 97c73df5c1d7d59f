package eu.eutlas.domain.backup;

import eu.eutlas.domain.HexId;

/** The id of a backup. */
public record BackupId(String value) {
  public BackupId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
