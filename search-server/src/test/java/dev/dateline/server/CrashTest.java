package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.lucene.Verification;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed at random moments, again and again, while clients add, replace and delete,
 * and while an index is built anew or goes back to the one before. What was acknowledged is there
 * each time, and nothing that was deleted comes back.
 */
class CrashTest {

  private static final int CLIENTS = 4;

  /** Of so many kills one falls into a reindex too, and one into a rollback. */
  private static final int ROUND = 4;

  @TempDir Path folder;

  private final List<CrashClient> clients = new ArrayList<>();
  private int started;

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
      writeUntilKilled(random, context);
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
  }

  private long acknowledged() {
    return clients.stream().mapToLong(CrashClient::acknowledged).sum();
  }

  private Path index() {
    return folder.resolve("index");
  }

  private void writeUntilKilled(Random random, String context) throws Exception {
    try (Program server = serve();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      URI address = address(server);
      for (CrashClient client : clients) {
        client.checkAfterCrash(address, context);
      }
      List<Future<Void>> working = new ArrayList<>();
      for (CrashClient client : clients) {
        working.add(threads.submit(() -> client.writeUntilCutOff(address)));
      }
      long enough = acknowledged() + 1 + random.nextInt(60);
      while (acknowledged() < enough && !working.getFirst().isDone()) {
        Thread.sleep(1);
      }
      server.kill();
      for (Future<Void> each : working) {
        each.get();
      }
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
