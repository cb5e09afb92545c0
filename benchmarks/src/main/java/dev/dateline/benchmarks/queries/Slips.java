package dev.dateline.benchmarks.queries;

import java.util.Random;

/** Makes a slip in a text, as fingers do: one edit, not at its first letter. */
public final class Slips {

  private static final int SHORTEST = 4;

  private Slips() {}

  /** The text with a letter left out, doubled, replaced, or two of them exchanged. */
  public static String in(String text, Random random) {
    if (text.length() < SHORTEST) {
      return text;
    }
    int at = 1 + random.nextInt(text.length() - 2);
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + text.charAt(at) + text.charAt(at) + after;
      case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
      default -> before + after.charAt(0) + text.charAt(at) + after.substring(1);
    };
  }

  /**
   * Whether one word becomes the other by at most one letter that is put in, left out or replaced,
   * or by two neighbours that are exchanged.
   */
  static boolean isOneEdit(String word, String other) {
    if (Math.abs(word.length() - other.length()) > 1) {
      return false;
    }
    String shorter = word.length() <= other.length() ? word : other;
    String longer = word.length() <= other.length() ? other : word;
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    if (same == shorter.length()) {
      return true;
    }
    String rest = longer.substring(same + 1);
    if (shorter.length() < longer.length()) {
      return shorter.substring(same).equals(rest);
    }
    return shorter.substring(same + 1).equals(rest)
        || (same + 1 < shorter.length()
            && shorter.charAt(same) == longer.charAt(same + 1)
            && shorter.charAt(same + 1) == longer.charAt(same)
            && shorter.substring(same + 2).equals(longer.substring(same + 2)));
  }
}
