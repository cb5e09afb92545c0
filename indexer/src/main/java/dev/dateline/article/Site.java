package dev.dateline.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The site of a publisher, however it is written. */
public final class Site {

  /** The longest name of a host that the domain name system knows. */
  private static final int LONGEST = 253;

  /** A scheme, a user and {@code www.} before the host; a port, a path and the rest behind it. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#@]*@)?(?:www\\.)?([^/?#:]+).*", Pattern.DOTALL);

  private Site() {}

  /**
   * The host in lower case, without {@code www.}: {@code cnn.com} of {@code
   * https://www.CNN.com:443/world}, of {@code www.cnn.com/world} and of itself. Null where the text
   * begins with no host.
   */
  public static @Nullable String host(String text) {
    Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    return written.matches() && written.group(1).length() <= LONGEST ? written.group(1) : null;
  }
}
