package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;

/** Reading fields of documents that this module itself has written. */
final class Fields {

  private Fields() {}

  static <T> T required(Document document, String field, Class<T> type) {
    Object value = document.get(field);
    if (!type.isInstance(value)) {
      throw new IllegalStateException("no " + field + " in a document of the server's own");
    }
    return type.cast(value);
  }

  static String text(Document document, String field) {
    return required(document, field, String.class);
  }
}
