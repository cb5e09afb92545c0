package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** Dateline as a search engine of a browser. */
class OpenSearchTest {

  private static final Pattern FEED =
      Pattern.compile(
          "<link rel=\"alternate\" type=\"application/atom\\+xml\"[^>]* href=\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void aBrowserLearnsWhereToSearch() throws Exception {
    try (RunningServer server = RunningServer.reading(folder)) {
      HttpResponse<String> answer = server.get("/opensearch.xml");
      assertEquals(200, answer.statusCode());
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Type")
              .orElse("")
              .startsWith("application/opensearchdescription+xml"));
      Map<String, String> templates = templates(answer.body());
      String page = filled(templates, "text/html");
      assertTrue(server.get(page).body().contains("/article/bridge"), page);
      JsonNode suggestions =
          RunningServer.json(server.get(filled(templates, "application/x-suggestions+json")));
      assertEquals("old bridge", suggestions.path(0).asString());
      for (int list = 1; list <= 3; list++) {
        assertEquals(suggestions.path(1).size(), suggestions.path(list).size());
      }
      String feed = filled(templates, "application/atom+xml");
      assertTrue(server.get(feed).body().contains("The old bridge opens again"), feed);
    }
  }

  @Test
  void aBrowserCompletesWhatIsTyped() throws Exception {
    try (RunningServer server = RunningServer.reading(folder)) {
      JsonNode ours = RunningServer.json(server.get("/v1/suggest?q=bri")).path("suggestions");
      HttpResponse<String> answer = server.get("/v1/suggest?q=bri&format=opensearch");
      assertEquals(
          "application/x-suggestions+json", answer.headers().firstValue("Content-Type").orElse(""));
      JsonNode theirs = RunningServer.json(answer);
      assertTrue(ours.size() > 0, answer.body());
      assertEquals(ours.size(), theirs.path(1).size());
      assertEquals(ours.at("/0/query"), theirs.at("/1/0"));
      String page = theirs.at("/3/0").asString().replaceFirst("^http://[^/]*", "");
      assertTrue(server.get(page).body().contains("/article/bridge"), page);
      assertEquals(400, server.get("/v1/suggest?q=bri&format=xml").statusCode());
    }
  }

  @Test
  void aPageNamesTheSearchAndItsFeed() throws Exception {
    try (RunningServer server = RunningServer.reading(folder)) {
      for (String page : List.of("/", "/?q=bridge&order-by=oldest&page=1", "/?q=volcano")) {
        String html = server.get(page).body();
        assertTrue(html.contains("rel=\"search\""), page);
        Matcher feed = FEED.matcher(html);
        assertTrue(feed.find(), page);
        String address = feed.group(1).replace("&amp;", "&");
        assertEquals(200, server.get(address).statusCode(), address);
        assertEquals(page.contains("bridge"), address.contains("q=bridge"));
      }
      assertFalse(FEED.matcher(server.get("/?from=soon").body()).find());
      assertTrue(server.get("/article/bridge").body().contains("rel=\"search\""));
    }
  }

  /** The path that a browser makes of a template. */
  private static String filled(Map<String, String> templates, String type) {
    return templates
        .get(type)
        .replace("{searchTerms}", "old%20bridge")
        .replace("{startPage?}", "")
        .replaceFirst("^http://127\\.0\\.0\\.1:\\d+", "");
  }

  private static Map<String, String> templates(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    NodeList urls = document.getElementsByTagNameNS("http://a9.com/-/spec/opensearch/1.1/", "Url");
    Map<String, String> templates = new LinkedHashMap<>();
    for (int i = 0; i < urls.getLength(); i++) {
      Element url = (Element) urls.item(i);
      templates.put(url.getAttribute("type"), url.getAttribute("template"));
    }
    return templates;
  }
}
