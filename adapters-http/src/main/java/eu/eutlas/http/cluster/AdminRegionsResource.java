package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.ListRegions;
import eu.eutlas.application.cluster.SetMaintenance;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.PageQuery;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.problem.RefusedException;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What administrators know of regions, and do about them. */
@Path("/v1/admin/regions")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminRegionsResource {
  private final ListRegions regions;
  private final SetMaintenance maintenance;

  public AdminRegionsResource(ListRegions regions, SetMaintenance maintenance) {
    this.regions = regions;
    this.maintenance = maintenance;
  }

  @GET
  public Items<AdministeredRegionResponse> listAdministeredRegions(
      @Auth Visitor visitor, @Query PageQuery query) {
    return Items.of(
        orThrow(regions.handle(visitor.person(), query.page())), AdministeredRegionResponse::of);
  }

  @PUT
  @Path("/{regionId}/maintenance")
  @Consumes(MediaType.APPLICATION_JSON)
  public RegionResponse setMaintenance(
      @Auth Visitor visitor, @PathParam("regionId") String region, SetMaintenanceRequest request) {
    var command = new SetMaintenance.Command(id(region), request.begun());
    return RegionResponse.of(orThrow(maintenance.handle(visitor.person(), command)));
  }

  /** What is no id is the id of nothing. */
  private static RegionId id(String text) {
    try {
      return new RegionId(text);
    } catch (InvalidValue e) {
      throw new RefusedException(Refusal.notFound("region"));
    }
  }
}
