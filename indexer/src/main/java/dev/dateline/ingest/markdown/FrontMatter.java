package dev.dateline.ingest.markdown;

import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file cut into the facts that stand before its text, and the text.
 *
 * @param kind how the facts are written
 * @param facts the facts, without the lines around them
 * @param text what follows
 */
record FrontMatter(Kind kind, String facts, String text) {

  /** The longest front matter, in characters. */
  private static final int LONGEST = 1 << 16;

  private static final Pattern FENCE = Pattern.compile("(?:---|\\+\\+\\+|;;;)[ \\t]*\\r?\\n");
  private static final Pattern YAML_END = end("(?:---|\\.\\.\\.)");
  private static final Pattern TOML_END = end("\\+\\+\\+");
  private static final Pattern JSON_END = end(";;;");
  private static final Pattern OBJECT_END = Pattern.compile("(?m)^}[ \\t]*\\r?$\\n?");

  /** A fact as Pelican and MultiMarkdown write it, without a fence. */
  private static final Pattern HEADER =
      Pattern.compile("(?<name>[A-Za-z][\\w -]{0,39}):[ \\t]+(?<value>\\S[^\\n]*)(?:\\n|$)");

  /** Keeps {@code 3.10} as it is written. */
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectMapper TOML = TomlMapper.builder().build();

  /** How facts are written. */
  enum Kind {
    YAML,
    TOML,
    JSON,
    HEADERS,
    NONE
  }

  /**
   * Cuts a file.
   *
   * @return null if the front matter has no end, or a far too late one
   */
  static @Nullable FrontMatter of(String file) {
    if (isFenced(file)) {
      int start = file.indexOf('\n') + 1;
      return switch (file.charAt(0)) {
        case '-' -> cut(file, start, Kind.YAML, YAML_END, false);
        case '+' -> cut(file, start, Kind.TOML, TOML_END, false);
        default -> cut(file, start, Kind.JSON, JSON_END, false);
      };
    }
    if (file.startsWith("{")) {
      return cut(file, 0, Kind.JSON, OBJECT_END, true);
    }
    return headers(file);
  }

  /** Whether a file begins with a line that fences front matter off. */
  static boolean isFenced(String file) {
    return FENCE.matcher(file).lookingAt();
  }

  private static @Nullable FrontMatter cut(
      String file, int start, Kind kind, Pattern end, boolean withEnd) {
    Matcher matcher = end.matcher(file).region(start, Math.min(file.length(), LONGEST));
    return matcher.useAnchoringBounds(false).find()
        ? new FrontMatter(
            kind,
            file.substring(start, withEnd ? matcher.end() : matcher.start()),
            file.substring(matcher.end()))
        : null;
  }

  private static FrontMatter headers(String file) {
    Matcher header = HEADER.matcher(file);
    int end = 0;
    while (header.region(end, file.length()).lookingAt()) {
      if (end == 0 && Field.named(header.group("name")) == null) {
        break;
      }
      end = header.end();
    }
    return new FrontMatter(
        end == 0 ? Kind.NONE : Kind.HEADERS, file.substring(0, end), file.substring(end));
  }

  /**
   * The facts as a tree.
   *
   * @throws tools.jackson.core.JacksonException if they are not well written
   */
  JsonNode read() {
    return switch (kind) {
      case YAML -> readYaml();
      case TOML -> TOML.readTree(facts);
      case JSON -> Json.MAPPER.readTree(facts);
      case HEADERS -> readHeaders();
      case NONE -> JsonNodeFactory.instance.objectNode();
    };
  }

  private JsonNode readYaml() {
    try (JsonParser parser = new YamlFacts(YAML.createParser(facts))) {
      JsonNode tree = YAML.readTree(parser);
      return tree == null || tree.isMissingNode() ? JsonNodeFactory.instance.objectNode() : tree;
    }
  }

  private ObjectNode readHeaders() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Matcher header = HEADER.matcher(facts); header.find(); ) {
      object.put(header.group("name"), header.group("value").strip());
    }
    return object;
  }

  private static Pattern end(String fence) {
    return Pattern.compile("(?m)^" + fence + "[ \\t]*\\r?$\\n?");
  }
}
