package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.DatedPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Looks the facts of a page up, in the order of {@link Property}. */
final class Facts {

  /** So many elements are looked at for one selector. */
  private static final int MOST_ELEMENTS = 20;

  /** The longest fact in characters: what is longer is something else. */
  private static final int LONGEST = 5_000;

  private static final String DATED =
      "[class*=publish i]:not([class*=publisher i]), [class*=date i]:not([class*=update i]),"
          + " [class*=timestamp i], [class*=time i]";

  /** How far above the headline its date is looked for. */
  private static final int LEVELS = 3;

  private final Document page;
  private final JsonLd jsonLd;
  private final Map<String, List<String>> metas = new HashMap<>();

  Facts(Document page) {
    this.page = page;
    this.jsonLd = JsonLd.of(page);
    for (Element meta : page.select("meta[content]")) {
      for (String key : List.of("name", "property", "itemprop", "http-equiv")) {
        for (String name : meta.attr(key).toLowerCase(Locale.ROOT).split("\\s+", 10)) {
          metas
              .computeIfAbsent(
                  name.replaceFirst("^(dc|dcterms):", "$1."), absent -> new ArrayList<>())
              .add(meta.attr("content"));
        }
      }
    }
  }

  /** All that the page says of a property, the best first. */
  List<Fact> of(Property property) {
    List<Fact> facts = new ArrayList<>();
    for (String source : property.sources()) {
      for (String raw : texts(source)) {
        String text = plain(raw);
        if (!text.isBlank()
            && text.length() <= LONGEST
            && !text.equalsIgnoreCase("null")
            && !text.equalsIgnoreCase("undefined")) {
          facts.add(new Fact(text, source));
        }
      }
    }
    return facts;
  }

  /** The article's text as its JSON-LD gives it, or null. */
  @Nullable String articleBody() {
    List<String> texts = jsonLd.texts("articleBody");
    texts = texts.isEmpty() ? jsonLd.updates() : texts;
    return texts.isEmpty() ? null : String.join("\n\n", texts);
  }

  private List<String> texts(String source) {
    String name = source.substring(source.indexOf(' ') + 1);
    return switch (source.substring(0, Math.max(source.indexOf(' '), 0))) {
      case "json-ld" -> jsonLd.texts(name);
      case "meta" -> metas.getOrDefault(name, List.of());
      case "element" -> page.select(name).stream().limit(MOST_ELEMENTS).map(Facts::textOf).toList();
      case "headline" -> datesNearHeadline();
      case "attribute" -> page.select("html").eachAttr(name);
      default -> dateInUrl();
    };
  }

  /** Only there: dates elsewhere are often of other articles. */
  private List<String> datesNearHeadline() {
    Element around = page.selectFirst("h1");
    for (int level = 0; level < LEVELS && around != null; level++) {
      around = around.parent();
      List<String> dates =
          around == null
              ? List.of()
              : around.select(DATED).stream().limit(MOST_ELEMENTS).map(Element::text).toList();
      if (!dates.isEmpty()) {
        return dates;
      }
    }
    return List.of();
  }

  private static String textOf(Element element) {
    for (String attribute : List.of("datetime", "content", "href")) {
      if (!element.attr(attribute).isBlank() && !element.nameIs("a")) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }

  private List<String> dateInUrl() {
    for (Fact url : of(Property.URL)) {
      String date = DatedPath.inUrl(url.value());
      if (date != null) {
        return List.of(date);
      }
    }
    return List.of();
  }

  /** Text without markup and entities, which some pages write into their metadata. */
  private static String plain(String text) {
    String plain = text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : Jsoup.parse(text).text();
    return plain.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
  }
}
