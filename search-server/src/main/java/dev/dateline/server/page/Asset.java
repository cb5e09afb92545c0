package dev.dateline.server.page;

import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A file that pages load. Its link changes with it, so that browsers may keep it for good. */
final class Asset implements Endpoint {

  private final String path;
  private final String type;
  private final byte[] content;

  private Asset(String name, String type) {
    this.path = "/assets/" + name;
    this.type = type;
    try (InputStream in = Asset.class.getResourceAsStream("/dev/dateline/server/" + name)) {
      content = Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Asset style() {
    return new Asset("dateline.css", "text/css;charset=utf-8");
  }

  static Asset script() {
    return new Asset("dateline.js", "text/javascript;charset=utf-8");
  }

  String path() {
    return path;
  }

  /** Its address, which no other content has. */
  String link() {
    return path + "?v=" + fingerprint();
  }

  @Override
  public Answer answer(Call call) {
    return Answer.of(200, type, content)
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }

  private String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
