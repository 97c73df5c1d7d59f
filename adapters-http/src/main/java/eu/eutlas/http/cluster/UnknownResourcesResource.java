package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.ListUnknownResources;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.Limit;
import eu.eutlas.http.answer.PageCursor;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** What lies in regions and is nobody's. */
@Path("/v1/admin/unknown-resources")
@Produces(MediaType.APPLICATION_JSON)
public final class UnknownResourcesResource {
  private final ListUnknownResources unknown;

  public UnknownResourcesResource(ListUnknownResources unknown) {
    this.unknown = unknown;
  }

  /** Which of them are wanted. */
  record ListUnknownResourcesQuery(
      Optional<RegionId> region, Optional<Limit> limit, Optional<PageCursor> cursor) {}

  @GET
  public Items<UnknownResourceResponse> listUnknownResources(
      @Auth Visitor visitor, @Query ListUnknownResourcesQuery query) {
    var page = Limit.page(query.limit(), query.cursor());
    return Items.of(
        orThrow(unknown.handle(visitor.person(), query.region(), page)),
        UnknownResourceResponse::of);
  }
}
