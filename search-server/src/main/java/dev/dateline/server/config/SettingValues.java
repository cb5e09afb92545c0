package dev.dateline.server.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of settings; what is none is an error that says where it stands. */
record SettingValues(Settings settings) {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,7})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10})([km]?)");
  private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,6})/(s|m|h)");

  String text(Setting setting) {
    return settings.value(setting);
  }

  /** The path that must be there. */
  Path path(Setting setting) {
    String value = settings.value(setting);
    if (value.isEmpty()) {
      throw settings.wrong(setting, "name it with --" + setting.label());
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw settings.wrong(setting, "not a path");
    }
  }

  /** The path, or null for none. */
  @Nullable Path pathUnless(Setting setting, String none) {
    return settings.value(setting).equals(none) ? null : path(setting);
  }

  int whole(Setting setting, int least, int most) {
    try {
      int number = Integer.parseInt(settings.value(setting));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw settings.wrong(setting, "not a whole number");
    }
    throw settings.wrong(setting, "it goes from " + least + " to " + most);
  }

  /** A number, or {@code auto} for this one. */
  int wholeOrAuto(Setting setting, int least, int most, int auto) {
    return settings.value(setting).equals("auto") ? auto : whole(setting, least, most);
  }

  boolean flag(Setting setting) {
    return choice(setting, "true", "false").equals("true");
  }

  String choice(Setting setting, String... choices) {
    String value = settings.value(setting).toLowerCase(Locale.ROOT);
    if (!Arrays.asList(choices).contains(value)) {
      throw settings.wrong(setting, "it is one of " + String.join(", ", choices));
    }
    return value;
  }

  /** What stands between commas. */
  List<String> list(Setting setting) {
    return Arrays.stream(settings.value(setting).split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  int size(Setting setting) {
    Matcher matcher = SIZE.matcher(settings.value(setting).toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      int shift = matcher.group(2).equals("m") ? 20 : matcher.group(2).equals("k") ? 10 : 0;
      long bytes = Long.parseLong(matcher.group(1)) << shift;
      if (bytes > 0 && bytes <= 1 << 30) {
        return (int) bytes;
      }
    }
    throw settings.wrong(setting, "not a size up to 1024m, such as 500k or 16m");
  }

  Duration span(Setting setting) {
    Matcher matcher = SPAN.matcher(settings.value(setting));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw settings.wrong(setting, "not a time, such as 500ms, 30s, 2m or 24h");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** A time, or null for {@code off}. */
  @Nullable Duration spanOrOff(Setting setting) {
    return settings.value(setting).equals("off") ? null : span(setting);
  }

  /** A rate, or null for {@code off}. */
  @Nullable Rate rateOrOff(Setting setting) {
    String value = settings.value(setting);
    if (value.equals("off")) {
      return null;
    }
    Matcher matcher = RATE.matcher(value);
    if (!matcher.matches()) {
      throw settings.wrong(setting, "not a rate, such as 20/s, 600/m, 10000/h or off");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> new Rate(number, Duration.ofSeconds(1));
      case "m" -> new Rate(number, Duration.ofMinutes(1));
      default -> new Rate(number, Duration.ofHours(1));
    };
  }
}
