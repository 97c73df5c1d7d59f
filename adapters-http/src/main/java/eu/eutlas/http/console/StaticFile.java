package eu.eutlas.http.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file that is the same for everybody, compressed once for all who ask for it. */
final class StaticFile {
  /** Files whose names hold their hash: another content has another name. */
  static final String HASHED = "assets/";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String A_WHILE = "public, max-age=300";
  private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";
  private static final String GZIP = "gzip";
  private static final int TAG_LENGTH = 32;

  private final MediaType type;
  private final String caching;
  private final Form plain;
  private final Optional<Form> gzip;

  StaticFile(String path, byte[] content) {
    this.type = MediaType.of(path);
    this.caching = path.startsWith(HASHED) ? FOR_EVER : A_WHILE;
    var hash = hash(content);
    this.plain = new Form(content, '"' + hash + '"');
    this.gzip =
        Optional.of(content)
            .filter(ignored -> type.isCompressible())
            .map(StaticFile::compress)
            .filter(compressed -> compressed.length < content.length)
            .map(compressed -> new Form(compressed, '"' + hash + "-gzip\""));
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var compressed = gzip.isPresent() && Accepted.encoding(request, GZIP);
    var form = compressed ? gzip.orElse(plain) : plain;
    response.setHeader("Cache-Control", caching);
    response.setHeader("ETag", form.tag);
    if (type.isCompressible()) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (Accepted.isKnown(request, form.tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setHeader("Content-Security-Policy", POLICY);
    response.setContentType(type.header());
    if (compressed) {
      response.setHeader("Content-Encoding", GZIP);
    }
    Body.send(request, response, form.content);
  }

  private static byte[] compress(byte[] content) {
    var out = new ByteArrayOutputStream(content.length / 2);
    try (var gzip = new ThoroughGzip(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The same content in one encoding, under a tag of its own. */
  private static final class Form {
    private final byte[] content;
    private final String tag;

    Form(byte[] content, String tag) {
      this.content = content;
      this.tag = tag;
    }
  }

  /** Takes its time, because it is done once. */
  private static final class ThoroughGzip extends GZIPOutputStream {
    ThoroughGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
