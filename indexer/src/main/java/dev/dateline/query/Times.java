package dev.dateline.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when an article was published: what {@code before:}, {@code after:} and {@code when:} take.
 */
final class Times {

  /** A year, a month or a day: {@code 2026}, {@code 2026-11}, {@code 2026/11/2}. */
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?");

  /** A day without separators: {@code 20261122}. */
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  /** The last year of four digits. */
  private static final int LAST_YEAR = 9999;

  private Times() {}

  /**
   * A time from its first moment to the one after its last.
   *
   * @param next null where the time goes on
   */
  private record Span(Moment first, @Nullable Moment next) {}

  /** The node of an operator of time; null where the value is no time. */
  static @Nullable QueryNode read(String operator, String value) {
    String time = value.toLowerCase(Locale.ROOT);
    if (operator.equals("when")) {
      return when(time);
    }
    Span span = span(time.startsWith("-") ? time.substring(1) : time);
    if (span == null) {
      return null;
    }
    return operator.equals("before")
        ? new QueryNode.Before(span.first())
        : new QueryNode.After(span.first());
  }

  private static @Nullable QueryNode when(String time) {
    int dots = time.indexOf("..");
    if (dots >= 0) {
      return between(time.substring(0, dots), time.substring(dots + 2));
    }
    Span span = span(time);
    if (span == null) {
      return null;
    }
    return span.first() instanceof Moment.Ago ago
        ? new QueryNode.Within(ago.age())
        : node(span.first(), span.next());
  }

  /** From one time to another, both included; one of them may be left out. */
  private static @Nullable QueryNode between(String from, String to) {
    Span first = from.isEmpty() ? null : span(from);
    Span last = to.isEmpty() ? null : span(to);
    boolean unknown = (first == null && !from.isEmpty()) || (last == null && !to.isEmpty());
    if (unknown || (first == null && last == null)) {
      return null;
    }
    return node(first == null ? null : first.first(), last == null ? null : last.next());
  }

  private static @Nullable QueryNode node(@Nullable Moment first, @Nullable Moment next) {
    List<QueryNode> parts = new ArrayList<>();
    if (first != null) {
      parts.add(new QueryNode.After(first));
    }
    if (next != null) {
      parts.add(new QueryNode.Before(next));
    }
    return switch (parts.size()) {
      case 0 -> null;
      case 1 -> parts.getFirst();
      default -> new QueryNode.All(parts);
    };
  }

  private static @Nullable Span span(String text) {
    if (text.equals("today")) {
      return new Span(Moment.Recent.TODAY, null);
    }
    if (text.equals("yesterday")) {
      return new Span(Moment.Recent.YESTERDAY, Moment.Recent.TODAY);
    }
    return Ages.parse(text)
        .map(Moment.Ago::new)
        .map(ago -> new Span(ago, ago))
        .orElseGet(() -> calendarSpan(text));
  }

  private static @Nullable Span calendarSpan(String text) {
    Matcher digits = DIGITS.matcher(text);
    Matcher date = digits.matches() ? digits : DATE.matcher(text);
    if (!date.matches()) {
      return null;
    }
    try {
      LocalDate first = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
      LocalDate next =
          date.group(2) == null
              ? first.plusYears(1)
              : date.group(3) == null ? first.plusMonths(1) : first.plusDays(1);
      boolean goesOn = next.getYear() > LAST_YEAR;
      return new Span(new Moment.Day(first), goesOn ? null : new Moment.Day(next));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The number of a group; the first month or day where it is left out. */
  private static int number(Matcher date, int group) {
    String digits = date.group(group);
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
