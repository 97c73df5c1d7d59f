package eu.eutlas.memory.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.backup.Namespace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collections of texts as bytes. */
final class TextArchive {
  private static final int MAGIC = 0x65757431;

  private TextArchive() {}

  static byte[] write(Map<Namespace, List<String>> collections) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(collections.size());
      for (var collection : collections.entrySet()) {
        out.writeUTF(collection.getKey().toString());
        out.writeInt(collection.getValue().size());
        for (var document : collection.getValue()) {
          out.writeUTF(document);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Map<Namespace, List<String>> read(byte[] archive) {
    try (var in = new DataInputStream(new ByteArrayInputStream(archive))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("It does not begin so.");
      }
      var collections = new LinkedHashMap<Namespace, List<String>>();
      for (var left = in.readInt(); left > 0; left--) {
        var namespace = Namespace.parse(in.readUTF());
        var documents = new ArrayList<String>();
        for (var documentsLeft = in.readInt(); documentsLeft > 0; documentsLeft--) {
          documents.add(in.readUTF());
        }
        collections.put(namespace, documents);
      }
      return collections;
    } catch (IOException e) {
      throw new PortFailure.Rejected("ARCHIVE_DAMAGED", "The archive is damaged.", e);
    }
  }
}
