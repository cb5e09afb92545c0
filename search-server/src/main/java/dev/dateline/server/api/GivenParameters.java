package dev.dateline.server.api;

import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a search, wherever they stand: in the address, in a form, in a JSON object. */
final class GivenParameters {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private GivenParameters() {}

  static Map<String, List<String>> of(Call call) {
    Map<String, List<String>> parameters = call.parameters();
    if (call.isPost()) {
      body(call).forEach((name, values) -> parameters.merge(name, values, GivenParameters::both));
    }
    return parameters;
  }

  private static List<String> both(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static Map<String, List<String>> body(Call call) {
    return switch (call.mediaType()) {
      case "application/x-www-form-urlencoded" -> call.form();
      case "application/json" -> json(call.body());
      default ->
          throw new ProblemException(
              415,
              "unsupported-media-type",
              "a search is sent as application/x-www-form-urlencoded or application/json");
    };
  }

  private static Map<String, List<String>> json(byte[] body) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : object(body).properties()) {
      List<String> values = new ArrayList<>();
      JsonNode value = property.getValue();
      if (value.isArray()) {
        value.forEach(element -> values.add(text(property.getKey(), element)));
      } else if (!value.isNull()) {
        values.add(text(property.getKey(), value));
      }
      parameters.put(property.getKey(), values);
    }
    return parameters;
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw new ProblemException(400, "invalid-json", JsonReasons.of(e));
    }
    throw new ProblemException(
        400, "invalid-json", "a search is one JSON object, such as {\"q\":\"rain\"}");
  }

  private static String text(String name, JsonNode value) {
    if (value.isString() || value.isNumber() || value.isBoolean()) {
      return value.asString();
    }
    throw new ProblemException(
        400, "invalid-json", name + " is a string, a number, true, false, or a list of these");
  }
}
