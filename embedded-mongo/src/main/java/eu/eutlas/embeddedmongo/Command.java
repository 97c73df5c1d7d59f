package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How a command is carried out: what the caller needs, whether it reads or writes, and the work.
 *
 * @param name in small letters, as it is looked up
 */
record Command(
    String name,
    boolean open,
    Function<Call, List<Need>> needs,
    Function<Call, Lane> lane,
    Work work) {

  /** A right in a database. */
  record Need(Right right, String database) {}

  /** What else may run meanwhile. */
  enum Lane {
    /** Touches no documents. */
    FREE,
    /** Together with other readers. */
    READ,
    /** Alone, and answered only once it is in the file. */
    WRITE
  }

  /** The command's own part. */
  interface Work {
    Document run(Call call);
  }

  /** Answered to everybody, logged in or not. */
  static Command open(String name, Work work) {
    return new Command(name, true, call -> List.of(), call -> Lane.FREE, work);
  }

  /** Answered to everybody who is logged in. */
  static Command loggedIn(String name, Lane lane, Work work) {
    return new Command(name, false, call -> List.of(), call -> lane, work);
  }

  /** Needs one of these rights in the database it is sent to. */
  static Command of(String name, Right right, Lane lane, Work work) {
    return new Command(
        name, false, call -> List.of(new Need(right, call.database())), call -> lane, work);
  }

  static Command of(
      String name, Function<Call, List<Need>> needs, Function<Call, Lane> lane, Work work) {
    return new Command(name, false, needs, lane, work);
  }

  private static final Set<Right> ON_COLLECTIONS = Set.of(Right.WRITE, Right.SHAPE);

  /** The books of a database are no collections to write to. */
  boolean touchesBooks(Call call) {
    return call.command().get(call.name()) instanceof String collection
        && collection.startsWith("system.")
        && needs.apply(call).stream().anyMatch(need -> ON_COLLECTIONS.contains(need.right()));
  }
}
