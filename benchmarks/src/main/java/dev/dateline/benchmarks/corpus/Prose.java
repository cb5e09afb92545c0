package dev.dateline.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes sentences on one topic, in made-up words. Not safe for use by several threads. */
final class Prose {

  private final Topic topic;
  private final Zipf words;
  private final Random random;

  Prose(Topic topic, Zipf words, Random random) {
    this.topic = topic;
    this.words = words;
    this.random = random;
  }

  /** 6 to 10 words, half of them the topic's. */
  String headline() {
    return words(6 + random.nextInt(5), 50);
  }

  /** 8 to 25 words. */
  String sentence() {
    return words(8 + random.nextInt(18), 20) + ".";
  }

  /**
   * A body of about 270 words at the median, as the lengths of articles are spread: by a log-normal
   * law.
   */
  List<String> paragraphs() {
    int sentences = (int) StrictMath.exp(2.8 + 0.6 * random.nextGaussian());
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder(sentence());
    for (int i = 1; i < Math.clamp(sentences, 2, 100); i++) {
      if (random.nextInt(3) == 0) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      } else {
        paragraph.append(' ');
      }
      paragraph.append(sentence());
    }
    paragraphs.add(paragraph.toString());
    return paragraphs;
  }

  private String words(int count, int percentOfTopic) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word(percentOfTopic));
    }
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.toString();
  }

  /** A word of the language, or one of the topic, or a name of it. */
  private String word(int percentOfTopic) {
    if (random.nextInt(100) >= percentOfTopic) {
      return Vocabulary.inflected(words.next(random), random);
    }
    return random.nextInt(4) == 0
        ? topic.names().get(random.nextInt(topic.names().size()))
        : Vocabulary.inflected(topic.words().get(random.nextInt(topic.words().size())), random);
  }
}
