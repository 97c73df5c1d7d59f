package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.Currency;

/** An amount in the currency's minor units: 900 EUR is nine euros. */
public record Money(long minorUnits, Currency currency) {
  public Money {
    InvalidValue.unless(minorUnits >= 0, "A price is never negative.");
  }
}
