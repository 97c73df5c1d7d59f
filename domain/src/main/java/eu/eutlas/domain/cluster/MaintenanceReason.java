package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Text;

/** Why a region is in maintenance, for people; may be empty. */
public record MaintenanceReason(String value) {
  public static final MaintenanceReason NONE = new MaintenanceReason("");

  private static final int LONGEST = 200;

  public MaintenanceReason {
    value = Text.require(value, 0, LONGEST, "A reason");
  }

  @Override
  public String toString() {
    return value;
  }
}
