package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No regular expression takes a text of outsiders for a trap (ReDoS): the work is counted by the
 * characters that are looked at, and grows with the length of the text, whatever is in it.
 */
class PatternsTest {

  private static final int LENGTH = 2_000;

  /**
   * What is looked at for each character of the text at most; half a square would be 1,000, and 200
   * are what a repetition of at most 200 looks at.
   */
  private static final int MOST_LOOKS = 450;

  private static final List<String> STARTS = List.of("", "a", "<", "1 \"");

  /** Asked only whether a text is one of theirs, or begins so: nothing is tried in its middle. */
  private static final Set<String> OF_A_WHOLE_TEXT =
      Set.of(
          "article.Site.WRITTEN",
          "article.UrlCopies.COPIES[2]",
          "article.Urls.HOST",
          "ingest.archive.ArchiveReader.HIDDEN",
          "ingest.archive.WarcReader.START",
          "ingest.html.Edges.YEAR",
          "ingest.html.JsonLd.ARTICLE",
          "ingest.html.Prose.END",
          "ingest.html.ScriptText.DATA",
          "ingest.json.JsonLinesReader.COUNT",
          "ingest.json.JsonLinesReader.FIRST_LINES",
          "ingest.mail.MailParts.ATTACHED",
          "ingest.mail.PlainBlocks.ITEM",
          "ingest.markdown.Facts.ABSOLUTE",
          "ingest.markdown.MarkdownArticle.DAY",
          "ingest.markdown.MarkdownReader.HEADING",
          "ingest.markdown.MarkdownReader.SECTION_PAGE",
          "ingest.reader.XmlEncoding.DECLARATION",
          "ingest.reader.XmlPieces.ROOT",
          "query.Quotation.CLOSED",
          "query.Words.FUZZY",
          "query.Words.PREFIX",
          "server.config.ApiKey.SECRET",
          "server.openapi.QueryParameters.CHOICE");

  /**
   * Asked of nothing longer than a line of 200 characters, a header of mail or the name of a host.
   */
  private static final Set<String> OF_SHORT_TEXTS =
      Set.of(
          "article.UrlHost.USUAL_END",
          "article.UrlHost.VIEWS",
          "ingest.html.Edges.DATED",
          "ingest.mail.MailArticle.ADDRESS");

  /** What patterns look for, in runs. */
  private static final List<String> RUNS =
      List.of(
          " ",
          "a",
          "A",
          "0",
          "a ",
          "a.",
          "a&",
          "a'",
          "a@",
          "@",
          "x@x.",
          "\n",
          "\n ",
          "a\n",
          "\t",
          "\r\n",
          "\"",
          "<",
          "<a",
          "<a ",
          "<!--",
          "-->",
          "&",
          "&a",
          "&amp;",
          "&#1",
          "-",
          "--",
          "- ",
          "/",
          "//a",
          "?",
          "%",
          "=",
          "a=",
          ";",
          ":",
          "a:",
          ".",
          ",",
          " ,",
          "(",
          "{",
          "{{",
          "{%",
          "|",
          " | ",
          "*",
          "#",
          "_",
          "\\",
          "[",
          "] ",
          "1-",
          "2026-",
          "12:",
          "2026 12:30 ",
          "by ",
          "www.",
          "m.",
          "http://",
          "https://a/",
          "and ",
          "of ",
          "0.",
          "+",
          "~",
          "<DOC",
          "<meta ",
          "charset=",
          "<?xml ",
          "<![CDATA[",
          "May ",
          "mon, ",
          "(c) ",
          "é",
          "。",
          "\u2028");

  /** How a pattern is applied to a text. */
  private enum Use {
    FIND,
    LOOKING_AT,
    MATCHES;

    boolean apply(Matcher matcher) {
      return switch (this) {
        case FIND -> matcher.results().count() > 0;
        case LOOKING_AT -> matcher.lookingAt();
        case MATCHES -> matcher.matches();
      };
    }
  }

  @Test
  void theWorkOfEachPatternGrowsWithTheTextAndNotWithItsSquare() throws Exception {
    SortedMap<String, Pattern> patterns = patterns();
    assertTrue(patterns.size() > 100, patterns.keySet()::toString);
    List<String> traps = new ArrayList<>();
    patterns.forEach(
        (name, pattern) -> {
          for (Use use : Use.values()) {
            String trap = isSpared(name, use) ? null : trap(pattern, use);
            if (trap != null) {
              traps.add(name + " " + use + ": " + trap);
            }
          }
        });
    assertEquals(List.of(), traps);
  }

  private static boolean isSpared(String name, Use use) {
    return OF_SHORT_TEXTS.contains(name) || (use == Use.FIND && OF_A_WHOLE_TEXT.contains(name));
  }

  /** A text that costs too much, or null. */
  private static String trap(Pattern pattern, Use use) {
    for (String start : STARTS) {
      for (String run : RUNS) {
        String text = start + run.repeat(LENGTH / run.length()) + '\u0001';
        CountedText counted = new CountedText(text, MOST_LOOKS * LENGTH);
        try {
          boolean unused = use.apply(pattern.matcher(counted));
        } catch (CountedText.TooManyLooksException | StackOverflowError e) {
          return start + run + run + run + "…";
        }
      }
    }
    return null;
  }

  /** Every pattern that is kept in a field of ours, by its place. */
  private static SortedMap<String, Pattern> patterns() throws Exception {
    SortedMap<String, Pattern> patterns = new TreeMap<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.dateline")) {
      for (Field field : each.reflect().getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && holdsPatterns(field)) {
          field.setAccessible(true);
          String name = each.getName().substring("dev.dateline.".length()) + "." + field.getName();
          List<?> all =
              field.get(null) instanceof Collection<?> some
                  ? List.copyOf(some)
                  : List.of(field.get(null));
          for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Pattern pattern) {
              patterns.put(name + (all.size() > 1 ? "[" + i + "]" : ""), pattern);
            }
          }
        }
      }
    }
    return patterns;
  }

  private static boolean holdsPatterns(Field field) {
    return field.getType() == Pattern.class || Collection.class.isAssignableFrom(field.getType());
  }
}
