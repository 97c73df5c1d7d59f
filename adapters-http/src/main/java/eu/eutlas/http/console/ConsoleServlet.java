package eu.eutlas.http.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The web console, beside {@code /api}: its files, and its first page for every route that the
 * console itself knows. What was read once is kept, so it holds at most what the console is made
 * of, twice.
 */
public final class ConsoleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /**
   * Nothing is decoded, so nothing can be hidden: an address with more in it has no meaning here.
   */
  private static final Pattern PLAIN = Pattern.compile("/|(/[\\w@+~-][\\w@+~.-]*)+/?");

  private final transient ConsoleFiles files;
  private final transient Map<String, StaticFile> known = new ConcurrentHashMap<>();
  private final transient Page index;

  /**
   * @throws IllegalArgumentException when there is no {@link ConsoleFiles#INDEX}
   */
  public ConsoleServlet(ConsoleFiles files) {
    this.files = files;
    this.index =
        files
            .read(ConsoleFiles.INDEX)
            .map(Page::new)
            .orElseThrow(() -> new IllegalArgumentException("The console has no first page."));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> answer(request, response);
      default -> {
        response.setHeader("Allow", "GET, HEAD");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var address = request.getRequestURI();
    if (!PLAIN.matcher(address).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var path = address.substring(1);
    var file = path.equals(ConsoleFiles.INDEX) ? Optional.<StaticFile>empty() : find(path);
    if (file.isPresent()) {
      file.get().answer(request, response);
    } else if (isPage(path, request)) {
      index.answer(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static boolean isPage(String path, HttpServletRequest request) {
    return path.isEmpty()
        || path.equals(ConsoleFiles.INDEX)
        || (!path.startsWith(StaticFile.HASHED) && Accepted.pages(request));
  }

  /** Two who ask first at the same moment may both compress it: nobody waits for a lock. */
  private Optional<StaticFile> find(String path) {
    var kept = known.get(path);
    var isFolder = path.lastIndexOf('.') <= path.lastIndexOf('/');
    if (kept != null || isFolder) {
      return Optional.ofNullable(kept);
    }
    var read = files.read(path).map(content -> new StaticFile(path, content));
    read.ifPresent(file -> known.putIfAbsent(path, file));
    return read;
  }
}
