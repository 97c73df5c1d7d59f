package eu.eutlas.application.planted;

import eu.eutlas.application.Scope;

/** Planted: a use case that reads all tenants' data. */
public final class ReadsEverything {
  public Scope scope() {
    return new Scope.Everything("it was easier");
  }
}
