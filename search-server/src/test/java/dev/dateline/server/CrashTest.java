package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.lucene.Verification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed at random moments, again and again, while clients add, replace and delete,
 * and while an index is built anew or goes back to the one before, by the same process or another.
 * What was acknowledged is there each time, and nothing that was deleted comes back.
 */
class CrashTest {

  private static final int CLIENTS = 4;

  /** Of so many kills one falls into a reindex too, and one into a rollback. */
  private static final int ROUND = 4;

  @TempDir Path folder;

  private final List<CrashClient> clients = new ArrayList<>();
  private final CrashAdministrator administrator = new CrashAdministrator();
  private int started;

  /** How many kills of a server fell into a reindex that it made. */
  private int killsInReindex;

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void whatWasAcknowledgedOutlastsEveryKill() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    int kills = Boolean.getBoolean("dateline.deep") ? 300 : 20;
    Random random = new Random(seed);
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(new CrashClient(client, new Random(random.nextLong())));
    }
    for (int kill = 1; kill <= kills; kill++) {
      String context = "dateline.seed=" + seed + " kill " + kill;
      writeUntilKilled(kill % 2 == 1, random, context);
      switch (kill % ROUND) {
        case 1 -> reindex();
        case 2 -> killWhile("rollback", random);
        case 0 -> killWhile("reindex", random);
        default -> {}
      }
      Verification found = Verification.of(index(), 100, bytes -> {});
      assertTrue(found.isSound(), () -> context + " " + found);
    }
    assertTrue(acknowledged() >= kills, "seldom was anything acknowledged");
    System.out.printf(
        "%d writes acknowledged, %d reindexes and rollbacks finished by servers, %d of %d kills in"
            + " a reindex by a server%n",
        acknowledged(), administrator.finished(), killsInReindex, (kills + 1) / 2);
    // About every second time a reindex has just begun: among a few kills there may be none in it.
    assertTrue(kills < 100 || killsInReindex > 0, "no kill fell into a reindex by a server");
  }

  private long acknowledged() {
    return clients.stream().mapToLong(CrashClient::acknowledged).sum();
  }

  private Path index() {
    return folder.resolve("index");
  }

  /**
   * @param swapping whether the server builds its index anew and goes back meanwhile; it is killed
   *     soon after one of these has ended
   */
  private void writeUntilKilled(boolean swapping, Random random, String context) throws Exception {
    try (Program server = serve();
        ExecutorService threads = Executors.newCachedThreadPool()) {
      URI address = address(server);
      for (CrashClient client : clients) {
        client.checkAfterCrash(address, context);
      }
      List<Future<Void>> working = new ArrayList<>();
      for (CrashClient client : clients) {
        working.add(threads.submit(() -> client.writeUntilCutOff(address)));
      }
      long swapped = administrator.finished();
      if (swapping) {
        working.add(threads.submit(() -> administrator.swapUntilCutOff(address)));
        swapped += 1 + random.nextInt(2);
      }
      long enough = acknowledged() + 1 + random.nextInt(60);
      while ((acknowledged() < enough || administrator.finished() < swapped)
          && working.stream().noneMatch(Future::isDone)) {
        Thread.sleep(1);
      }
      Thread.sleep(swapping ? random.nextInt(100) : 0); // the next has just begun
      server.kill();
      killsInReindex += isHalfBuilt() ? 1 : 0;
      for (Future<Void> each : working) {
        each.get();
      }
    }
  }

  /** Whether there is a generation that is neither in use nor kept. */
  private boolean isHalfBuilt() throws IOException {
    List<String> used = Files.readAllLines(index().resolve("current"));
    try (Stream<Path> all = Files.list(index().resolve("generations"))) {
      return !all.map(path -> path.getFileName().toString()).allMatch(used::contains);
    }
  }

  private void reindex() throws Exception {
    try (Program program = run("reindex")) {
      assertEquals(0, program.exitCode(), program.printed());
    }
  }

  private void killWhile(String command, Random random) throws Exception {
    try (Program program = run(command)) {
      Thread.sleep(300 + random.nextInt(1500));
      program.kill();
    }
  }

  private Program run(String command) throws Exception {
    return start(Map.of(), command, "--index", index().toString(), "--format", "json");
  }

  private Program serve() throws Exception {
    Map<String, String> environment =
        Map.of("DATELINE_API_KEY", CrashClient.KEY, "DATELINE_PORT", "0");
    Program server = start(environment, "serve", "--index", index().toString());
    server.awaitPrinted("Dateline serves");
    return server;
  }

  private Program start(Map<String, String> environment, String... arguments) throws Exception {
    return Program.start(folder.resolve("out" + started++), environment, arguments);
  }

  private static URI address(Program server) throws Exception {
    String printed = server.printed();
    return URI.create(printed.substring(printed.indexOf("http://")).strip());
  }
}
