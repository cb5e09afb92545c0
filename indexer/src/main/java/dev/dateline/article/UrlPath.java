package dev.dateline.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** The path of a url, without what does not tell one article from another. */
final class UrlPath {

  /** Segments that name another view of the same page, wherever they stand. */
  private static final Set<String> VIEWS = Set.of("amp", "amphtml");

  /** As in {@code /ferry.amp} and {@code /ferry.amp.html}. */
  private static final Pattern VIEW_ENDING = Pattern.compile("(?<=.)(?:\\.amp)++(?=$|\\.html?$)");

  private static final Pattern FOLDER_PAGE =
      Pattern.compile("index\\.(?:html?|php)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SESSION =
      Pattern.compile(";(?:jsessionid|phpsessid)=[^/;]*", Pattern.CASE_INSENSITIVE);

  private UrlPath() {}

  /** The path, without a slash at its end; empty for the front page. */
  static String canonical(String path) {
    String plain = PercentEncoding.normal(path, "!$'()*,:@", "/;=&+");
    Deque<String> segments = new ArrayDeque<>();
    String view = "";
    for (String segment : SESSION.matcher(plain).replaceAll("").split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (VIEWS.contains(segment)) {
        view = "/" + segment;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    while (!segments.isEmpty()) {
      String last = VIEW_ENDING.matcher(segments.removeLast()).replaceFirst("");
      if (!FOLDER_PAGE.matcher(last).matches()) {
        segments.addLast(last);
        break;
      }
    }
    // Alone it is a page of its own.
    return segments.isEmpty() ? view : "/" + String.join("/", segments);
  }
}
