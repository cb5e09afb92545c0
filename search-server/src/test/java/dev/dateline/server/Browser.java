package dev.dateline.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.net.PortProber;

/** A real Chromium without a window, and what a person does with it. Used by one thread. */
final class Browser implements AutoCloseable {

  /** How long a page may take to do what was asked: far more than it needs on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** The program of this name on the PATH. */
  static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path chromium, Path chromedriver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        // No other host is there, so that a test depends on none.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    int port = PortProber.findFreePort();
    try {
      ChromeDriverService service =
          new ChromeDriverService(
              chromedriver.toFile(), port, PATIENCE, List.of("--port=" + port), Map.of());
      service.sendOutputTo(OutputStream.nullOutputStream());
      ChromeDriver driver = new ChromeDriver(service, options);
      driver.manage().timeouts().scriptTimeout(PATIENCE);
      return new Browser(driver);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a new visitor comes: a desk, daylight, JavaScript, nothing kept. */
  void reset() {
    driver.get("about:blank");
    width(1280);
    command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    command("Network.clearBrowserCache", Map.of());
    complaints();
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  void width(int width) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void dark() {
    Map<String, String> dark = Map.of("name", "prefers-color-scheme", "value", "dark");
    command("Emulation.setEmulatedMedia", Map.of("features", List.of(dark)));
  }

  void print() {
    command("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  void withoutJavaScript() {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  void open(Object address) {
    driver.get(address.toString());
  }

  String address() {
    return driver.getCurrentUrl();
  }

  String title() {
    return driver.getTitle();
  }

  void back() {
    driver.navigate().back();
  }

  WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  boolean has(String css) {
    return !all(css).isEmpty();
  }

  String text(String css) {
    return one(css).getText();
  }

  List<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).toList();
  }

  WebElement link(String text) {
    return driver.findElement(By.linkText(text));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Presses keys, wherever the focus is. */
  void press(CharSequence... keys) {
    focused().sendKeys(keys);
  }

  /** Clicks where the element is, whatever the driver thinks of its being shown. */
  void click(WebElement element) {
    new Actions(driver).scrollToElement(element).click(element).perform();
  }

  /** Presses the mouse in the middle of one element, and lets go in that of another. */
  void drag(WebElement from, WebElement to) {
    new Actions(driver).dragAndDrop(from, to).perform();
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that calls its last argument when it is done. */
  Object runAsync(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Waits until something has come true. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not after " + PATIENCE + ": " + what + "\n" + address());
      }
      pause();
    }
  }

  /** What the console says since it was last asked: errors, and what the page may not do. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What was loaded since this was last asked, when all of it is there. */
  Traffic traffic() {
    Traffic traffic = new Traffic();
    await(
        "all is loaded",
        () -> {
          driver.manage().logs().get(LogType.PERFORMANCE).forEach(traffic::note);
          return traffic.isWhole();
        });
    return traffic;
  }

  /** Leaves a picture of the whole page in {@code target/screenshots}. */
  void screenshot(String name) {
    AtomicReference<byte[]> picture = new AtomicReference<>();
    await("a picture can be taken", () -> take(picture));
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), picture.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not while Chromium lays a page out, or moves one that was just opened to another process. */
  private boolean take(AtomicReference<byte[]> picture) {
    try {
      Map<String, Object> taken =
          driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
      picture.set(Base64.getDecoder().decode((String) taken.get("data")));
      return true;
    } catch (WebDriverException e) {
      return false;
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  /** What is looked at may be replaced at the same moment. */
  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (NoSuchElementException | StaleElementReferenceException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
