package eu.eutlas.browser;

import java.util.List;

/** The browser complained: an error on its console or in a page, or a request that failed. */
public final class FaultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FaultsException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
