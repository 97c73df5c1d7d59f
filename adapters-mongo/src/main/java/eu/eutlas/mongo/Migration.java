package eu.eutlas.mongo;

import com.mongodb.client.MongoDatabase;

/**
 * A numbered change of the schema. It runs while older nodes still work, so it only expands, or
 * takes away what the release before no longer uses. It can be repeated after a crash anywhere
 * within.
 */
interface Migration {

  /** From 1 on, without gaps. */
  int number();

  /** A few words for people. */
  String name();

  /**
   * Carries it out.
   *
   * @param goOn to be called at least each half minute; throws when another node has taken over
   */
  void apply(MongoDatabase database, Runnable goOn);
}
