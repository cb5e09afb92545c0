package dev.dateline.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good the hits of a topic are, from 0 to 1. The definitions are those of trec_eval 9, whose
 * name of each measure is given; an article is relevant from grade 1 on, and one that was not
 * judged is not relevant.
 */
public enum Measure {
  /**
   * {@code ndcg_cut_10}: the sum over the first ten hits of {@code grade / log2(rank + 1)}, divided
   * by that of the best order there is.
   */
  NDCG_10("nDCG@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
      double ideal = gain(best);
      return ideal == 0
          ? 0
          : gain(hits.stream().map(hit -> grades.getOrDefault(hit, 0)).toList()) / ideal;
    }
  },

  /** {@code map}: the mean, over the relevant articles, of the precision at their ranks. */
  MAP("MAP") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      double sum = 0;
      int found = 0;
      for (int rank = 1; rank <= hits.size(); rank++) {
        if (isRelevant(hits.get(rank - 1), grades)) {
          sum += (double) ++found / rank;
        }
      }
      return share(sum, relevant(grades));
    }
  },

  /** {@code recip_rank}: one by the rank of the first relevant hit; 0 where there is none. */
  MRR("MRR") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return reciprocalRank(hits, grades);
    }
  },

  /** {@link #MRR}, where a first relevant hit after the tenth counts 0. */
  MRR_10("MRR@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return reciprocalRank(first(10, hits), grades);
    }
  },

  /** {@code P_10}: the relevant ones among the first ten hits, by ten. */
  P_10("P@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return found(first(10, hits), grades) / 10.0;
    }
  },

  /** {@code P_30}: the relevant ones among the first thirty hits, by thirty. */
  P_30("P@30") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return found(first(30, hits), grades) / 30.0;
    }
  },

  /** {@code recall_100}: how many of the relevant articles are among the first hundred hits. */
  RECALL_100("recall@100") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return recall(100, hits, grades);
    }
  },

  /** {@code recall_1000}: how many of the relevant articles are among the first thousand hits. */
  RECALL_1000("recall@1000") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return recall(1000, hits, grades);
    }
  },

  /** {@code success_1}: whether the first hit is relevant. */
  SUCCESS_1("success@1") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return found(first(1, hits), grades);
    }
  },

  /** {@code success_10}: whether any of the first ten hits is relevant. */
  SUCCESS_10("success@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return Math.min(1, found(first(10, hits), grades));
    }
  },

  /**
   * How many of the first ten hits nobody judged: where they are many, the other measures say
   * little. 0 where there are no hits. Not of trec_eval.
   */
  UNJUDGED_10("unjudged@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      List<String> top = first(10, hits);
      double unjudged = top.stream().filter(hit -> !grades.containsKey(hit)).count();
      return share(unjudged, top.size());
    }
  };

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /** The name by which people know it, such as {@code nDCG@10}. */
  public String label() {
    return label;
  }

  /**
   * How good the hits of one topic are.
   *
   * @param hits the ids, best first, each once
   * @param grades the topic's grades by id
   */
  abstract double of(List<String> hits, Map<String, Integer> grades);

  private static boolean isRelevant(String hit, Map<String, Integer> grades) {
    return grades.getOrDefault(hit, 0) > 0;
  }

  private static long relevant(Map<String, Integer> grades) {
    return grades.values().stream().filter(grade -> grade > 0).count();
  }

  private static long found(List<String> hits, Map<String, Integer> grades) {
    return hits.stream().filter(hit -> isRelevant(hit, grades)).count();
  }

  private static List<String> first(int count, List<String> hits) {
    return hits.subList(0, Math.min(count, hits.size()));
  }

  private static double share(double part, long whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double recall(int depth, List<String> hits, Map<String, Integer> grades) {
    double found = found(first(depth, hits), grades);
    return share(found, relevant(grades));
  }

  private static double reciprocalRank(List<String> hits, Map<String, Integer> grades) {
    for (int rank = 1; rank <= hits.size(); rank++) {
      if (isRelevant(hits.get(rank - 1), grades)) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  /** What the first ten grades are worth in this order; a grade below 0 is worth nothing. */
  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(10, grades.size()); i++) {
      gain += Math.max(0, grades.get(i)) * Math.log(2) / Math.log(i + 2.0);
    }
    return gain;
  }
}
