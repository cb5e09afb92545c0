package dev.dateline.ingest.story;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two headlines are wordings of one. */
final class Titles {

  /** The share of words in common from which two headlines are near. Not fitted. */
  private static final double NEAR = 0.6;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private Titles() {}

  /** Whether most of the words of either are in both, whatever their case and order. */
  static boolean areNear(String one, String other) {
    Set<String> both = words(one);
    Set<String> otherWords = words(other);
    Set<String> either = new HashSet<>(both);
    either.addAll(otherWords);
    both.retainAll(otherWords);
    return !either.isEmpty() && both.size() >= NEAR * either.size();
  }

  private static Set<String> words(String title) {
    Set<String> words = new HashSet<>(List.of(NO_WORD.split(title.toLowerCase(Locale.ROOT))));
    words.remove("");
    return words;
  }
}
