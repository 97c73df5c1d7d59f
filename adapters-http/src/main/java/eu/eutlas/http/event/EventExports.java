package eu.eutlas.http.event;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import com.fasterxml.jackson.databind.SequenceWriter;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.application.event.ListEvents;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.request.Visitor;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives events as files, newest first. A file is read and written page by page, each with the
 * rights that the visitor has at that moment: whoever loses them, or a store that goes away, breaks
 * the file off where the client sees that it is not whole.
 */
public final class EventExports {
  private static final Logger log = LoggerFactory.getLogger(EventExports.class);

  private final ListEvents events;

  public EventExports(ListEvents events) {
    this.events = events;
  }

  /**
   * Answers with the events that match.
   *
   * @param only the page that is asked for; absent for all
   */
  Answer<StreamingOutput> open(
      Visitor visitor, EventQuery query, Optional<PageRequest> only, EventFile file) {
    var request = only.orElse(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()));
    var first = page(visitor, query, request);
    var name = "events-" + query.cluster().map(Object::toString).orElse(query.org().value());
    return Answer.<StreamingOutput>of(
            out -> write(visitor, query, first, only.isEmpty(), file, out))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(name, file.ending()));
  }

  private void write(
      Visitor visitor,
      EventQuery query,
      Page<LoggedEvent> first,
      boolean whole,
      EventFile file,
      OutputStream out) {
    try (var rows = file.begin(out)) {
      var page = first;
      write(page, file, rows);
      while (whole && page.next().isPresent()) {
        page = page(visitor, query, new PageRequest(PageRequest.MAX_LIMIT, page.next()));
        write(page, file, rows);
      }
    } catch (IOException e) {
      log.debug("An export has lost its client.", e);
    }
  }

  private static void write(Page<LoggedEvent> page, EventFile file, SequenceWriter rows)
      throws IOException {
    for (var event : page.items()) {
      rows.write(file.row().apply(event));
    }
    rows.flush();
  }

  private Page<LoggedEvent> page(Visitor visitor, EventQuery query, PageRequest request) {
    return orThrow(events.handle(visitor.person(), query, request));
  }
}
