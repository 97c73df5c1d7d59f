package eu.eutlas.http.console;

import java.util.Locale;

/** What a file is, by the end of its name. Only text is worth compressing; the rest already is. */
enum MediaType {
  HTML("text/html;charset=utf-8", true),
  JS("text/javascript;charset=utf-8", true),
  CSS("text/css;charset=utf-8", true),
  TXT("text/plain;charset=utf-8", true),
  SVG("image/svg+xml", true),
  JSON("application/json", true),
  MAP("application/json", true),
  WEBMANIFEST("application/manifest+json", true),
  PNG("image/png", false),
  JPG("image/jpeg", false),
  WEBP("image/webp", false),
  ICO("image/x-icon", false),
  WOFF2("font/woff2", false),
  OTHER("application/octet-stream", false);

  private final String header;
  private final boolean compressible;

  MediaType(String header, boolean compressible) {
    this.header = header;
    this.compressible = compressible;
  }

  static MediaType of(String path) {
    var ending = path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    for (var type : values()) {
      if (type.name().equals(ending)) {
        return type;
      }
    }
    return OTHER;
  }

  String header() {
    return header;
  }

  boolean isCompressible() {
    return compressible;
  }
}
