package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Resources;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the lists of the catalogue. Each fault names its item and field. */
final class CatalogueReader {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private final Given given;

  CatalogueReader(Given given) {
    this.given = given;
  }

  List<Plan> plans() {
    return read(
        Key.PLANS,
        Set.of(
            "id",
            "name",
            "cpu",
            "memoryMb",
            "storageGb",
            "members",
            "backups",
            "price",
            "currency"),
        UsualCatalogue.PLANS,
        CatalogueReader::plan,
        plan -> plan.id().value());
  }

  List<RegionConfiguration> regions(Mode mode) {
    return read(
        Key.REGIONS,
        RegionReader.fields(),
        mode == Mode.LOCAL ? UsualCatalogue.LOCAL_REGIONS : List.of(),
        RegionReader::read,
        region -> region.region().id().value());
  }

  List<MongoRelease> releases() {
    return read(
        Key.MONGODB_VERSIONS,
        Set.of("version", "default", "endOfLife"),
        UsualCatalogue.RELEASES,
        CatalogueReader::release,
        release -> release.version().value());
  }

  private <T> List<T> read(
      Key key,
      Set<String> fields,
      List<T> usual,
      Function<Fields, T> parse,
      Function<T, String> idOf) {
    return given.list(key).map(items -> items(key, fields, items, parse, idOf)).orElse(usual);
  }

  private <T> List<T> items(
      Key key,
      Set<String> fields,
      List<Map<String, Object>> items,
      Function<Fields, T> parse,
      Function<T, String> idOf) {
    var things = new ArrayList<T>();
    var ids = new HashSet<String>();
    for (var i = 0; i < items.size(); i++) {
      var place = "item " + (i + 1) + ": ";
      var item = items.get(i);
      item.keySet().stream()
          .filter(name -> !fields.contains(name))
          .forEach(name ->
              given.fault(
                  key, place + "the field " + name + " is unknown." + NearMiss.hint(name, fields)));
      try {
        var thing = parse.apply(new Fields(item));
        if (!ids.add(idOf.apply(thing))) {
          given.fault(key, place + idOf.apply(thing) + " is there twice.");
        }
        things.add(thing);
      } catch (IllegalArgumentException | DateTimeException e) {
        given.fault(key, place + e.getMessage());
      }
    }
    return things;
  }

  private static Plan plan(Fields fields) {
    return new Plan(
        new PlanId(fields.text("id")),
        fields.text("name"),
        new Resources(
            fields.decimal("cpu").multiply(THOUSAND).intValue(),
            fields.decimal("memoryMb").intValue(),
            fields.decimal("storageGb").intValue(),
            fields.decimal("members").intValue()),
        fields.yesOrNo("backups"),
        price(fields));
  }

  private static Money price(Fields fields) {
    var currency = Currency.getInstance(fields.optional("currency").orElse("EUR"));
    var minor = fields.decimal("price").movePointRight(currency.getDefaultFractionDigits());
    return new Money(minor.longValueExact(), currency);
  }

  private static MongoRelease release(Fields fields) {
    return new MongoRelease(
        new MongoVersion(fields.text("version")),
        fields.optional("default").map(Boolean::parseBoolean).orElse(false),
        LocalDate.parse(fields.text("endOfLife")));
  }
}
