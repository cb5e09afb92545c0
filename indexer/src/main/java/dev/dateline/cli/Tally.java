package dev.dateline.cli;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Counts things by a reason, and keeps the first few by name. */
final class Tally {

  private static final int NAMED = 5;

  /** Reasons that are told apart: some speak of the document, and so there may be any number. */
  private static final int REASONS = 100;

  private long count;
  private final Map<String, Long> reasons = new HashMap<>();
  private final List<String> first = new ArrayList<>();

  void add(String name, String reason) {
    count++;
    boolean known = reasons.size() < REASONS || reasons.containsKey(reason);
    reasons.merge(known ? reason : "other reasons", 1L, Long::sum);
    if (first.size() < NAMED) {
      first.add(name + ": " + reason);
    }
  }

  long count() {
    return count;
  }

  /** The first few, each with its reason. */
  List<String> first() {
    return first;
  }

  SequencedMap<String, Long> mostFrequentFirst() {
    return reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
  }
}
