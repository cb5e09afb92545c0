package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.server.http.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine may run out of, and what a client may want of the real program. */
class LimitsTest {

  private static final String KEY = "k";
  private static final Logger LOG = Logger.getLogger(Problem.class.getName());

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void beHeard() {
    LOG.setLevel(null);
  }

  @AfterEach
  void letGo() {
    http.shutdownNow();
  }

  @Test
  void aFolderThatVanishesIsToldAndServedAgainWhenItIsBack() throws Exception {
    Path index = folder.resolve("index");
    Path elsewhere = folder.resolve("elsewhere");
    try (RunningServer server = RunningServer.writing(index)) {
      Files.move(index, elsewhere);
      assertEquals(503, server.get("/health/ready").statusCode());
      assertEquals(200, server.get("/health/live").statusCode());
      assertEquals(503, post(server, "gone").statusCode());
      assertEquals(503, post(server, "still-gone").statusCode());

      Files.move(elsewhere, index);
      assertEquals(200, server.get("/health/ready").statusCode());
      assertEquals(201, post(server, "back").statusCode());
      assertEquals(200, server.get("/v1/articles/back").statusCode());
      assertEquals(200, server.get("/v1/articles/bridge").statusCode());
    }
  }

  @Test
  void aDiskThatCannotBeWrittenIsReadAndWhoWouldWriteIsToldAtTheStart() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "8m")) {
      Path index = disk.path().resolve("index");
      RunningServer.writing(index).close();
      disk.makeReadOnly();
      try (RunningServer server = RunningServer.on(index, Map.of())) {
        assertEquals(200, server.get("/health/ready").statusCode());
        assertEquals(200, server.get("/v1/search?q=bridge").statusCode());
      }
      try (Program server =
          Program.start(
              folder.resolve("read-only"),
              Map.of("DATELINE_API_KEY", KEY, "DATELINE_PORT", "0"),
              "serve",
              "--index",
              index.toString())) {
        assertEquals(3, server.exitCode(), server.printed());
        assertTrue(server.printed().contains("Read-only file system"), server.printed());
        assertEquals(1, server.printed().lines().count(), server.printed());
      }
    }
  }

  private static HttpResponse<String> post(RunningServer server, String id) throws Exception {
    return server.post("/v1/articles", "application/json", article(id));
  }

  private static String article(String id) {
    return "{\"id\":\"%s\",\"title\":\"Title of %s\",\"body\":\"a1 b2 c3\"}".formatted(id, id);
  }

  @Test
  void withoutFileHandlesWritesAreRefusedAndWithSomeTheyGoOn() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs Linux");
    try (Program server = serve("few", Map.of())) {
      URI address = address(server);
      assertEquals(201, post(address, "before").statusCode());
      loadWhatRefuses(address);
      // The connection stays open, so that this client is heard all the same.
      limitFiles(server, openFiles(server) + 1);
      HttpResponse<String> refused = post(address, "during");
      assertEquals(503, refused.statusCode(), refused.body());

      limitFiles(server, 4_096);
      assertEquals(201, post(address, "after").statusCode());
      for (String id : List.of("before", "after")) {
        assertEquals(200, get(address, "/v1/articles/" + id).statusCode(), id);
      }
      assertEquals(0, server.terminate(), server.printed());
    }
  }

  /** Here each class is in a file of its own, which takes a handle; in the program it does not. */
  private void loadWhatRefuses(URI address) throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(folder.resolve("index"), elsewhere);
    assertEquals(503, post(address, "gone").statusCode());
    Files.move(elsewhere, folder.resolve("index"));
    assertEquals(201, post(address, "back").statusCode());
  }

  private static long openFiles(Program server) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
      return files.count();
    }
  }

  private static void limitFiles(Program server, long most) throws Exception {
    Process limiting =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(server.pid()), "--nofile=" + most + ":")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assumeTrue(limiting.waitFor() == 0, "needs prlimit");
  }

  @Test
  void aSecondServerThatWritesIsToldWhoTheFirstIs() throws Exception {
    try (Program first = serve("first", Map.of());
        Program second = start("second", Map.of())) {
      assertEquals(3, second.exitCode(), second.printed());
      assertTrue(second.printed().contains("process " + first.pid()), second.printed());
    }
  }

  @Test
  void withLittleMemoryWhoWantsEverythingHarmsNobody() throws Exception {
    try (Program server =
        serve("small", Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m", "DATELINE_MAX_WAIT", "60s"))) {
      URI address = address(server);
      StringBuilder batch = new StringBuilder();
      for (int number = 0; number < 20_000; number++) {
        batch.append(article("a" + number)).append('\n');
      }
      assertEquals(200, post(address, "application/x-ndjson", batch.toString()).statusCode());
      Map<String, Integer> greedy =
          Map.of(
              "/v1/search?q=a*+b*+c*&page-size=200",
              200,
              "/v1/search?q=" + "t*+OR+".repeat(300) + "t*",
              200,
              "/v1/search?q=title&page=50&page-size=200",
              200,
              "/v1/search?q=title&page=1000000&page-size=200",
              400,
              "/v1/search?facets=" + "source,tag,section,author,lang,domain,".repeat(170) + "tag",
              200,
              "/v1/search?q=title&format=ndjson&fields=body",
              200);
      try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
        List<Callable<HttpResponse<String>>> asking = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
          greedy.keySet().forEach(each -> asking.add(() -> get(address, each)));
        }
        for (Future<HttpResponse<String>> each : clients.invokeAll(asking)) {
          HttpResponse<String> answer = each.get();
          URI asked = answer.uri();
          int status = greedy.get(asked.getPath() + "?" + asked.getRawQuery());
          assertEquals(status, answer.statusCode(), asked + ": " + answer.body());
          assertTrue(status != 200 || isWhole(answer), asked.toString());
        }
      }
      assertEquals(201, post(address, "last").statusCode());
      assertEquals(200, get(address, "/v1/articles/a19999").statusCode());
      assertEquals(0, server.terminate(), server.printed());
    }
  }

  /** Whether an answer has, or counts, all 20,000 articles. */
  private static boolean isWhole(HttpResponse<String> answer) {
    return answer.uri().getQuery().contains("format=ndjson")
        ? answer.body().lines().filter(line -> line.startsWith("{\"id\":")).count() == 20_000
        : answer.body().contains("\"total\":{\"articles\":20000}");
  }

  private Program serve(String out, Map<String, String> environment) throws Exception {
    Program server = start(out, environment);
    server.awaitPrinted("Dateline serves");
    return server;
  }

  private Program start(String out, Map<String, String> environment) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("DATELINE_API_KEY", KEY);
    all.put("DATELINE_PORT", "0");
    return Program.start(
        folder.resolve(out), all, "serve", "--index", folder.resolve("index").toString());
  }

  private static URI address(Program server) throws IOException {
    String printed = server.printed();
    return URI.create(printed.substring(printed.indexOf("http://")).strip());
  }

  private HttpResponse<String> get(URI server, String address) throws Exception {
    return send(HttpRequest.newBuilder(server.resolve(address)));
  }

  private HttpResponse<String> post(URI server, String id) throws Exception {
    return post(server, "application/json", article(id));
  }

  private HttpResponse<String> post(URI server, String type, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(server.resolve("/v1/articles"))
            .header("X-Api-Key", KEY)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }
}
