package eu.eutlas.bootstrap.config;

/** How much an installation takes care of by itself. */
public enum Mode {
  /** One machine, one person, every port on 127.0.0.1, everything embedded. */
  LOCAL,
  /** For others: the database, the key, the mail server and the address are given. */
  PRODUCTION
}
