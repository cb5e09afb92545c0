package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Published;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an article holds or an address asks, the browser shows it as text and runs none of it.
 */
@ExtendWith(InChromium.class)
@Timeout(value = 2, unit = TimeUnit.HOURS) // 11,000 pages with --deep
class HostileTextTest {

  private static final int COUNT = Boolean.getBoolean("dateline.deep") ? 5_000 : 40;

  /** What would run if it were not text: each tries to leave where it stands, and to call ran(). */
  private static final List<String> ATTACKS =
      List.of(
          "<script>ran()</script>",
          "<img src=x onerror=ran()>",
          "<svg/onload=ran()>",
          "<svg><script>ran()</script></svg>",
          "\"><script>ran()</script>",
          "' onfocus='ran()' autofocus='",
          "\" onfocus=\"ran()\" autofocus=\"",
          "\" style=\"background:url(//evil.example/x)",
          "</title><script>ran()</script>",
          "</textarea></style></noscript><script>ran()</script>",
          "<iframe srcdoc=\"<script>parent.ran()</script>\">",
          "<iframe src=javascript:ran()>",
          "<a href=javascript:ran()>click</a>",
          "<form action=javascript:ran()><button>go</button></form>",
          "<math><mtext></mtext><script>ran()</script></math>",
          "<meta http-equiv=refresh content=0;url=//evil.example>",
          "<base href=//evil.example/>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<style>@import '//evil.example/x.css'</style>",
          "<details open ontoggle=ran()>",
          "<input autofocus onfocus=ran()>",
          "<mark><b onclick=ran()>",
          "javascript:ran()",
          "data:text/html,<script>ran()</script>",
          "@if(true)ran()@endif ${ran()} $unsafe{ran()} !{ran();}",
          "{{ran()}} <%= ran() %> #{ran()}",
          "&lt;script&gt;ran()&lt;/script&gt;",
          "&#60;script&#62;ran()&#60;/script&#62;",
          "\\u003cscript\\u003eran()\\u003c/script\\u003e",
          "<scr\0ipt>ran()</scr\0ipt>",
          "<!--<script>ran()--></script>",
          "]]><script>ran()</script>",
          "\u202e<script>ran()</script>\u2066",
          "\u2028ran()\u2029",
          "`-ran()-`",
          "\\\";ran();//",
          "';ran();//");

  @TempDir static Path folder;
  static RunningServer server;
  static Random random;
  static String seed;

  @BeforeAll
  static void start() throws IOException {
    long number = Long.getLong("dateline.seed", System.nanoTime());
    seed = "dateline.seed=" + number;
    random = new Random(number);
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (int i = 0; i < COUNT; i++) {
        writer.add(article(i));
      }
      writer.commit();
    }
    server = RunningServer.on(folder, Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void theTextOfArticlesRunsNothing(Browser browser) {
    int pageSize = 20;
    for (int page = 1; (page - 1) * pageSize < COUNT; page++) {
      isHarmless("/?facet-size=100&q=word&page=" + page, browser);
    }
    for (int i = 0; i < COUNT; i++) {
      isHarmless("/article/" + i + "?q=word", browser);
    }
  }

  @Test
  void whatAnAddressHoldsRunsNothing(Browser browser) {
    List<String> parameters =
        List.of("q", "source", "section", "from", "to", "when", "tz", "page", "order-by", "domain");
    for (int i = 0; i < COUNT; i++) {
      String parameter = parameters.get(random.nextInt(parameters.size()));
      String value = URLEncoder.encode(hostile(), UTF_8);
      isHarmless("/?" + parameter + "=" + value + "&q=" + value, browser);
      if (i % 8 == 0) {
        // A path with a zero is refused before there is any page.
        isHarmless("/article/" + value.replace("%00", "") + "?q=" + value, browser);
      }
    }
  }

  @Test
  void whatIsTypedRunsNothing(Browser browser) {
    browser.open(server.uri("/?q=word"));
    for (int i = 0; i < ATTACKS.size(); i++) {
      String text = i + " " + ATTACKS.get(i).replaceAll("[^\\p{Print}]", "");
      browser.run("document.getElementById('q').value = ''");
      browser.one("#q").sendKeys(text + "\n");
      browser.await("it is answered", () -> browser.title().equals(text + " – Dateline"));
    }
    assertEquals(List.of(), browser.complaints());
  }

  /** Opens a page with everything on it opened, and looks for anything that came to life. */
  private static void isHarmless(String address, Browser browser) {
    String context = seed + " " + address;
    browser.open(server.uri(address));
    // One time in thousands Chromium moves the page to another process, and shows an empty one.
    browser.await("the page is there: " + context, () -> browser.has("main#content"));
    Object alive =
        browser.run(
            """
            document.querySelectorAll('details').forEach(each => each.open = true);
            const ours = ['script', 'link:not([rel="alternate"])', 'meta'].map(
                each => document.querySelectorAll(each).length);
            const foreign = document.querySelectorAll(
                'body script, iframe, object, embed, base, style, img, math, [style], [autofocus],'
                + 'form[action]:not([action="/"]), a[href^="javascript:" i], a[href^="data:" i]').length;
            const handlers = [...document.querySelectorAll('*')]
                .flatMap(each => [...each.attributes]).filter(each => /^on/i.test(each.name)).length;
            return [...ours, foreign, handlers].join(' ');
            """);
    assertEquals("1 3 3 0 0", alive, context);
    List<String> complaints =
        browser.complaints().stream().filter(each -> !each.contains("status of 40")).toList();
    assertEquals(List.of(), complaints, context);
  }

  private static Article article(int number) {
    return Article.builder()
        .id(Integer.toString(number))
        .url(random.nextBoolean() ? hostile() : "https://x.example/" + hostile())
        .title("Word " + hostile())
        .originalTitle(hostile())
        .summary("A word: " + hostile())
        .takeaways(hostile(), "Another word " + hostile())
        .body("A word, and " + hostile(), hostile())
        .parts(List.of(new Part(hostile(), "word " + hostile())))
        .authors(hostile())
        .source(hostile())
        .section(hostile())
        .tags(List.of(hostile(), hostile()))
        .language(random.nextBoolean() ? "ar" : null)
        .published(Published.on(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300))))
        .build();
  }

  /** An attack, or several in one, or pieces of them. */
  private static String hostile() {
    String text =
        Stream.generate(() -> ATTACKS.get(random.nextInt(ATTACKS.size())))
            .limit(1 + random.nextInt(2))
            .reduce("", String::concat);
    if (random.nextInt(4) > 0) {
      return text;
    }
    int cut = random.nextInt(text.length());
    return text.substring(cut) + text.substring(0, cut);
  }
}
