package eu.eutlas.http.event;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.event.ListEvents;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** What happened in an organization. */
@Path("/v1/orgs/{orgId}/events")
public final class EventResource {
  private final ListEvents events;
  private final EventExports exports;
  private final EventStreams streams;

  public EventResource(ListEvents events, EventExports exports, EventStreams streams) {
    this.events = events;
    this.exports = exports;
    this.streams = streams;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Items<EventResponse> listEvents(
      @Auth Visitor visitor, @PathParam("orgId") OrgId org, @Query ListEventsQuery query) {
    return Items.of(
        orThrow(events.handle(visitor.person(), query.of(org), query.page())), EventResponse::of);
  }

  @GET
  @Produces(EventFile.CSV_TYPE + ";qs=0.5")
  public Answer<StreamingOutput> exportEventsAsCsv(
      @Auth Visitor visitor, @PathParam("orgId") OrgId org, @Query ListEventsQuery query) {
    return exports.open(visitor, query.of(org), query.exported(), EventFile.CSV);
  }

  @GET
  @Produces(EventFile.JSON_LINES_TYPE + ";qs=0.5")
  public Answer<StreamingOutput> exportEventsAsLines(
      @Auth Visitor visitor, @PathParam("orgId") OrgId org, @Query ListEventsQuery query) {
    return exports.open(visitor, query.of(org), query.exported(), EventFile.JSON_LINES);
  }

  @GET
  @Path("/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Answer<StreamingOutput> streamEvents(
      @Auth Visitor visitor,
      @PathParam("orgId") OrgId org,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId) {
    return streams.open(visitor, org, lastEventId);
  }
}
