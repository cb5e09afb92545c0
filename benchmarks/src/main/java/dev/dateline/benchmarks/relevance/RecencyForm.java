package dev.dateline.benchmarks.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A way to prefer what is fresh that was tried: a score rises by a share of itself, which falls
 * with age.
 *
 * @param rise the share for what is brand-new
 * @param days the age at which half of it is left
 */
record RecencyForm(Fall fall, double rise, double days) {

  /** How the preference falls with age. */
  enum Fall {
    /** By half with each span. */
    HALVING {
      @Override
      double left(double spans) {
        return Math.pow(2, -spans);
      }
    },
    /** As one by the age. */
    RECIPROCAL {
      @Override
      double left(double spans) {
        return 1 / (1 + spans);
      }
    },
    /** As one by the root of the age. */
    ROOT {
      @Override
      double left(double spans) {
        return 1 / Math.sqrt(1 + 3 * spans);
      }
    },
    /** As one by the fourth root of the age. */
    FOURTH_ROOT {
      @Override
      double left(double spans) {
        return Math.pow(1 + 15 * spans, -0.25);
      }
    };

    /** What is left of the preference, from 1 to 0, at so many spans of half of it. */
    abstract double left(double spans);
  }

  /** All that is measured. */
  static List<RecencyForm> all() {
    List<RecencyForm> all = new ArrayList<>(List.of(new RecencyForm(Fall.HALVING, 0, 14)));
    for (double rise : new double[] {0.2, 0.3, 0.4}) {
      all.add(new RecencyForm(Fall.HALVING, rise, 14));
      all.add(new RecencyForm(Fall.HALVING, rise, 90));
      all.add(new RecencyForm(Fall.RECIPROCAL, rise, 14));
      all.add(new RecencyForm(Fall.RECIPROCAL, rise, 30));
      all.add(new RecencyForm(Fall.ROOT, rise, 7));
      all.add(new RecencyForm(Fall.ROOT, rise, 21));
      all.add(new RecencyForm(Fall.ROOT, rise, 90));
      all.add(new RecencyForm(Fall.FOURTH_ROOT, rise, 30));
    }
    return all;
  }

  /** What a score is multiplied by at an age in days, which is at least 0. */
  double factor(double age) {
    return 1 + rise * fall.left(age / days);
  }

  @Override
  public String toString() {
    return rise == 0
        ? "off"
        : String.format(
            Locale.ROOT, "%s %.1f, %.0f d", fall.name().toLowerCase(Locale.ROOT), rise, days);
  }
}
