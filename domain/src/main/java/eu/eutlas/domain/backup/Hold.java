package eu.eutlas.domain.backup;

import eu.eutlas.domain.Text;
import java.time.Instant;

/** That a backup must not go, whatever its age: a legal hold. */
public record Hold(Instant since, Reason reason) {

  /** Why, for people; may be empty. */
  public record Reason(String value) {
    private static final int LONGEST = 200;

    public Reason {
      value = Text.require(value, 0, LONGEST, "A reason");
    }
  }
}
