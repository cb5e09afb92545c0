package dev.dateline.ingest.html;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline among the titles that a page gives. Metadata go before {@code title}, and
 * that before {@code h1}, which on many pages is the name of the site or of a section. Where the
 * metadata differ, as some are worded for search engines, the title that most others confirm
 * counts.
 */
final class Headline {

  /** Looked for at the beginning of a run of white space alone, so that a long one is no trap. */
  private static final Pattern SEPARATOR =
      Pattern.compile("(?<!\\s)\\s++[|–—\\\\/>»·•-]++\\s++|(?:(?<!\\s)\\s++)?\\|\\s*+");

  private static final String TITLE = "element head > title";
  private static final Pattern CUT = Pattern.compile("(?:(?<!\\s)\\s++)?(?:\\.{3}|…)$");

  static final String HEADING = "element h1";

  /** What is left of a {@code title} without its last part has more words than this. */
  private static final int FEWEST_WORDS = 4;

  private final List<Fact> titles;
  private final List<Fact> sites;

  private Headline(List<Fact> titles, List<Fact> sites) {
    this.titles = titles;
    this.sites = sites;
  }

  static @Nullable Fact of(List<Fact> titles, List<Fact> sites) {
    Headline headline = new Headline(titles, sites);
    Fact best = null;
    for (Fact title : titles) {
      if (best == null || (isOwnWording(title) && headline.votes(title) > headline.votes(best))) {
        best = title;
      }
    }
    return best == null ? null : headline.withoutSite(headline.whole(best));
  }

  /** Where the title is cut short, as search engines want it, one that goes on where it stops. */
  private Fact whole(Fact title) {
    String stem = CUT.matcher(title.value()).replaceFirst("");
    return stem.equals(title.value()) || stem.isBlank()
        ? title
        : titles.stream()
            .filter(other -> other.value().startsWith(stem))
            .filter(other -> !other.value().startsWith(title.value()))
            .filter(other -> !CUT.matcher(other.value()).find())
            .findFirst()
            .orElse(title);
  }

  /** Whether it is metadata, and no copy of others as those for Twitter are. */
  private static boolean isOwnWording(Fact title) {
    return !title.rule().equals(TITLE)
        && !title.rule().equals(HEADING)
        && !title.rule().startsWith("meta twitter");
  }

  private static boolean isCopy(Fact title) {
    return title.rule().startsWith("meta twitter") || title.rule().equals("json-ld name");
  }

  /** How many other sources have the same title, or have it with the name of the site. */
  private long votes(Fact title) {
    String words = words(title.value());
    return titles.stream()
        .filter(other -> !other.rule().equals(title.rule()) && !isCopy(other))
        .filter(other -> isConfirmed(words, other))
        .map(Fact::rule)
        .distinct()
        .count();
  }

  private static boolean isConfirmed(String words, Fact other) {
    String others = words(other.value());
    return !words.isEmpty()
        && (others.equals(words) || (other.rule().equals(TITLE) && others.startsWith(words + " ")));
  }

  private Fact withoutSite(Fact title) {
    int end = -1;
    int suffix = -1;
    for (Matcher separator = SEPARATOR.matcher(title.value()); separator.find(); ) {
      end = separator.start();
      suffix = separator.end();
    }
    if (end <= 0) {
      return title;
    }
    String left = title.value().substring(0, end).strip();
    String site = words(title.value().substring(suffix));
    boolean taken =
        title.rule().equals(TITLE)
            ? left.split("\\s+").length > FEWEST_WORDS || names(sites, site)
            : titles.stream()
                .anyMatch(other -> other.rule().equals(HEADING) && other.value().equals(left));
    return taken ? new Fact(left, title.rule() + ", without the site's name") : title;
  }

  private static boolean names(List<Fact> facts, String words) {
    return facts.stream().anyMatch(fact -> words(fact.value()).equals(words));
  }

  /** The words of a text, for comparison: lower case, one space between them. */
  static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
