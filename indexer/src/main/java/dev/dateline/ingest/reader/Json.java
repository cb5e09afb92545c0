package dev.dateline.ingest.reader;

import java.util.regex.Pattern;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What all formats that are written as JSON have in common. */
public final class Json {

  /** Reads NaN too, which Python writes and JSON has no word for. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");
  private static final Pattern ARRAY = Pattern.compile("\\[\\s*[{\\]]");

  private Json() {}

  /** Whether the input begins with an object. */
  public static boolean startsObject(Input input) {
    return OBJECT.matcher(input.start()).lookingAt();
  }

  /** Whether the input begins with a list of objects. */
  public static boolean startsArray(Input input) {
    return ARRAY.matcher(input.start()).lookingAt();
  }
}
