package eu.eutlas.http;

import jakarta.ws.rs.Produces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;

/** All routes, as Jersey sees them; one that answers in several forms counts once. */
final class Routes {
  private Routes() {}

  static List<Route> all() {
    return EutlasHttp.RESOURCES.stream()
        .map(Resource::from)
        .flatMap(resource -> of(resource, ""))
        .collect(Collectors.toMap(Route::name, route -> route, Routes::inJson, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static Route inJson(Route one, Route other) {
    return one.method().isAnnotationPresent(Produces.class) ? other : one;
  }

  /** Those that read a body. */
  static Stream<Route> withBody() {
    return all().stream().filter(route -> route.request().isPresent());
  }

  private static Stream<Route> of(Resource resource, String above) {
    var path = above + "/" + resource.getPath().replaceAll("^/|/$", "");
    var own =
        resource.getResourceMethods().stream()
            .map(method ->
                new Route(
                    method.getHttpMethod(),
                    path.substring("/v1".length()),
                    method.getInvocable().getHandlingMethod()));
    var below = resource.getChildResources().stream().flatMap(child -> of(child, path));
    return Stream.concat(own, below);
  }
}
