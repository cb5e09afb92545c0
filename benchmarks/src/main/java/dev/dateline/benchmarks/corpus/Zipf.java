package dev.dateline.benchmarks.corpus;

import java.util.Arrays;
import java.util.Random;

/**
 * Draws ranks by the Zipf-Mandelbrot law: rank {@code r}, from 0, comes with a frequency
 * proportional to {@code 1 / (r + 1 + shift)^exponent}, as words do in running text. Safe for use
 * by many threads.
 */
final class Zipf {

  private final double[] cumulative;

  /**
   * @param ranks how many ranks there are, 1 or more
   * @param exponent how steeply frequencies fall; about 1 for words
   * @param shift how far the first ranks are evened out; 0 for none
   */
  Zipf(int ranks, double exponent, double shift) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1 / StrictMath.pow(rank + 1 + shift, exponent);
      cumulative[rank] = sum;
    }
  }

  int next(Random random) {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return found >= 0 ? Math.min(found + 1, cumulative.length - 1) : -found - 1;
  }
}
