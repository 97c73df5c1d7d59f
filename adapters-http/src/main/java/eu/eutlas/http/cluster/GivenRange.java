package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.Cidr;

/** A range as people write it: also an address, which is the range of itself alone. */
public record GivenRange(String value) {
  public GivenRange {
    value = Cidr.parse(value).value();
  }

  Cidr cidr() {
    return new Cidr(value);
  }
}
