package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.lucene.Analysis.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Pseudo-relevance feedback: what the best hits of a query say more often than other articles do is
 * taken for part of the question. The relevance model RM3 (Abdul-Jaleel et al. 2004), with words
 * chosen and weighed by their rarity too, over BM25. It changes the order of what matches, not what
 * matches; it costs the analysis of a few articles and a second, longer query. Used once.
 */
final class Feedback {

  /** Text of an article that is read, in characters: its later paragraphs say little new. */
  private static final int MOST_CHARACTERS = 20_000;

  /** A word of more articles than this share of all tells nothing about a subject. */
  private static final double COMMON = 0.1;

  private final IndexSearcher searcher;
  private final Strength strength;
  private final Map<String, Candidate> candidates = new HashMap<>();

  private Feedback(IndexSearcher searcher, Strength strength) {
    this.searcher = searcher;
    this.strength = strength;
  }

  /**
   * How much the best hits have to say.
   *
   * @param words how many of their words join the question
   * @param share what these weigh of all, from 0 to below 1
   * @param trust a hit speaks with its score to this power: the best ones most
   */
  record Strength(int words, double share, double trust) {}

  /** A stem of the best hits: a word that has it, and what it weighs in them. */
  private record Candidate(String stem, String word, double weight) {
    Candidate plus(Candidate other) {
      return new Candidate(stem, word, weight + other.weight);
    }

    Candidate times(double factor) {
      return new Candidate(stem, word, weight * factor);
    }
  }

  /**
   * A query that was widened.
   *
   * @param query matches what the query matched
   * @param words what was added to the question, most telling first
   */
  record Widened(Query query, List<String> words) {}

  /**
   * Widens a query.
   *
   * @param query scores and filters as it was asked
   * @param asked how many words were asked
   */
  static Widened widen(IndexSearcher searcher, Query query, long asked, Strength strength)
      throws IOException {
    Feedback feedback = new Feedback(searcher, strength);
    ScoreDoc[] best = searcher.search(query, Ranking.FEEDBACK_ARTICLES).scoreDocs;
    for (ScoreDoc hit : best) {
      // In relation to the best one, so that no power of a score is out of range.
      double trust = Math.pow(hit.score / best[0].score, strength.trust());
      feedback.read(ArticleDocument.read(searcher.storedFields(), hit.doc), trust);
    }
    return feedback.widened(query, asked);
  }

  /** Adds the words of an article, which together weigh as much as it is trusted. */
  private void read(Article article, double trust) {
    boolean english = Analysis.isEnglish(article.language());
    List<QueryWord> words = Analysis.words(text(article));
    for (QueryWord word : words) {
      String stem = english ? word.english() : word.neutral();
      Candidate candidate = new Candidate(stem, word.neutral(), trust / words.size());
      candidates.merge(stem, candidate, Candidate::plus);
    }
  }

  /** Title twice, as it counts. */
  private static String text(Article article) {
    List<String> texts = new ArrayList<>();
    if (article.title() != null) {
      texts.addAll(List.of(article.title(), article.title()));
    }
    if (article.summary() != null) {
      texts.add(article.summary());
    }
    texts.addAll(article.body());
    String text = String.join("\n", texts);
    return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
  }

  private Widened widened(Query query, long asked) throws IOException {
    List<Candidate> chosen = chosen();
    double sum = chosen.stream().mapToDouble(Candidate::weight).sum();
    double all = asked * strength.share() / (1 - strength.share());
    BooleanQuery.Builder widened = new BooleanQuery.Builder().add(query, Occur.MUST);
    for (Candidate each : chosen) {
      Query word = new TermQuery(new Term(Fields.WORDS, each.stem()));
      widened.add(new BoostQuery(word, (float) (all * each.weight() / sum)), Occur.SHOULD);
    }
    return new Widened(widened.build(), chosen.stream().map(Candidate::word).toList());
  }

  /** The most telling words, each weighed by its rarity. */
  private List<Candidate> chosen() throws IOException {
    List<Candidate> telling = new ArrayList<>();
    for (Candidate each : candidates.values()) {
      telling.add(each.times(rarity(each.stem())));
    }
    return telling.stream()
        .filter(each -> each.weight() > 0)
        .sorted(
            Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(Candidate::stem))
        .limit(strength.words())
        .toList();
  }

  /** BM25's inverse document frequency; 0 for numbers, and for what is too common or unique. */
  private double rarity(String stem) throws IOException {
    if (stem.length() < 2 || !stem.chars().allMatch(Character::isLetter)) {
      return 0;
    }
    double having = searcher.getIndexReader().docFreq(new Term(Fields.WORDS, stem));
    double articles = searcher.getIndexReader().maxDoc();
    return having < 2 || having > COMMON * articles
        ? 0
        : Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  }
}
