package dev.dateline.server;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.UnusableIndexException;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The demo's index, which is made anew when the samples, or the program, are others. */
final class SampleIndex {

  /** Says which samples the index was made of; written when the index is whole. */
  private static final String FINGERPRINT = "samples.sha256";

  private final Path samples;
  private final Path folder;

  /**
   * @param samples the folder of the samples
   * @param folder the folder of the index
   */
  SampleIndex(Path samples, Path folder) {
    this.samples = samples;
    this.folder = folder;
  }

  /**
   * Makes the index where it is missing or was made of other samples.
   *
   * @return the number of articles that were indexed; 0 if nothing was to be done
   * @throws UnusableIndexException if there are no samples, or if the folder holds something else
   */
  int bringUpToDate() throws IOException {
    if (!Files.isDirectory(samples)) {
      throw new UnusableIndexException("there are no samples at " + samples.toAbsolutePath());
    }
    String fingerprint = fingerprint();
    Path made = folder.resolve(FINGERPRINT);
    if (Files.exists(made) && Files.readString(made).equals(fingerprint)) {
      return 0;
    }
    clear(made);
    int read = index();
    Files.writeString(made, fingerprint);
    return read;
  }

  private int index() throws IOException {
    AtomicInteger count = new AtomicInteger();
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Ingest.read(
          List.of(samples),
          outcome -> {
            if (outcome instanceof Outcome.Read read) {
              writer.add(read.article());
              count.incrementAndGet();
            }
          });
      writer.commit();
    }
    return count.get();
  }

  /** Removes an index of ours, and refuses to touch what is not. */
  private void clear(Path made) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      Files.writeString(made, "incomplete");
      return;
    }
    List<Path> there;
    try (Stream<Path> tree = Files.walk(folder)) {
      there = tree.sorted(Comparator.reverseOrder()).toList();
    }
    if (there.size() > 1 && !Files.exists(made)) {
      throw new UnusableIndexException(
          folder + " holds something that is not of the demo; choose another folder with --index");
    }
    for (Path path : there) {
      if (!path.equals(folder) && !path.equals(made)) {
        Files.delete(path);
      }
    }
    Files.writeString(made, "incomplete");
  }

  /** Of the samples and of the program, as another program may read them otherwise. */
  private String fingerprint() throws IOException {
    MessageDigest digest = sha256();
    digest.update(programTime().toString().getBytes(StandardCharsets.UTF_8));
    List<Path> files;
    try (Stream<Path> tree = Files.walk(samples)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(samples.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** When the program was built. */
  private static FileTime programTime() throws IOException {
    try {
      return Files.getLastModifiedTime(
          Path.of(Dateline.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IOException("the program does not know where it lies", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
