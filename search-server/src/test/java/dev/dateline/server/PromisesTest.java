package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on security and reliability promise has a test, and the test is there. */
class PromisesTest {

  private static final Path HOME = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");
  private static final Pattern TEST =
      Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b");
  private static final Pattern ABOVE = Pattern.compile("(?:extends|implements) ([A-Z]\\w+)");

  @ParameterizedTest
  @CsvSource({"SECURITY.md, | test |, 35", "RELIABILITY.md, | attacked by |, 20"})
  void eachLineOfATableOfTestsNamesOneThatExists(String page, String column, int least)
      throws Exception {
    Map<String, String> sources = sources();
    Set<String> missing = new TreeSet<>();
    int lines = 0;
    String header = "";
    for (String line : Files.readAllLines(HOME.resolve("docs").resolve(page))) {
      header = line.startsWith("|") ? (header.isEmpty() ? line : header) : "";
      boolean promise = header.endsWith(column) && !line.equals(header) && !line.startsWith("|---");
      List<MatchResult> named = NAMED.matcher(line).results().toList();
      if (promise) {
        lines++;
        assertTrue(!named.isEmpty(), "no test is named: " + line);
      }
      named.stream()
          .filter(test -> !isThere(test.group(1), test.group(2), sources))
          .forEach(test -> missing.add(test.group()));
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

  /** Whether a class, or one above it, has a test, and this method where one is named. */
  private static boolean isThere(
      String name, @Nullable String method, Map<String, String> sources) {
    String source = sources.get(name);
    if (source == null) {
      return false;
    }
    if (TEST.matcher(source).find()
        && (method == null || source.contains("void " + method + "("))) {
      return true;
    }
    return ABOVE
        .matcher(source)
        .results()
        .anyMatch(above -> isThere(above.group(1), method, sources));
  }

  /** The classes of all tests, by their names. */
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("indexer", "search-server")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String name = file.getFileName().toString();
          sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
        }
      }
    }
    return sources;
  }

  @Test
  void aNameAloneIsNoTest() {
    Map<String, String> sources =
        Map.of(
            "NoTest", "class NoTest {}",
            "OneTest", "class OneTest { @Test void holds() {} }",
            "UnderTest", "class UnderTest extends OneTest {}");
    assertFalse(isThere("NoTest", null, sources));
    assertFalse(isThere("GoneTest", null, sources));
    assertTrue(isThere("OneTest", null, sources));
    assertTrue(isThere("UnderTest", "holds", sources));
    assertFalse(isThere("OneTest", "held", sources));
  }
}
