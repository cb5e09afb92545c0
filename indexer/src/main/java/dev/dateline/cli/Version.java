package dev.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/dateline/version.properties")) {
      versions.load(in);
    }
    return new String[] {
      "dateline %s (Lucene %s, Java %s)"
          .formatted(
              versions.getProperty("version"),
              versions.getProperty("lucene"),
              System.getProperty("java.version"))
    };
  }
}
