package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.domain.cluster.Resources;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What can be ordered where nothing else is configured. */
final class UsualCatalogue {
  private static final Currency EURO = Currency.getInstance("EUR");

  static final List<Plan> PLANS =
      List.of(
          plan("DEV", "Dev", 250, 512, 5, 1, false, 9_00),
          plan("SMALL", "Small", 500, 1_024, 20, 1, true, 29_00),
          plan("MEDIUM", "Medium", 1_000, 2_048, 50, 1, true, 59_00),
          plan("LARGE", "Large", 2_000, 4_096, 100, 3, true, 119_00),
          plan("XLARGE", "X-Large", 4_000, 8_192, 200, 3, true, 229_00),
          plan("XXL", "XX-Large", 8_000, 16_384, 500, 3, true, 449_00));

  static final List<RegionConfiguration> LOCAL_REGIONS =
      List.of(
          new RegionConfiguration(
              new Region(
                  new RegionId("local"), "This machine (local)", "127.0.0.1", RegionType.LOCAL),
              new RegionConfiguration.Local()));

  /** End-of-life dates by MongoDB's published software lifecycle schedule. */
  static final List<MongoRelease> RELEASES =
      List.of(
          release("6.0", false, LocalDate.of(2025, 7, 31)),
          release("7.0", true, LocalDate.of(2027, 8, 31)),
          release("8.0", false, LocalDate.of(2029, 10, 31)));

  private UsualCatalogue() {}

  private static Plan plan(
      String id,
      String name,
      int cpuMillis,
      int memoryMegabytes,
      int storageGigabytes,
      int members,
      boolean backups,
      long cents) {
    return new Plan(
        new PlanId(id),
        name,
        new Resources(cpuMillis, memoryMegabytes, storageGigabytes, members),
        backups,
        new Money(cents, EURO));
  }

  private static MongoRelease release(String version, boolean byDefault, LocalDate endOfLife) {
    return new MongoRelease(new MongoVersion(version), byDefault, endOfLife);
  }
}
