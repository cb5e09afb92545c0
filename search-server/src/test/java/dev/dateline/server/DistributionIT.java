package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive that an operator unpacks runs where there is a JDK and nothing else. */
class DistributionIT {

  @TempDir Path folder;

  private Path home;

  @BeforeEach
  void unpack() throws Exception {
    Path archive;
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      archive = built.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    run(List.of("tar", "xzf", archive.toAbsolutePath().toString(), "-C", folder.toString()));
    try (Stream<Path> unpacked = Files.list(folder)) {
      home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  @Test
  void itIndexesAndSearches() throws Exception {
    dateline("index", "samples", "--index", "news");
    String found = dateline("search", "ferry strike", "--index", "news");
    assertTrue(found.contains("Ferry"), found);
  }

  @Test
  void itServesTheDemo() throws Exception {
    Path out = folder.resolve("out");
    Process demo = start(out, "demo", "--port", "0");
    try {
      String address = address(demo, out);
      try (var page = URI.create(address + "?q=ferry").toURL().openStream()) {
        assertTrue(new String(page.readAllBytes(), UTF_8).contains("<mark>"));
      }
      demo.destroy();
      assertTrue(demo.waitFor(2, TimeUnit.MINUTES), "it does not end");
      assertEquals(0, demo.exitValue(), Files.readString(out));
    } finally {
      demo.destroyForcibly();
    }
  }

  @Test
  void afterAnUpgradeItStartsAsQuicklyAsBefore() throws Exception {
    dateline("index", "samples", "--index", "news");
    dateline("search", "ferry", "--index", "news");
    List<Path> archives = classArchives("search");
    assertEquals(1, archives.size(), "archives of classes after a first search");

    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-02-29T12:00:00Z")));
      }
    }
    dateline("search", "ferry", "--index", "news");
    List<Path> anew = classArchives("search");
    assertEquals(1, anew.size(), "archives of classes after a search by another program");
    assertNotEquals(archives, anew, "the JVM would not use the one of the program before");
  }

  private List<Path> classArchives(String command) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> file.getFileName().toString().matches(command + ".*[.]jsa"))
          .toList();
    }
  }

  @Test
  void itCarriesWhatAnOperatorNeeds() {
    for (String file :
        List.of("LICENSE", "README.md", "deploy/dateline.service", "deploy/nginx.conf", "docs")) {
      assertTrue(Files.exists(home.resolve(file)), file);
    }
  }

  @Test
  void itSaysWhatItIsMadeOf() throws Exception {
    assumeTrue(
        Files.exists(home.resolve("dateline-sbom.json")),
        "Maven makes no list where it is offline");
    Set<String> told = new TreeSet<>();
    JsonNode materials =
        JsonMapper.builder().build().readTree(home.resolve("dateline-sbom.json").toFile());
    for (JsonNode library : materials.path("components")) {
      String name = library.path("name").asString() + "-" + library.path("version").asString();
      told.add(name + ".jar");
    }
    Set<String> there = new TreeSet<>();
    try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
      libraries
          .map(library -> library.getFileName().toString())
          .filter(library -> !library.startsWith("dateline-search-server"))
          .forEach(there::add);
    }
    assertEquals(there, told);
  }

  private static String address(Process demo, Path out) throws Exception {
    for (int tries = 0; tries < 2_400 && demo.isAlive(); tries++) {
      for (String line : Files.readAllLines(out)) {
        if (line.startsWith("Dateline is at ")) {
          return line.substring("Dateline is at ".length());
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not serve: " + Files.readString(out));
  }

  private String dateline(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Process process = start(out, arguments);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it does not end");
    assertEquals(0, process.exitValue(), Files.readString(out));
    return Files.readString(out);
  }

  /** The launcher, in an environment that names a JDK and has no Maven. */
  private Process start(Path out, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of("./dateline"), Stream.of(arguments)).toList());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static void run(List<String> command) throws Exception {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command.toString());
  }
}
