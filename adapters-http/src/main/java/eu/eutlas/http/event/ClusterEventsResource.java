package eu.eutlas.http.event;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.ReadCluster;
import eu.eutlas.application.event.ListEvents;
import eu.eutlas.http.answer.Answer;
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
import jakarta.ws.rs.core.StreamingOutput;

/** What happened to one cluster. */
@Path("/v1/projects/{projectId}/clusters/{clusterId}/events")
@Produces(MediaType.APPLICATION_JSON)
public final class ClusterEventsResource {
  private final ReadCluster clusters;
  private final ListEvents events;
  private final EventExports exports;

  public ClusterEventsResource(ReadCluster clusters, ListEvents events, EventExports exports) {
    this.clusters = clusters;
    this.events = events;
    this.exports = exports;
  }

  @GET
  public Items<EventResponse> listClusterEvents(
      @Auth Visitor visitor, @BeanParam ClusterPath path, @Query ListClusterEventsQuery query) {
    var cluster = orThrow(clusters.handle(visitor.person(), path.address()));
    return Items.of(
        orThrow(events.handle(visitor.person(), query.of(cluster), query.page())),
        EventResponse::of);
  }

  @GET
  @Produces(EventFile.CSV_TYPE + ";qs=0.5")
  public Answer<StreamingOutput> exportClusterEventsAsCsv(
      @Auth Visitor visitor, @BeanParam ClusterPath path, @Query ListClusterEventsQuery query) {
    return export(visitor, path, query, EventFile.CSV);
  }

  @GET
  @Produces(EventFile.JSON_LINES_TYPE + ";qs=0.5")
  public Answer<StreamingOutput> exportClusterEventsAsLines(
      @Auth Visitor visitor, @BeanParam ClusterPath path, @Query ListClusterEventsQuery query) {
    return export(visitor, path, query, EventFile.JSON_LINES);
  }

  private Answer<StreamingOutput> export(
      Visitor visitor, ClusterPath path, ListClusterEventsQuery query, EventFile file) {
    var cluster = orThrow(clusters.handle(visitor.person(), path.address()));
    return exports.open(visitor, query.of(cluster), query.exported(), file);
  }
}
