package eu.eutlas.mongo;

import eu.eutlas.domain.Slot;
import eu.eutlas.domain.Slots;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** The slots of a parent, inside its document. */
public final class SlotsDocument {
  private SlotsDocument() {}

  /**
   * Writes the slots.
   *
   * @param text an id as text
   */
  public static <I> BsonArray toBson(Slots<I> slots, Function<I, String> text) {
    var array = new BsonArray();
    slots.all().forEach(slot -> array.add(slot(slot, text)));
    return array;
  }

  public static <I> Slots<I> fromBson(
      DocumentReader parent, String field, Function<String, I> parse) {
    return new Slots<>(parent.documents(field, slot -> slot(slot, parse)));
  }

  /** When the oldest reservation was made; absent when all slots are live. */
  public static Optional<Instant> oldestReservation(Slots<?> slots) {
    return slots.all().stream()
        .filter(slot -> slot.state() == Slot.State.RESERVED)
        .map(Slot::reservedAt)
        .min(Instant::compareTo);
  }

  private static <I> BsonDocument slot(Slot<I> slot, Function<I, String> text) {
    return new DocumentWriter()
        .put("id", text.apply(slot.id()))
        .put("nameKey", slot.nameKey())
        .put("originKeyHash", slot.originKeyHash().map(Values::value))
        .put("state", slot.state())
        .put("reservedAt", slot.reservedAt())
        .done();
  }

  private static <I> Slot<I> slot(DocumentReader slot, Function<String, I> parse) {
    return new Slot<>(
        parse.apply(slot.text("id")),
        slot.text("nameKey"),
        slot.findText("originKeyHash"),
        slot.word("state", Slot.State.class),
        slot.time("reservedAt"));
  }
}
