package eu.eutlas.k8s;

import java.util.Optional;

/**
 * What we ask an API server for, in our own words: whatever it answers, what people read about it
 * comes from here.
 */
record ApiCall(Verb verb, ResourceType type, Optional<String> namespace, Optional<String> name) {

  /** What can be done to a thing. */
  enum Verb {
    GET("get", "read", false),
    LIST("list", "list", false),
    WATCH("watch", "watch", false),
    CREATE("create", "make", true),
    APPLY("patch", "make", true),
    PATCH("patch", "change", true),
    DELETE("delete", "delete", true);

    private final String right;
    private final String words;
    private final boolean changing;

    Verb(String right, String words, boolean changing) {
      this.right = right;
      this.words = words;
      this.changing = changing;
    }

    /** The word for it in a role. */
    String right() {
      return right;
    }

    boolean isChanging() {
      return changing;
    }
  }

  static ApiCall of(Verb verb, ResourceType type, String namespace, String name) {
    return new ApiCall(verb, type, Optional.of(namespace), Optional.of(name));
  }

  String path() {
    return type.root()
        + namespace.map(space -> "/namespaces/" + space).orElse("")
        + "/"
        + type.plural()
        + name.map(each -> "/" + each).orElse("");
  }

  /** Such as: make the secret db-7-admin. */
  String words() {
    return verb.words + " " + type.words() + name.map(each -> " " + each).orElse("");
  }

  /** Such as: patch secrets. */
  String right() {
    return verb.right() + " " + type.plural() + (type.group().isEmpty() ? "" : "." + type.group());
  }
}
