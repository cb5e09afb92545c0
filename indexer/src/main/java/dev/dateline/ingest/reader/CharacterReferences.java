package dev.dateline.ingest.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Resolves references to characters, such as that of HTML to an apostrophe, which a program left in
 * plain text. A text that may be about markup stays as it is: one with tags or references to angle
 * brackets, or that speaks of them.
 */
public final class CharacterReferences {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{2,6}|#[xX]\\p{XDigit}{2,5});");

  private static final Pattern ABOUT_MARKUP =
      Pattern.compile(
          "</?[a-z]|&lt;|&gt;|&#6[02];|&amp;#?\\w{1,8};|\\b(?:html|xml|entity|entities|markup"
              + "|escap(?:e|es|ed|ing)|ampersand)\\b",
          Pattern.CASE_INSENSITIVE);

  private CharacterReferences() {}

  /** The text with its references resolved, or the same text if it has none or may mean them. */
  public static String resolve(String text) {
    return text.indexOf('&') < 0
            || !REFERENCE.matcher(text).find()
            || ABOUT_MARKUP.matcher(text).find()
        ? text
        : REFERENCE
            .matcher(text)
            .replaceAll(
                found -> Matcher.quoteReplacement(Parser.unescapeEntities(found.group(), true)));
  }
}
