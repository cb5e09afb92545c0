package dev.dateline.benchmarks.load;

import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.queries.GeneratedQueries;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QueryClass;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How soon does a server answer at a rate, and what becomes of it when more is asked than it can
 * do? Sends searches of a made-up corpus at each of some rates, one after the other, whether or not
 * the ones before are answered (an open loop, as readers do not wait for each other), and takes the
 * time from when each was due, so that none that a busy server or client holds up is forgotten.
 *
 * <p>{@code benchmarks/run load index articles=20000} makes the corpus and says where it lies; with
 * a server of it, on a core of its own,
 *
 * <p>{@code benchmarks/run load server=http://127.0.0.1:8080 rates=10,20,40 [seconds=20] [mix=slow]
 * [articles=20000] [seed=42]}
 *
 * <p>The usual mix is one of each {@link QueryClass} by turns, as a reader asks; the slow one asks
 * for any of two words, all facets, a timeline and fifty snippets.
 */
public final class LoadBenchmark {

  private static final int QUERIES_A_CLASS = 64;
  private static final String SLOW =
      "&page-size=50&facets=source,domain,section,author,tag,lang&timeline=week";

  private LoadBenchmark() {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int articles = Integer.parseInt(setting(arguments, "articles", "20000"));
    long seed = Long.parseLong(setting(arguments, "seed", "42"));
    GeneratedCorpus corpus = GeneratedCorpus.besideProgram(articles, seed);
    if (Arrays.asList(arguments).contains("index")) {
      corpus.index().close();
      System.out.println(corpus.indexFolder());
      return;
    }
    URI server = URI.create(setting(arguments, "server", "http://127.0.0.1:8080"));
    Duration span = Duration.ofSeconds(Long.parseLong(setting(arguments, "seconds", "20")));
    boolean slow = setting(arguments, "mix", "usual").equals("slow");
    List<URI> addresses = addresses(corpus, server, slow);
    System.out.println(LoadStep.HEADER);
    try (OpenLoop loop = new OpenLoop(addresses)) {
      for (String rate : setting(arguments, "rates", "10,20,40").split(",", -1)) {
        System.out.println(loop.run(Double.parseDouble(rate), span));
      }
    }
  }

  private static String setting(String[] arguments, String name, String otherwise) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }

  private static List<URI> addresses(GeneratedCorpus corpus, URI server, boolean slow) {
    GeneratedQueries queries = new GeneratedQueries(corpus);
    List<URI> addresses = new ArrayList<>();
    for (QueryClass kind : slow ? new QueryClass[] {QueryClass.OR} : QueryClass.values()) {
      for (GeneratedQuery query : queries.draw(kind, QUERIES_A_CLASS)) {
        addresses.add(server.resolve("/v1/search?" + parameters(query) + (slow ? SLOW : "")));
      }
    }
    Collections.shuffle(addresses, new Random(1));
    return addresses;
  }

  private static String parameters(GeneratedQuery query) {
    String q = "q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    return switch (query.kind()) {
      case COMMON_TERM, RARE_TERM, AND, OR, PHRASE -> q;
      case DATE -> q + "&from=" + query.from() + "&to=" + query.until();
      case NEWEST -> q + "&order-by=newest";
    };
  }
}
