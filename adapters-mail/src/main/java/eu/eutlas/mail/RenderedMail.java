package eu.eutlas.mail;

/** A mail's words, which hold its secrets. */
record RenderedMail(String subject, String html, String text) {
  @Override
  public String toString() {
    return "[mail]";
  }
}
