package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.MarkupText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One of the texts that an item of ninjs has of a kind: a headline, a description, a body.
 *
 * @param rule the property that holds it
 * @param role what it is for, or the form it is in, such as {@code main} or {@code xhtml}; or empty
 * @param type its media type in lower case, or empty
 */
record NinjsText(String rule, String role, String type, String value) {

  /** The names of the properties that hold such texts, whatever comes after {@code _}. */
  private static final Pattern PROPERTY =
      Pattern.compile("headlines?|descriptions?|body|bodies|(?:headline|body|description)_.*");

  /** Roles that only say in which form a text is. */
  private static final Set<String> FORMS = Set.of("", "text", "html", "xhtml", "html5");

  /**
   * The texts of a kind.
   *
   * @param one the property of a single text, to which 1.x adds its role: {@code body_html}
   * @param many the property of a list, as of 2.0
   * @param best which of them come first
   */
  static List<NinjsText> of(JsonNode item, String one, String many, Predicate<NinjsText> best) {
    List<NinjsText> texts = new ArrayList<>();
    item.forEachEntry(
        (name, value) -> {
          if (name.equals(one) || name.startsWith(one + "_")) {
            String role = name.substring(Math.min(name.length(), one.length() + 1));
            texts.add(new NinjsText(name, role, "", JsonMapping.text(value)));
          } else if (name.equals(many)) {
            value.valueStream().forEach(text -> texts.add(of(name, text)));
          }
        });
    texts.removeIf(text -> text.value.isBlank());
    texts.sort(Comparator.comparing(text -> !best.test(text)));
    return texts;
  }

  private static NinjsText of(String rule, JsonNode text) {
    String type = JsonMapping.text(text, "contentType") + JsonMapping.text(text, "contenttype");
    String role = JsonMapping.text(text, "role").toLowerCase(Locale.ROOT);
    return new NinjsText(
        role.isEmpty() ? rule : rule + " (" + role + ")",
        role,
        type.toLowerCase(Locale.ROOT),
        text.isObject() ? JsonMapping.text(text, "value") : JsonMapping.text(text));
  }

  /** Whether a property of an item holds such texts. */
  static boolean isProperty(String name) {
    return PROPERTY.matcher(name).matches();
  }

  /** Whether its role is none but a form of the same text. */
  boolean isForm() {
    return FORMS.contains(role);
  }

  boolean isMarkup() {
    return role.contains("html") || type.contains("html");
  }

  List<String> paragraphs() {
    return isMarkup() ? MarkupText.ofStory(value) : MarkupText.paragraphs(value);
  }

  /** The text without markup. */
  String plain() {
    return String.join("\n\n", paragraphs());
  }
}
