package dev.dateline.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which of a few known names was meant. */
public final class Spelling {

  /** Two letters begin too many words by chance. */
  private static final int BEGINNING = 3;

  private Spelling() {}

  /**
   * The name that is fewest edits away from what was typed, or null if none is near: within a third
   * of its letters.
   */
  public static @Nullable String nearest(String typed, Collection<String> names) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(
            name -> edits(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(name -> edits(lower, name.toLowerCase(Locale.ROOT))))
        .orElse(null);
  }

  /**
   * The {@linkplain #nearest nearest} name, or else the only one that begins with what was typed,
   * if that is {@value #BEGINNING} letters or more; else null.
   */
  public static @Nullable String meant(String typed, Collection<String> names) {
    String nearest = nearest(typed, names);
    if (nearest != null || typed.length() < BEGINNING) {
      return nearest;
    }
    List<String> longer =
        names.stream().filter(name -> name.startsWith(typed.toLowerCase(Locale.ROOT))).toList();
    return longer.size() == 1 ? longer.getFirst() : null;
  }

  /**
   * The distance by inserted, removed and replaced characters, and by two that changed places
   * (optimal string alignment).
   */
  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : next(edits, a, i, b, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int next(int[][] edits, String a, int i, String b, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int fewest = edits[i - 1][j - 1] + (same ? 0 : 1);
    fewest = Math.min(fewest, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
