package dev.dateline.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How several values stand in one parameter: with commas between them, and in quotation marks where
 * a value has a comma itself, as in CSV: {@code Sea Post,"Smith, Jones & Co"}.
 */
public final class ValueList {

  private ValueList() {}

  /** The values that are given, each of which may be a list; blank ones are left out. */
  public static List<String> read(Collection<String> given) {
    List<String> values = new ArrayList<>();
    for (String list : given) {
      int start = 0;
      while (start <= list.length()) {
        int end = endOfValue(list, start);
        String value = unquoted(list.substring(start, end).strip());
        if (!value.isEmpty()) {
          values.add(value);
        }
        start = end + 1;
      }
    }
    return values;
  }

  /** A value as it stands in a list. */
  public static String write(String value) {
    return value.contains(",") || value.startsWith("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }

  /**
   * The offset of the comma after a value, or of the end. A mark that nothing closes is a letter.
   */
  private static int endOfValue(String list, int start) {
    int comma = commaOrEnd(list, start);
    if (!list.substring(start, comma).strip().startsWith("\"")) {
      return comma;
    }
    for (int end = comma; end < list.length(); end = commaOrEnd(list, end + 1)) {
      if (isQuoted(list.substring(start, end).strip())) {
        return end;
      }
    }
    return isQuoted(list.substring(start).strip()) ? list.length() : comma;
  }

  private static int commaOrEnd(String list, int start) {
    int comma = list.indexOf(',', start);
    return comma < 0 ? list.length() : comma;
  }

  /** Whether the text begins with a mark and ends with the one that closes it. */
  private static boolean isQuoted(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return false;
    }
    return text.substring(1, text.length() - 1).replace("\"\"", "").indexOf('"') < 0;
  }

  private static String unquoted(String text) {
    return isQuoted(text)
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
        : text;
  }
}
