package dev.dateline.ingest.reader;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Languages as documents name them. */
public final class Languages {

  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8}){0,8}");

  private Languages() {}

  /** The BCP 47 tag in lower case, or null if the text is none: {@code pt_BR} is {@code pt-br}. */
  public static @Nullable String tag(String text) {
    String tag = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return TAG.matcher(tag).matches() ? tag : null;
  }

  /** What to say of a text that is no tag. */
  public static String notATag(String text) {
    return "\"" + Texts.start(text) + "\" is not a language tag such as \"en\"";
  }
}
