package dev.dateline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** JSON as pages hold it: with comments, trailing commas, raw line ends, and the like. */
final class LenientJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  /** A script holds one value, or a few after each other. */
  private static final int MOST = 50;

  private LenientJson() {}

  /** The values at the beginning of a text, up to what is no JSON even to a lenient reader. */
  static List<JsonNode> values(String text) {
    List<JsonNode> values = new ArrayList<>();
    try (MappingIterator<JsonNode> found = MAPPER.readerFor(JsonNode.class).readValues(text)) {
      while (values.size() < MOST && found.hasNextValue()) {
        values.add(found.nextValue());
      }
    } catch (JacksonException e) {
      return values;
    }
    return values;
  }
}
