package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.Plan;

/**
 * A size that can be ordered.
 *
 * @param cpu cores of each member
 * @param backups whether its clusters are backed up on a schedule; manual backups are in every plan
 * @param price for a month
 */
record PlanResponse(
    String id,
    String name,
    double cpu,
    int memoryMb,
    int storageGb,
    int members,
    boolean backups,
    MoneyResponse price) {
  private static final double MILLIS = 1000;

  /** Money in minor units: 900 EUR is nine euros. */
  record MoneyResponse(long amount, String currency) {
    static MoneyResponse of(Money money) {
      return new MoneyResponse(money.minorUnits(), money.currency().getCurrencyCode());
    }
  }

  static PlanResponse of(Plan plan) {
    var each = plan.resources();
    return new PlanResponse(
        plan.id().value(),
        plan.name(),
        each.cpuMillis() / MILLIS,
        each.memoryMegabytes(),
        each.storageGigabytes(),
        each.members(),
        plan.scheduledBackups(),
        MoneyResponse.of(plan.price()));
  }
}
