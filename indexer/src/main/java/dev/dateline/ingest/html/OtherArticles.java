package dev.dateline.ingest.html;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Takes out the articles that follow the page's own where a page goes on with the next one: several
 * {@code article} elements, each with a headline of the first rank.
 */
final class OtherArticles {

  private OtherArticles() {}

  static void removeAll(Element body, Facts facts, Cuts cuts) {
    Map<Element, String> articles = new LinkedHashMap<>();
    for (Element heading : body.select("h1")) {
      Element article = heading.closest("article");
      if (article != null) {
        articles.putIfAbsent(article, Headline.words(heading.text()));
      }
    }
    if (articles.size() < 2) {
      return;
    }
    Set<String> titles = new HashSet<>();
    for (Fact title : facts.of(Property.TITLE)) {
      if (!title.rule().equals(Headline.HEADING)) {
        titles.add(Headline.words(title.value()));
      }
    }
    Element own =
        articles.entrySet().stream()
            .filter(article -> titles.contains(article.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(articles.keySet().iterator().next());
    Set<Element> around = new HashSet<>(own.parents());
    for (Element article : articles.keySet()) {
      if (!article.equals(own) && !around.contains(article) && article.closest("body") != null) {
        cuts.remove(article, "another article");
      }
    }
  }
}
