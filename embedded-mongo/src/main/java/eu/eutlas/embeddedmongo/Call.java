package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way.
 *
 * @param name the command's name as the client wrote it, the first field of the document
 * @param user nobody for what is answered without a login
 */
record Call(
    Connection connection, String database, String name, Document command, @Nullable User user) {

  UserId caller() {
    return user == null ? UserId.NOBODY : user.id();
  }

  /** The collection the command names. */
  String collection() {
    if (command.get(name) instanceof String collection && !collection.isEmpty()) {
      return collection;
    }
    throw Replies.invalidNamespace("collection name has invalid type or is empty");
  }

  String namespace() {
    return database + "." + collection();
  }

  /** A full namespace, database and collection, in a field. */
  String namespaceIn(String field) {
    if (command.get(field) instanceof String namespace
        && namespace.indexOf('.') > 0
        && !namespace.endsWith(".")) {
      return namespace;
    }
    throw Replies.invalidNamespace("'" + field + "' is no namespace");
  }

  Document document(String field) {
    return command.get(field) instanceof Document document ? document : new Document();
  }

  @Nullable Document optionalDocument(String field) {
    return command.get(field) instanceof Document document ? document : null;
  }

  int number(String field, int otherwise) {
    return command.get(field) instanceof Number number
        ? Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
        : otherwise;
  }

  boolean flag(String field) {
    return Boolean.TRUE.equals(command.get(field));
  }
}
