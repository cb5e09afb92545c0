package dev.dateline.cli;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Records as lines of JSON, for programs. What is null is left out. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
          .build();

  private Json() {}

  static String line(Record value) {
    return MAPPER.writeValueAsString(value);
  }
}
