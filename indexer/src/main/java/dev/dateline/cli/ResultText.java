package dev.dateline.cli;

import static java.util.stream.Collectors.joining;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.index.Hit;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.index.Snippet;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a person reads it at the terminal.
 *
 * @param width columns of the terminal, of which at most 100 are used
 * @param style how words of the query and titles are set off
 * @param zone the zone in which times are shown
 */
record ResultText(int width, Style style, ZoneId zone) {

  /** Longer lines are hard to read, however wide the terminal. */
  private static final int MAX_WIDTH = 100;

  /** Lines of a snippet, at most. */
  private static final int SNIPPET_LINES = 3;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  ResultText {
    width = Math.min(MAX_WIDTH, width);
  }

  /** The answer, each line with its end. */
  String of(SearchResult result) {
    StringBuilder text = new StringBuilder();
    for (String note : notes(result)) {
      text.append(lines(new Snippet(note, List.of()), "", Integer.MAX_VALUE)).append('\n');
    }
    int rank = Math.max(0, result.page() - 1) * result.pageSize();
    for (Hit hit : result.hits()) {
      rank++;
      text.append(hit(rank, hit)).append('\n');
    }
    text.append(new CountText(width, style).of(result));
    if (result.explanation() != null) {
      text.append(ExplanationText.of(result.explanation()));
    }
    return text.append(style.dim(closing(result))).append('\n').toString();
  }

  private static List<String> notes(SearchResult result) {
    Stream<String> relaxed =
        result.relaxed()
            ? Stream.of("No article has all of these words; showing those with any of them.")
            : Stream.of();
    Stream<String> meant =
        Stream.ofNullable(result.didYouMean()).map(query -> "Did you mean: " + query);
    return Stream.of(relaxed, meant, result.warnings().stream())
        .flatMap(notes -> notes)
        .distinct()
        .toList();
  }

  private String hit(int rank, Hit hit) {
    Article article = hit.article();
    String number = String.format(Locale.ROOT, "%2d  ", rank);
    String indent = " ".repeat(number.length());
    StringBuilder text = new StringBuilder();
    text.append(number).append(title(article, indent).substring(indent.length()));
    String about = about(article);
    if (!about.isEmpty()) {
      text.append(indent).append(style.dim(about)).append('\n');
    }
    // Unbroken, so that a terminal can open it.
    String place = Objects.requireNonNullElse(article.url(), article.id());
    text.append(indent).append(TerminalText.plain(place)).append('\n');
    excerpt(hit).ifPresent(excerpt -> text.append(lines(excerpt, indent, SNIPPET_LINES)));
    return text.toString();
  }

  private String title(Article article, String indent) {
    String title = TerminalText.plain(Objects.requireNonNullElse(article.title(), "(no title)"));
    return TerminalText.lines(title, width - indent.length()).stream()
        .map(line -> indent + style.bold(title.substring(line.start(), line.end())) + "\n")
        .collect(joining());
  }

  /** Source, date and section, as far as they are known. */
  private String about(Article article) {
    String source =
        article.source() != null && article.source().name() != null
            ? article.source().name()
            : article.domain();
    return Stream.of(source, date(article.published()), article.section())
        .filter(Objects::nonNull)
        .map(TerminalText::plain)
        .collect(joining(" · "));
  }

  private @Nullable String date(@Nullable Published published) {
    if (published == null) {
      return null;
    }
    return switch (published.precision()) {
      case DAY -> DAY.format(published.at().atZone(ZoneOffset.UTC));
      case INSTANT -> TIME.format(published.at().atZone(zone));
    };
  }

  /** The piece of the text below the title with most of the query's words, or else the summary. */
  private static Optional<Snippet> excerpt(Hit hit) {
    Optional<Snippet> best =
        hit.highlights().entrySet().stream()
            .filter(field -> !field.getKey().toLowerCase(Locale.ROOT).endsWith("title"))
            .flatMap(field -> field.getValue().stream())
            .reduce((one, other) -> other.spans().size() > one.spans().size() ? other : one);
    Article article = hit.article();
    return best.or(
        () ->
            Stream.concat(Stream.ofNullable(article.summary()), article.takeaways().stream())
                .findFirst()
                .map(text -> new Snippet(text, List.of())));
  }

  /** The piece's first lines; a piece that goes on ends in an ellipsis. */
  private String lines(Snippet piece, String indent, int most) {
    String text = TerminalText.plain(piece.text());
    List<TerminalText.Line> lines = TerminalText.lines(text, width - indent.length() - 1);
    StringBuilder block = new StringBuilder();
    for (TerminalText.Line line : lines.subList(0, Math.min(most, lines.size()))) {
      block.append(indent).append(marked(text, line, piece.spans())).append('\n');
    }
    if (lines.size() > most) {
      block.insert(block.length() - 1, '…');
    }
    return block.toString();
  }

  private String marked(String text, TerminalText.Line line, List<Snippet.Span> spans) {
    StringBuilder marked = new StringBuilder();
    int done = line.start();
    for (Snippet.Span span : spans) {
      int start = Math.max(done, span.start());
      int end = Math.min(line.end(), span.end());
      if (start < end) {
        marked.append(text, done, start).append(style.bold(text.substring(start, end)));
        done = end;
      }
    }
    // Blanks that stand for what a terminal must not see would leave gaps.
    return marked.append(text, done, line.end()).toString().replaceAll(" {2,}", " ");
  }

  /** How many there are, and how to see more of them. */
  private static String closing(SearchResult result) {
    if (result.hits().isEmpty() && result.page() <= 1) {
      String understood = TerminalText.plain(result.parsed());
      return "No article was found." + (understood.isBlank() ? "" : " Searched for: " + understood);
    }
    List<String> parts = new ArrayList<>();
    result.total().ifPresent(total -> parts.add(articles(total)));
    if (result.page() > 1 || (result.page() == 1 && result.next() != null)) {
      parts.add("page " + result.page());
    }
    if (result.next() != null) {
      parts.add(following(result));
    }
    return String.join(" · ", parts);
  }

  /** How to see the hits that follow: by pages as deep as these go. */
  private static String following(SearchResult result) {
    long seen = (long) result.page() * result.pageSize();
    if (result.page() > 0 && seen + result.pageSize() <= SearchRequest.MAX_HITS) {
      return "next: --page " + (result.page() + 1);
    }
    return result.order() == Order.RELEVANCE
        ? "all of them: dateline export"
        : "next: --cursor " + result.next();
  }

  /** {@code 1,234 articles}. */
  static String articles(long count) {
    return count == 1 ? "1 article" : String.format(Locale.ENGLISH, "%,d articles", count);
  }
}
