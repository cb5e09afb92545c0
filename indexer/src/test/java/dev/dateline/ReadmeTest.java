package dev.dateline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's example in the README is a program that compiles and runs as it stands. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  @TempDir private Path folder;

  @Test
  void theExampleOfTheReadmeCompilesRunsAndFindsItsArticle() throws Exception {
    Matcher example =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    assertTrue(example.find());
    Path source = Files.writeString(folder.resolve("Example.java"), example.group(1));
    assertEquals(0, compile(source));
    String printed = run(folder.resolve("index").toString());
    assertTrue(
        printed.startsWith("Ferry strike enters its third week, 2026-09-14T06:00:00Z\n"), printed);
    assertTrue(printed.contains("Crews walked out again"), printed);
  }

  private int compile(Path source) {
    String classpath = System.getProperty("java.class.path");
    return ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            classpath,
            "-d",
            folder.toString(),
            source.toString());
  }

  private String run(String argument) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Example")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {argument});
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
