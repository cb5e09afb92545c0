package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a person, or a machine, types is a fault of the server. */
class NaughtyStringsTest {

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.reading(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static Stream<String> strings() {
    return Stream.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "&lt;b&gt; &amp; &#60;",
        "${7*7} #{7*7} {{7*7}} <%= 7*7 %> @if(true)x@endif !{int x = 1;}",
        "'; DROP TABLE articles; --",
        "1' OR '1'='1",
        "../../../etc/passwd",
        "%00 %zz %n%s%d",
        "\u0000",
        "a\u0000b\u0001\u001b[31m\u007f",
        "line\nbreak\r\n\ttab",
        "\ufeff\u200b\u200e\u202e\u2028\u2029",
        "مرحبا بالعالم",
        "שלום",
        "日本語のニュース",
        "👩‍👩‍👧‍👦 🇩🇪 e\u0301",
        "\ud83d",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
        "\"",
        "'",
        "\\",
        "\"half a phrase",
        "\"\"",
        "((((((((((",
        "))))",
        "()",
        "-",
        "--",
        "- -",
        "NOT",
        "AND OR NOT",
        "OR OR OR",
        "*",
        "?",
        "~",
        "a~99",
        "\"a b\"~999999999999",
        "^9",
        "[a TO b] {c TO d}",
        "in:",
        "in:nowhere x",
        "author:\"",
        "before:never after:2026-99-99 when:-1d",
        "site:.",
        "lang:*",
        "//regex/",
        "https://www.example.com/a?b=c&d=e#f",
        "AC/DC tour 9:30 news Q&A: war $5bn/yr",
        "NaN Infinity -1 1e309 0x7fffffff null undefined true",
        "a".repeat(1500),
        "a ".repeat(700).strip(),
        "(".repeat(1400) + "a",
        "-".repeat(700) + "a",
        "a* b* c* d*",
        "*a",
        "a* ".repeat(400).strip());
  }

  @ParameterizedTest
  @MethodSource("strings")
  void aQueryIsAnsweredWhateverItIs(String query) throws Exception {
    HttpResponse<String> response = server.get("/v1/search?q=" + URLEncoder.encode(query, UTF_8));
    assertEquals(200, response.statusCode(), response.body());
  }

  @ParameterizedTest
  @MethodSource("strings")
  void thePageShowsAQueryAsText(String query) throws Exception {
    HttpResponse<String> response = server.get("/?q=" + URLEncoder.encode(query, UTF_8));
    assertEquals(200, response.statusCode(), response.body());
    String page = response.body();
    assertFalse(page.contains("<script>"), page);
    assertFalse(page.contains("<svg/"), page);
    assertFalse(page.contains("<img"), page);
    String value = page.replaceFirst("(?s).*name=\"q\" value=\"([^\"]*)\" placeholder.*", "$1");
    assertTrue(value.length() < page.length(), "the query stays in its box");
    assertFalse(value.contains("<"), value);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void noParameterAndNoIdIsAFault(String text) throws Exception {
    String encoded = URLEncoder.encode(text, UTF_8);
    for (String address :
        new String[] {
          "/v1/search?from=" + encoded,
          "/v1/search?" + encoded + "=1",
          "/v1/search?source=" + encoded,
          "/?page=" + encoded,
          "/?tz=" + encoded,
          "/v1/articles/" + encoded,
          "/article/" + encoded,
        }) {
      assertTrue(server.get(address).statusCode() < 500, address);
    }
  }
}
