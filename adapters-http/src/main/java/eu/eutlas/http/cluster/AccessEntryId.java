package eu.eutlas.http.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.http.problem.RefusedException;

/** A range as one segment of a path: with a hyphen, which no address has, where its slash is. */
final class AccessEntryId {
  private AccessEntryId() {}

  static String of(Cidr range) {
    return range.value().replace('/', '-');
  }

  /** The range; what is no id is the id of nothing. */
  static Cidr range(String id) {
    try {
      return new Cidr(id.replace('-', '/'));
    } catch (InvalidValue e) {
      throw new RefusedException(Refusal.notFound("entry"));
    }
  }
}
