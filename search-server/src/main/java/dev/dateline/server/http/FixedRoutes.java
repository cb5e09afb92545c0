package dev.dateline.server.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import spark.route.HttpMethod;
import spark.route.Routes;
import spark.routematch.RouteMatch;

/**
 * Spark's routes, of which those are found at once whose path is fixed. Spark holds each request
 * against every route of its method, and cuts both into segments for that: a thirtieth of a short
 * search. It is for requests without {@code Accept}, as Spark sees ours. Thread-safe.
 */
final class FixedRoutes extends Routes {

  private final Routes routes;

  /** As many as there are routes, at most, whatever is asked for. */
  private final Map<Address, RouteMatch> fixed = new ConcurrentHashMap<>();

  private record Address(HttpMethod method, String path) {}

  FixedRoutes(Routes routes) {
    this.routes = routes;
  }

  @Override
  public @Nullable RouteMatch find(HttpMethod method, String path, @Nullable String accepted) {
    Address address = new Address(method, path);
    RouteMatch known = fixed.get(address);
    if (known != null) {
      return known;
    }
    RouteMatch found = routes.find(method, path, accepted);
    if (found != null && found.getMatchUri().equals(path)) {
      fixed.put(address, found);
    }
    return found;
  }

  @Override
  public List<RouteMatch> findMultiple(HttpMethod method, String path, @Nullable String accepted) {
    return routes.findMultiple(method, path, accepted);
  }
}
