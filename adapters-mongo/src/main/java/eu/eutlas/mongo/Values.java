package eu.eutlas.mongo;

import java.time.Instant;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** How single values stand in documents: numbers as 64 bits, times in milliseconds. */
public final class Values {
  private Values() {}

  public static BsonValue value(String text) {
    return new BsonString(text);
  }

  public static BsonValue value(Enum<?> word) {
    return new BsonString(word.name());
  }

  public static BsonValue value(long number) {
    return new BsonInt64(number);
  }

  public static BsonValue value(boolean flag) {
    return BsonBoolean.valueOf(flag);
  }

  public static BsonValue value(Instant time) {
    return new BsonDateTime(time.toEpochMilli());
  }
}
