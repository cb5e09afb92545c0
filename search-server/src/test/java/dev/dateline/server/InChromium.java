package dev.dateline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Browser}, as a new visitor has it, and a server of the samples: one of each
 * for all tests of a run. Where there is no Chromium the tests are skipped, and say why.
 */
final class InChromium implements ExecutionCondition, ParameterResolver, BeforeEachCallback {

  private static final Optional<Path> CHROMIUM =
      Browser.program("chromium").or(() -> Browser.program("google-chrome"));
  private static final Optional<Path> CHROMEDRIVER = Browser.program("chromedriver");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return CHROMIUM.isPresent() && CHROMEDRIVER.isPresent()
        ? ConditionEvaluationResult.enabled("there is a Chromium")
        : ConditionEvaluationResult.disabled(
            "no chromium and chromedriver on PATH (Debian: apt install chromium chromium-driver)");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Browser.class || type == RunningServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class
        ? browser(context)
        : samples(context).server();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser(context).reset();
  }

  private static Browser browser(ExtensionContext context) {
    return store(context)
        .computeIfAbsent(
            Browser.class,
            key -> Browser.start(CHROMIUM.orElseThrow(), CHROMEDRIVER.orElseThrow()),
            Browser.class);
  }

  private static Samples samples(ExtensionContext context) {
    return store(context).computeIfAbsent(Samples.class, key -> Samples.start(), Samples.class);
  }

  /** What is in it is closed by JUnit at the end of the run. */
  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getRoot().getStore(ExtensionContext.Namespace.create(InChromium.class));
  }

  /** A server of the samples, and the folder of its index. */
  private record Samples(Path folder, RunningServer server) implements AutoCloseable {

    static Samples start() {
      try {
        Path folder = Files.createTempDirectory("dateline-samples");
        return new Samples(folder, RunningServer.ofSamples(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
