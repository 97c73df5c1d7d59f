package eu.eutlas.http.planted;

/** Planted: a class that prints. */
public final class PrintsToTheConsole {
  public void tell() {
    System.out.println("hello");
  }
}
