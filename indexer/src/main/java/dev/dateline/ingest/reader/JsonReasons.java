package dev.dateline.ingest.reader;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/** Says in plain words what is wrong with a piece of JSON. */
public final class JsonReasons {

  /** What Jackson tells its own developers: where its source lies, and which setting to change. */
  private static final Pattern NOISE =
      Pattern.compile(
          " ?\\((?:start marker|for \\w+ starting) at .*?\\]\\)"
              + "| \\(not recognized as one [^)]*\\)"
              + "|, from `[^`]*`");

  private JsonReasons() {}

  public static String of(JacksonException e) {
    String message = NOISE.matcher(e.getOriginalMessage()).replaceAll("");
    if (e instanceof UnexpectedEndOfInputException
        || message.startsWith("Unexpected end-of-input")) {
      return "not valid JSON: it is cut off before its end";
    }
    if (message.startsWith("Trailing token")) {
      return "not valid JSON: something follows it (column " + e.getLocation().getColumnNr() + ")";
    }
    if (e instanceof StreamConstraintsException) {
      return "JSON over the limits: " + message;
    }
    return "not valid JSON: " + message + " (column " + e.getLocation().getColumnNr() + ")";
  }

  /** What a value is, with its article. */
  public static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> "true or false";
      case NULL, MISSING -> "nothing";
      case NUMBER -> "a number";
      case OBJECT, POJO -> "an object";
      case STRING, BINARY -> "a text";
    };
  }
}
