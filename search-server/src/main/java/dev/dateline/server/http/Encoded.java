package dev.dateline.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads text that was encoded for an address or a form, strictly: a half escape, or one that is not
 * UTF-8, is a problem and not a guess.
 */
final class Encoded {

  /** More would be an attack. */
  private static final int MOST_PARAMETERS = 1000;

  private Encoded() {}

  /** The parameters of {@code a=1&b=x+y%21}, in order. */
  static Map<String, List<String>> parameters(String text) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return parameters;
    }
    String[] pairs = text.split("&", MOST_PARAMETERS + 1);
    if (pairs.length > MOST_PARAMETERS) {
      throw new ProblemException(
          400, "too-many-parameters", "at most " + MOST_PARAMETERS + " parameters are read");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        String decodedName = decode(name, name, true);
        parameters
            .computeIfAbsent(decodedName, key -> new ArrayList<>())
            .add(decode(decodedName, value, true));
      }
    }
    return parameters;
  }

  /** A segment of a path. */
  static String segment(String name, String text) {
    return decode(name, text, false);
  }

  private static String decode(String name, String text, boolean plusIsSpace) {
    if (isPlain(text)) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(escape(name, text, raw, i));
        i += 2;
      } else {
        bytes.write(raw[i] == '+' && plusIsSpace ? ' ' : raw[i]);
      }
    }
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw wrong(name, text, "its escapes are not UTF-8");
    }
  }

  /** Whether it stands for itself, as most do. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '+' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static int escape(String name, String text, byte[] raw, int at) {
    int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
    int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw wrong(name, text, "a % is followed by two hexadecimal digits; itself it is %25");
    }
    return high << 4 | low;
  }

  private static ProblemException wrong(String name, String text, String message) {
    return new ProblemException(Problem.ofParameter(name, text, name + ": " + message));
  }
}
