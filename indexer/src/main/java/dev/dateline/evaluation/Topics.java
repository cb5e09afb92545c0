package dev.dateline.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads topics: a line each, {@code number TAB text}; or TREC's markup, of which the title is
 * taken.
 *
 * <pre>
 * &lt;top&gt;
 * &lt;num&gt; Number: 301
 * &lt;title&gt; International Organized Crime
 * &lt;desc&gt; Description: ...
 * &lt;/top&gt;
 * </pre>
 */
public final class Topics {

  private static final Pattern TOPIC =
      Pattern.compile("<top>(.*?)(?:</top>|$)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = element("num", "Number:");
  private static final Pattern TITLE = element("title", "Topic:");

  private Topics() {}

  /** An element, which the next tag ends, and what old topics write before its value. */
  private static Pattern element(String name, String label) {
    return Pattern.compile(
        "<%s>\\s*(?:%s)?([^<]*)".formatted(name, label), Pattern.CASE_INSENSITIVE);
  }

  /**
   * The topics of a file in UTF-8, in its order. What is not UTF-8 becomes U+FFFD, as old files are
   * not.
   *
   * @throws IOException if the file cannot be read, or if a line is no topic
   */
  public static List<Topic> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), UTF_8);
    return text.stripLeading().startsWith("<") ? marked(text, file) : lines(text, file);
  }

  private static List<Topic> lines(String text, Path file) throws IOException {
    List<Topic> topics = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IOException(file + ", line " + number + ": not a number, a tab and a text");
      }
      topics.add(new Topic(line.substring(0, tab).strip(), line.substring(tab + 1).strip()));
    }
    return topics;
  }

  private static List<Topic> marked(String text, Path file) throws IOException {
    List<Topic> topics = new ArrayList<>();
    Matcher each = TOPIC.matcher(text);
    while (each.find()) {
      topics.add(new Topic(value(NUMBER, each.group(1), file), value(TITLE, each.group(1), file)));
    }
    return topics;
  }

  private static String value(Pattern element, String topic, Path file) throws IOException {
    Matcher found = element.matcher(topic);
    if (!found.find()) {
      throw new IOException(file + ": a topic without its number or title: " + topic.strip());
    }
    return found.group(1).strip().replaceAll("\\s+", " ");
  }
}
