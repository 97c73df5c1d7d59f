package eu.eutlas.domain.identity;

/**
 * Where the refresh token is kept: a program gets it in the answer, the console in a cookie that
 * scripts cannot read.
 */
public enum ClientKind {
  PROGRAM,
  CONSOLE
}
