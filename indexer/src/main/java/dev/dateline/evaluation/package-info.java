/**
 * How good is an order of hits? Topics are asked, {@link dev.dateline.evaluation.Judgments} say
 * which articles answer them, a {@link dev.dateline.evaluation.Run} is what was found, and each
 * {@link dev.dateline.evaluation.Measure} says how good it is. Files and definitions are those of
 * <a href="https://github.com/usnistgov/trec_eval">trec_eval</a>, so that it can check them.
 */
@NullMarked
package dev.dateline.evaluation;

import org.jspecify.annotations.NullMarked;
