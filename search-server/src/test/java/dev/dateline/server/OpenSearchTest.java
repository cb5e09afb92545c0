package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Dateline as a search engine of a browser. */
class OpenSearchTest {

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
      String feed = filled(templates, "application/atom+xml");
      assertTrue(server.get(feed).body().contains("The old bridge opens again"), feed);
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
