package dev.dateline.server.config;

import dev.dateline.query.Spelling;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The settings that were given, the nearest word heard: option, environment, properties file. */
public final class Settings {

  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

  /** A value, and what to call its place in a message. */
  private record Given(String value, String place) {}

  private Settings() {}

  /**
   * Gathers the settings: what the options do not say is looked for in the environment, then in the
   * file.
   *
   * @param environment as {@link System#getenv()} gives it
   * @param file a properties file, or null
   * @throws IllegalArgumentException if the file cannot be read, or sets what is no setting
   */
  public static Settings of(
      Map<Setting, String> options, Map<String, String> environment, @Nullable Path file) {
    Settings settings = new Settings();
    if (file != null) {
      properties(file)
          .forEach((name, value) -> settings.fromFile(file, (String) name, (String) value));
    }
    for (Setting setting : Setting.values()) {
      String variable = environment.get(setting.variable());
      if (variable != null && !variable.isBlank()) {
        settings.put(setting, variable, setting.variable());
      }
      String option = options.get(setting);
      if (option != null) {
        settings.put(setting, option, "--" + setting.label());
      }
    }
    return settings;
  }

  /** The value that holds; empty for none. */
  String value(Setting setting) {
    Given value = given.get(setting);
    return value == null ? setting.usual() : value.value();
  }

  /** Says which value is not one, where it stands, and why. */
  IllegalArgumentException wrong(Setting setting, String why) {
    Given value = given.get(setting);
    return new IllegalArgumentException(
        value == null
            ? setting.label() + " is missing: " + why
            : value.place() + " is \"" + value.value() + "\": " + why);
  }

  /**
   * Every setting as a line of a properties file, after one that says where it came from. Secrets
   * are left out.
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (Setting setting : Setting.values()) {
      Given value = given.get(setting);
      String place = value == null ? "the default" : value.place();
      text.append("# ").append(setting.description()).append(" (").append(place).append(")\n");
      String shown = value != null && setting.isSecret() ? "(hidden)" : value(setting);
      String line = setting.label() + "=" + shown.replace("\\", "\\\\");
      text.append(value != null && setting.isSecret() ? "# " + line : line).append('\n');
    }
    return text.toString();
  }

  private void put(Setting setting, String value, String place) {
    given.put(setting, new Given(value.strip(), place));
  }

  private void fromFile(Path file, String name, String value) {
    for (Setting setting : Setting.values()) {
      if (setting.label().equals(name)) {
        put(setting, value, name + " in " + file);
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
