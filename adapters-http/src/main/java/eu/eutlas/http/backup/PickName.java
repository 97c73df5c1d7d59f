package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.Selection;
import java.util.Optional;

/** A database, or database.collection. */
public record PickName(String value) {
  /** Refuses what names neither, where the field is still known. */
  public PickName {
    var unused = new Selection.Pick(value, Optional.empty());
  }
}
