package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.lucene.Analysis.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Pseudo-relevance feedback: what the best hits of a query say more often than other articles do.
 * The relevance model RM3 (Abdul-Jaleel et al. 2004), with words chosen and weighed by their rarity
 * too, over BM25. Used once.
 */
final class Feedback {

  /** What fewer articles have is no word of a subject. */
  private static final int FEWEST = 2;

  private static final Comparator<TellingWord> MOST_TELLING =
      Comparator.comparingDouble(TellingWord::weight).reversed().thenComparing(TellingWord::stem);

  private final Voice voice;
  private final Map<String, TellingWord> words = new HashMap<>();

  private Feedback(Voice voice) {
    this.voice = voice;
  }

  /**
   * How much the best hits have to say.
   *
   * @param articles how many of them are heard
   * @param words how many of their words are heard
   * @param trust a hit speaks with its score to this power: the best ones most
   */
  record Voice(int articles, int words, double trust) {}

  /** A stem of the best hits: a word that has it, and what it weighs in them. */
  record TellingWord(String stem, String word, double weight) {
    private TellingWord plus(TellingWord other) {
      return new TellingWord(stem, word, weight + other.weight);
    }

    private TellingWord weighing(double telling) {
      return new TellingWord(stem, word, telling);
    }
  }

  /**
   * The words of the best hits, most telling first, by all that they say.
   *
   * @param hits best first
   */
  static List<TellingWord> words(Rarity rarity, ReadArticles articles, ScoreDoc[] hits, Voice voice)
      throws IOException {
    Feedback feedback = new Feedback(voice);
    for (int hit = 0; hit < Math.min(voice.articles, hits.length); hit++) {
      feedback.hear(articles.of(hits[hit].doc), trust(hits, hit, voice));
    }
    return feedback.chosen(rarity);
  }

  /**
   * The same by what they say first.
   *
   * @param gists of the hits
   */
  static List<TellingWord> words(Rarity rarity, BytesRef[] gists, ScoreDoc[] hits, Voice voice)
      throws IOException {
    Feedback feedback = new Feedback(voice);
    for (int hit = 0; hit < Math.min(voice.articles, hits.length); hit++) {
      feedback.hear(Gist.read(gists[hit]), trust(hits, hit, voice));
    }
    return feedback.chosen(rarity);
  }

  /** In relation to the best one, so that no power of a score is out of range. */
  private static double trust(ScoreDoc[] hits, int hit, Voice voice) {
    return Math.pow(HitOrder.score(hits[hit]) / HitOrder.score(hits[0]), voice.trust);
  }

  /** Articles with any of the words, which together have this weight. */
  static BooleanQuery.Builder query(List<TellingWord> words, double weight) {
    double sum = words.stream().mapToDouble(TellingWord::weight).sum();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (TellingWord each : words) {
      Query word = new TermQuery(new Term(Fields.WORDS, each.stem()));
      any.add(new BoostQuery(word, (float) (weight * each.weight() / sum)), Occur.SHOULD);
    }
    return any;
  }

  /** Adds the words of an article, which together weigh as much as it is trusted. */
  private void hear(Article article, double trust) {
    boolean english = Analysis.isEnglish(article.language());
    List<QueryWord> said = Analysis.words(text(article));
    for (QueryWord word : said) {
      String stem = english ? word.english() : word.neutral();
      TellingWord telling = new TellingWord(stem, word.neutral(), trust / said.size());
      words.merge(stem, telling, TellingWord::plus);
    }
  }

  private void hear(Map<String, Integer> gist, double trust) {
    double all = gist.values().stream().mapToInt(Integer::intValue).sum();
    gist.forEach(
        (stem, times) ->
            words.merge(stem, new TellingWord(stem, stem, trust * times / all), TellingWord::plus));
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
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < texts.size() && text.length() < Ranking.MOST_CHARACTERS; i++) {
      text.append(texts.get(i)).append('\n');
    }
    return text.substring(0, Math.min(Ranking.MOST_CHARACTERS, text.length()));
  }

  /**
   * The most telling words, each weighed by its rarity. The heaviest are looked at first, and no
   * more than could be among these: what a word can weigh has a bound before its rarity is known.
   */
  private List<TellingWord> chosen(Rarity rarity) throws IOException {
    double highest = rarity.of(FEWEST);
    PriorityQueue<TellingWord> chosen = new PriorityQueue<>(MOST_TELLING.reversed());
    PriorityQueue<TellingWord> heaviest = new PriorityQueue<>(MOST_TELLING);
    heaviest.addAll(words.values());
    for (TellingWord each = heaviest.poll(); each != null; each = heaviest.poll()) {
      double least = chosen.size() == voice.words ? chosen.element().weight() : 0;
      if (each.weight() * highest < least) {
        break;
      }
      double telling = rarity.telling(each.weight(), each.stem(), Ranking.COMMON, least);
      if (telling > 0) {
        chosen.add(each.weighing(telling));
      }
      if (chosen.size() > voice.words) {
        chosen.remove();
      }
    }
    return chosen.stream().sorted(MOST_TELLING).toList();
  }
}
