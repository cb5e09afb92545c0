package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on security and reliability promise has a test, and the test is there. */
class PromisesTest {

  private static final Path HOME = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");

  @ParameterizedTest
  @CsvSource({"SECURITY.md, | test |, 35", "RELIABILITY.md, | attacked by |, 20"})
  void eachLineOfATableOfTestsNamesOneThatExists(String page, String column, int least)
      throws Exception {
    Set<String> tests = tests();
    Set<String> missing = new TreeSet<>();
    int lines = 0;
    String header = "";
    for (String line : Files.readAllLines(HOME.resolve("docs").resolve(page))) {
      header = line.startsWith("|") ? (header.isEmpty() ? line : header) : "";
      boolean promise = header.endsWith(column) && !line.equals(header) && !line.startsWith("|---");
      List<String> named = TEST.matcher(line).results().map(found -> found.group(1)).toList();
      if (promise) {
        lines++;
        assertTrue(!named.isEmpty(), "no test is named: " + line);
      }
      named.stream().filter(name -> !tests.contains(name)).forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
    assertTrue(lines > least, "lines: " + lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECURITY.md", "RELIABILITY.md"})
  void itsLinksLeadToFiles(String name) throws Exception {
    Path page = HOME.resolve("docs").resolve(name);
    Matcher links = Pattern.compile("]\\(([^)#:]+)\\)").matcher(Files.readString(page));
    while (links.find()) {
      assertTrue(Files.exists(page.resolveSibling(links.group(1))), links.group(1));
    }
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new TreeSet<>();
    for (String module : List.of("indexer", "search-server")) {
      try (Stream<Path> sources = Files.walk(HOME.resolve(module).resolve("src/test/java"))) {
        tests.addAll(
            sources
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet()));
      }
    }
    return tests;
  }
}
