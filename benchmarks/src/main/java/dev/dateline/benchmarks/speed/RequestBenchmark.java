package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.Setting;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What does a search over HTTP cost the server, in CPU time of its process? Several launchers, such
 * as those of two builds, serve the same index, and are asked by turns, by eight at once over
 * connections that stay open: for the longest word of each of the newest 200 titles, newest first
 * and without snippets, where what is not search weighs most.
 *
 * <p>{@code benchmarks/run requests [index=DIR] [articles=200000] [launcher=FILE,FILE] [rounds=30]
 * [requests=1000] [warm=20000] [more=PARAMETERS]}; what follows {@code more=} stands in each
 * address instead of {@value #NEWEST}.
 */
public final class RequestBenchmark {

  static final String NEWEST = "&match=any&order-by=newest&page-size=10&highlight=false";

  private static final int TOGETHER = 8;

  private final List<String> paths;
  private final ExecutorService clients;

  private RequestBenchmark(List<String> paths, ExecutorService clients) {
    this.paths = paths;
    this.clients = clients;
  }

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws Exception {
    String launcher = Path.of(System.getProperty("dateline.home"), "dateline").toString();
    String[] launchers = Setting.of(arguments, "launcher", launcher).split(",", -1);
    Path index = StartBenchmark.index(arguments);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Launched> servers = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(TOGETHER)) {
      for (String each : launchers) {
        // None is refused, however busy the machine is.
        Launched server = Launched.start(client, each, index, "--max-wait", "60s");
        servers.add(server);
        server.awaitAnswer("/health/ready");
      }
      List<String> paths = paths(servers.getFirst(), Setting.of(arguments, "more", NEWEST));
      double[][] cost = new RequestBenchmark(paths, clients).run(arguments, servers);
      print(launchers, cost);
    } finally {
      servers.forEach(Launched::close);
    }
  }

  private static void print(String[] launchers, double[][] cost) {
    System.out.println("CPU of the server, microseconds a request; median (lowest-highest)");
    for (int each = 0; each < launchers.length; each++) {
      System.out.println(Launched.summary(cost[each], "%.0f") + "  " + launchers[each]);
    }
    if (launchers.length == 2) {
      double[] ratios =
          IntStream.range(0, cost[0].length).mapToDouble(i -> cost[1][i] / cost[0][i]).toArray();
      System.out.println("ratio of neighbours: " + Launched.summary(ratios, "%.2f"));
    }
  }

  private static List<String> paths(Launched server, String more) throws Exception {
    byte[] newest = server.ask("/v1/search?order-by=newest&page-size=200");
    List<String> paths = new ArrayList<>();
    for (JsonNode hit : JsonMapper.builder().build().readTree(newest).path("results")) {
      Arrays.stream(hit.path("title").asString().split("[^\\p{L}]+"))
          .max(Comparator.comparingInt(String::length))
          .map(word -> "/v1/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8) + more)
          .ifPresent(paths::add);
    }
    return paths;
  }

  /** The cost of each server in each round. */
  private double[][] run(String[] arguments, List<Launched> servers) throws Exception {
    int rounds = Integer.parseInt(Setting.of(arguments, "rounds", "30"));
    int requests = Integer.parseInt(Setting.of(arguments, "requests", "1000"));
    for (Launched server : servers) {
      ask(server, Integer.parseInt(Setting.of(arguments, "warm", "20000")));
    }
    double[][] cost = new double[servers.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int each = 0; each < servers.size(); each++) {
        Launched server = servers.get(each);
        long before = server.cpu().toNanos();
        ask(server, requests);
        cost[each][round] = (server.cpu().toNanos() - before) / 1e3 / requests;
      }
    }
    return cost;
  }

  private void ask(Launched server, int requests) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> client =
        () -> {
          int bytes = 0;
          for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
            bytes += server.ask(paths.get(i % paths.size())).length;
          }
          return bytes;
        };
    for (Future<Integer> each : clients.invokeAll(Collections.nCopies(TOGETHER, client))) {
      each.get();
    }
  }
}
