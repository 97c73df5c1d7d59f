package eu.eutlas.embeddedmongo;

/** A user is known by its name and the database it was created in. */
record UserId(String database, String name) {

  static final UserId NOBODY = new UserId("", "");

  String text() {
    return database + "." + name;
  }
}
