package dev.dateline.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the person who typed a query should be told, each thing once. */
final class Notes {

  private final Set<String> sentences = new LinkedHashSet<>();

  void add(String sentence) {
    sentences.add(sentence);
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }
}
