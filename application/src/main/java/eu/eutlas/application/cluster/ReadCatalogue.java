package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;

/** Shows what can be ordered, to whoever is logged in and verified. */
public final class ReadCatalogue {
  private final Authorizer authorizer;
  private final Catalogue catalogue;

  public ReadCatalogue(Authorizer authorizer, Catalogue catalogue) {
    this.authorizer = authorizer;
    this.catalogue = catalogue;
  }

  public Outcome<Catalogue> handle(Actor actor) {
    return authorizer.admit(actor).map(access -> catalogue);
  }
}
