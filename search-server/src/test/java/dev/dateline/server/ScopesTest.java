package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.KeyFile;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.Setting;
import java.lang.reflect.Field;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spark.route.Routes;

/** Who may do what: every route of the server, by every kind of key. */
class ScopesTest {

  /** Who may ask. */
  private enum Who {
    ANYBODY(null),
    READERS(Scope.READ),
    WRITERS(Scope.WRITE),
    ADMINISTRATORS(Scope.ADMIN);

    private final Scope needed;

    Who(Scope needed) {
      this.needed = needed;
    }

    /** Whether a key may ask. */
    boolean includes(Scope scope) {
      return needed == null || scope.includes(needed);
    }
  }

  /** Every route. One that is added to the server and not here fails the first test. */
  private static final SortedMap<String, Who> ROUTES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("get /", Who.READERS),
              Map.entry("get /article/:id", Who.READERS),
              Map.entry("get /compat/guardian/*", Who.READERS),
              Map.entry("get /compat/guardian/search", Who.READERS),
              Map.entry("get /compat/newsapi/v2/everything", Who.READERS),
              Map.entry("get /compat/newsapi/v2/sources", Who.READERS),
              Map.entry("get /compat/newsapi/v2/top-headlines", Who.READERS),
              Map.entry("get /compat/newsapi/v2/top-headlines/sources", Who.READERS),
              Map.entry("get /dateline.css", Who.ANYBODY),
              Map.entry("get /dateline.js", Who.ANYBODY),
              Map.entry("get /docs", Who.ANYBODY),
              Map.entry("get /health/live", Who.ANYBODY),
              Map.entry("get /health/ready", Who.ANYBODY),
              Map.entry("get /metrics", Who.READERS),
              Map.entry("get /openapi.json", Who.ANYBODY),
              Map.entry("get /opensearch.xml", Who.ANYBODY),
              Map.entry("get /v1/articles/:id", Who.READERS),
              Map.entry("get /v1/articles/:id/similar", Who.READERS),
              Map.entry("get /v1/search", Who.READERS),
              Map.entry("post /v1/search", Who.READERS),
              Map.entry("get /v1/stats", Who.READERS),
              Map.entry("get /v1/suggest", Who.READERS),
              Map.entry("post /v1/articles", Who.WRITERS),
              Map.entry("delete /v1/articles/:id", Who.WRITERS),
              Map.entry("get /v1/admin/jobs", Who.ADMINISTRATORS),
              Map.entry("get /v1/admin/jobs/:id", Who.ADMINISTRATORS),
              Map.entry("delete /v1/admin/jobs/:id", Who.ADMINISTRATORS),
              Map.entry("post /v1/admin/backup", Who.ADMINISTRATORS),
              Map.entry("post /v1/admin/delete", Who.ADMINISTRATORS),
              Map.entry("post /v1/admin/reindex", Who.ADMINISTRATORS),
              Map.entry("post /v1/admin/rollback", Who.ADMINISTRATORS),
              Map.entry("post /v1/admin/verify", Who.ADMINISTRATORS)));

  @TempDir Path folder;
  Path keys;

  @BeforeEach
  void makeKeys() throws Exception {
    keys = folder.resolve("keys.txt");
    for (Scope scope : Scope.values()) {
      KeyFile.add(keys, ApiKey.ofSecret("the-" + scope.label(), scope, scope.label()));
    }
  }

  @Test
  void eachRouteOfTheServerIsInTheTable() throws Exception {
    try (RunningServer server = server("open")) {
      List<String> routes =
          routes(server).findAll().stream()
              .map(route -> route.getHttpMethod() + " " + route.getMatchUri())
              .filter(route -> !route.startsWith("head ")) // a GET without its body
              .map(ScopesTest::withoutVersion)
              .toList();
      assertEquals(ROUTES.keySet(), new TreeSet<>(routes));
    }
  }

  @Test
  void whereReadingIsOpenAKeyIsNeededForTheRest() throws Exception {
    try (RunningServer server = server("open")) {
      check(server, Who.READERS);
    }
  }

  @Test
  void whereReadingTakesAKeyNothingOfTheArchiveIsShownWithoutOne() throws Exception {
    try (RunningServer server = server("key")) {
      check(server, Who.ANYBODY);
    }
  }

  /** Asks every route with every kind of key. */
  private static void check(RunningServer server, Who withoutKey) throws Exception {
    for (Map.Entry<String, Who> route : ROUTES.entrySet()) {
      String name = route.getKey();
      Who who = route.getValue();
      boolean open = who.compareTo(withoutKey) <= 0;
      assertEquals(open ? "let in" : "key-required", ask(server, name, null), name);
      assertEquals(open ? "let in" : "key-required", ask(server, name, "guessed"), name);
      for (Scope scope : Scope.values()) {
        boolean letIn = open || who.includes(scope);
        assertEquals(
            letIn ? "let in" : "key-insufficient",
            ask(server, name, scope.label()),
            name + " by a key that may " + scope.label());
      }
    }
  }

  /** What became of a request: the problem if it is about who asks. */
  private static String ask(RunningServer server, String route, String key) throws Exception {
    String[] parts = route.split(" ", 2);
    String path = parts[1].replace(":id", "no-such").replace("*", "no/such");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .method(parts[0].toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
    HttpResponse<String> answer =
        server.send(key == null ? request : request.header("X-Api-Key", key));
    if (answer.statusCode() != 401 && answer.statusCode() != 403) {
      return "let in";
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertFalse(answer.body().contains("bridge"), route);
    if (path.startsWith("/compat")) {
      return answer.statusCode() == 401 ? "key-required" : "key-insufficient";
    }
    String code = type.contains("json") ? json(answer).path("code").asString() : answer.body();
    return code.equals("backups-off") ? "let in" : code;
  }

  private RunningServer server(String readAccess) throws Exception {
    return RunningServer.with(
        folder.resolve("index"),
        Map.of(Setting.API_KEY_FILE, keys.toString(), Setting.READ_ACCESS, readAccess));
  }

  /** The style and the script have a hash of what is in them in their addresses. */
  private static String withoutVersion(String route) {
    return route
        .replaceFirst("/assets/", "/")
        .replaceFirst("[.-][0-9A-Za-z_-]{8,}(?=\\.(css|js)$)", "");
  }

  /** The routes that Spark holds: the server itself has no list of them, and needs none. */
  private static Routes routes(RunningServer server) throws Exception {
    Object web = field(server.server, "web");
    Server jetty = (Server) field(web, "server");
    for (Object handler : jetty.getChildHandlersByClass(AbstractHandler.class)) {
      if (handler.getClass().getSimpleName().equals("SparkHandler")) {
        return (Routes) field(handler, "routes");
      }
    }
    throw new AssertionError("there is no handler of routes");
  }

  private static Object field(Object of, String name) throws Exception {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
