package dev.dateline.server.page;

import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/** The one style sheet. Its link changes with it, so that browsers may keep it for good. */
final class Stylesheet implements Endpoint {

  static final String PATH = "/assets/dateline.css";

  private static final String RESOURCE = "/dev/dateline/server/dateline.css";

  private final byte[] css;

  Stylesheet() {
    try (InputStream in = Stylesheet.class.getResourceAsStream(RESOURCE)) {
      css = Objects.requireNonNull(in, RESOURCE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String link() {
    return PATH + "?v=" + Integer.toHexString(Arrays.hashCode(css));
  }

  @Override
  public Answer answer(Call call) {
    return Answer.of(200, "text/css;charset=utf-8", css)
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }
}
