package dev.dateline.server.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which direction a text is read, for the attribute {@code dir}. */
final class Direction {

  /** The languages of the living press that are written from right to left. */
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "ug", "ur", "yi");

  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Arab", "Hebr", "Nkoo", "Syrc", "Thaa");

  private Direction() {}

  /** The direction of a language; where it tells of none, each text's own letters decide. */
  static String of(@Nullable String language) {
    Locale locale = language == null ? Locale.ROOT : Locale.forLanguageTag(language);
    boolean rightToLeft =
        locale.getScript().isEmpty()
            ? RIGHT_TO_LEFT.contains(locale.getLanguage())
            : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    return rightToLeft ? "rtl" : "auto";
  }
}
