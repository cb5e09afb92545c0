package dev.dateline.server.config;

import dev.dateline.index.Spelling;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings that were given, the nearest word heard: option, environment, properties file. */
final class Settings {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,7})(ms|s|m)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10})([km]?)");

  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

  /** A value, and what to call its place in an error message. */
  private record Given(String value, String place) {}

  Settings(Map<Setting, String> options, Map<String, String> environment, @Nullable Path file) {
    if (file != null) {
      properties(file)
          .forEach((name, value) -> fromFile(file, (String) name, ((String) value).strip()));
    }
    for (Setting setting : Setting.values()) {
      String variable = environment.get(setting.variable());
      if (variable != null && !variable.isBlank()) {
        given.put(setting, new Given(variable.strip(), setting.variable()));
      }
      String option = options.get(setting);
      if (option != null) {
        given.put(setting, new Given(option.strip(), "--" + setting.label()));
      }
    }
  }

  @Nullable String value(Setting setting) {
    Given value = given.get(setting);
    return value == null ? null : value.value();
  }

  /** Says which value is not one, where it stands, and why. */
  IllegalArgumentException wrong(Setting setting, String why) {
    Given value = given.get(setting);
    return new IllegalArgumentException(
        value == null
            ? setting.label() + " is missing: " + why
            : value.place() + " is \"" + value.value() + "\": " + why);
  }

  /** The path that must be there. */
  Path path(Setting setting) {
    String value = value(setting);
    if (value == null || value.isEmpty()) {
      throw wrong(setting, "name it with --" + setting.label());
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw wrong(setting, "not a path");
    }
  }

  int whole(Setting setting, int least, int most, int usual) {
    String value = value(setting);
    if (value == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(setting, "not a whole number");
    }
    throw wrong(setting, "it goes from " + least + " to " + most);
  }

  int size(Setting setting, int usual) {
    String value = value(setting);
    if (value == null) {
      return usual;
    }
    Matcher matcher = SIZE.matcher(value.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      int shift = matcher.group(2).equals("m") ? 20 : matcher.group(2).equals("k") ? 10 : 0;
      long bytes = Long.parseLong(matcher.group(1)) << shift;
      if (bytes > 0 && bytes <= 1 << 30) {
        return (int) bytes;
      }
    }
    throw wrong(setting, "not a size up to 1024m, such as 500k or 16m");
  }

  Duration span(Setting setting, Duration usual) {
    String value = value(setting);
    if (value == null) {
      return usual;
    }
    Matcher matcher = SPAN.matcher(value);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw wrong(setting, "not a time, such as 500ms, 30s or 2m");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  String text(Setting setting, String usual) {
    String value = value(setting);
    return value == null ? usual : value;
  }

  private void fromFile(Path file, String name, String value) {
    for (Setting setting : Setting.values()) {
      if (setting.label().equals(name)) {
        given.put(setting, new Given(value, name + " in " + file));
        return;
      }
    }
    String nearest = Spelling.nearest(name, Setting.labels());
    throw new IllegalArgumentException(
        file
            + " sets "
            + name
            + ", which is no setting"
            + (nearest == null ? "" : "; did you mean " + nearest + "?"));
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the settings cannot be read: " + e, e);
    }
    return properties;
  }
}
