package dev.dateline.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a page within a query, as it is pasted. No sign in it is syntax. */
public final class WebAddress {

  private static final Pattern START =
      Pattern.compile("(?i:https?://|www\\.)(?=[\\p{L}\\p{N}\\[])\\S*");

  /** What ends the sentence around an address rather than the address itself. */
  private static final String AFTER = ".,;:!?'\"”»";

  private WebAddress() {}

  /** Whether the text is an address: with a scheme, or {@code www.} for it. */
  public static boolean is(String text) {
    return end(text, 0) == text.length();
  }

  /** Where the address ends that starts here; the start itself where none does. */
  static int end(String text, int start) {
    Matcher address = START.matcher(text).region(start, text.length());
    if (!address.lookingAt()) {
      return start;
    }
    int end = balanced(text, start, address.end());
    while (AFTER.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Where the address ends at the latest, so that it has parentheses in pairs or none. */
  private static int balanced(String text, int start, int end) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '(') {
        open.addLast(i);
      } else if (text.charAt(i) == ')' && open.pollLast() == null) {
        return i;
      }
    }
    return open.isEmpty() ? end : open.getFirst();
  }
}
