package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.ReadCatalogue;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What can be ordered. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogueResource {
  private final ReadCatalogue catalogue;

  public CatalogueResource(ReadCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @Path("/plans")
  public Items<PlanResponse> listPlans(@Auth Visitor visitor) {
    return Items.all(orThrow(catalogue.handle(visitor.person())).plans(), PlanResponse::of);
  }

  @GET
  @Path("/regions")
  public Items<RegionResponse> listRegions(@Auth Visitor visitor) {
    return Items.all(orThrow(catalogue.regions(visitor.person())), RegionResponse::of);
  }

  @GET
  @Path("/mongodb-versions")
  public Items<MongoVersionResponse> listMongoVersions(@Auth Visitor visitor) {
    return Items.all(
        orThrow(catalogue.handle(visitor.person())).releases(), MongoVersionResponse::of);
  }
}
