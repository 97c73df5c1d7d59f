package eu.eutlas.http.event;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.ReadCluster;
import eu.eutlas.application.event.ListEvents;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.cluster.ClusterPath;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What happened to one cluster. */
@Path("/v1/projects/{projectId}/clusters/{clusterId}/events")
@Produces(MediaType.APPLICATION_JSON)
public final class ClusterEventsResource {
  private final ReadCluster clusters;
  private final ListEvents events;

  public ClusterEventsResource(ReadCluster clusters, ListEvents events) {
    this.clusters = clusters;
    this.events = events;
  }

  @GET
  public Items<EventResponse> listClusterEvents(
      @Auth Visitor visitor, @BeanParam ClusterPath path, @Query ListClusterEventsQuery query) {
    var cluster = orThrow(clusters.handle(visitor.person(), path.address()));
    return Items.of(
        orThrow(events.handle(visitor.person(), query.of(cluster), query.page())),
        EventResponse::of);
  }
}
