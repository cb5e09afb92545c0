package dev.dateline.json;

import dev.dateline.index.Explanation;
import dev.dateline.index.Explanation.Clause;
import tools.jackson.core.JsonGenerator;

/**
 * What the parts of a query find, as JSON.
 *
 * <pre>{@code
 * {"clause":"ferry volcano","articles":0,"parts":[{"clause":"ferry","articles":12,"without":0},
 *  {"clause":"volcano","articles":0,"without":12}],"withoutFilters":0,"leavingNothing":["volcano"]}
 * }</pre>
 */
final class ExplanationJson {

  private ExplanationJson() {}

  static void write(JsonGenerator json, Explanation explanation) {
    json.writeStartObject();
    properties(json, explanation.query());
    if (explanation.withoutFilters() != null) {
      json.writeNumberProperty("withoutFilters", explanation.withoutFilters());
    }
    json.writeArrayPropertyStart("leavingNothing");
    explanation.leavingNothing().forEach(clause -> json.writeString(clause.text()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void properties(JsonGenerator json, Clause clause) {
    json.writeStringProperty("clause", clause.text());
    json.writeNumberProperty("articles", clause.articles());
    if (clause.without() != null) {
      json.writeNumberProperty("without", clause.without());
    }
    if (!clause.parts().isEmpty()) {
      json.writeArrayPropertyStart("parts");
      for (Clause part : clause.parts()) {
        json.writeStartObject();
        properties(json, part);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
