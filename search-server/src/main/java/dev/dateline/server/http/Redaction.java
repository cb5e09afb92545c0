package dev.dateline.server.http;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;

/** Leaves secrets out of addresses that are logged: some clients send keys as parameters. */
final class Redaction {

  /**
   * A parameter whose name speaks of a secret, however it is written or escaped, and its value. A
   * name ends where another may begin, so that an address of any kind takes time by its length, and
   * not by the square or the cube of it.
   */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)([?&;](?=[^?=&;]*(?:key|token|secret|passw|authorization|signature|%))[^?=&;]*+=)"
              + "[^&;#]*+");

  /** What follows a name and a password before the host. */
  private static final Pattern USER = Pattern.compile("//[^/?#]*@");

  private Redaction() {}

  /** The path and the query of an address. */
  static String address(@Nullable HttpURI uri) {
    String text = uri == null ? null : uri.getPathQuery();
    return text == null ? "" : withoutSecrets(text);
  }

  /** Where a client says that it came from. */
  static @Nullable String referer(@Nullable String address) {
    return address == null ? null : withoutSecrets(address);
  }

  private static String withoutSecrets(String address) {
    return SECRET.matcher(USER.matcher(address).replaceAll("//...@")).replaceAll("$1...");
  }
}
