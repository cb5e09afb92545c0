package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The words that tell what an article is about: those that it says often and that few others say,
 * over all of its parts. A word weighs as much as in BM25: its saturated frequency times the
 * inverse of that of the articles that have it.
 *
 * @param words the most telling ones, that first
 */
record TellingWords(List<Weighed> words) {

  /**
   * A word of the article.
   *
   * @param stem its term
   * @param word one of its forms, as it is written
   * @param frequency how often the article has it, saturated: below 1
   * @param rarity BM25's inverse document frequency
   */
  record Weighed(String stem, String word, double frequency, double rarity) {
    double weight() {
      return frequency * rarity;
    }
  }

  /** With one word in common, two articles are about different things. Not fitted. */
  private static final int FEWEST_SHARED = 2;

  /** How often a stem occurs, and a word that has it. */
  private record Seen(String word, int times) {
    Seen plus(Seen more) {
      return new Seen(word, times + more.times);
    }
  }

  static TellingWords of(Article article, IndexReader reader) throws IOException {
    Map<String, Seen> seen = new HashMap<>();
    add(seen, Fields.TITLE, article.title(), article.language());
    add(seen, Fields.ORIGINAL_TITLE, article.originalTitle(), article.language());
    add(seen, Fields.SUMMARY, article.summary(), article.language());
    add(seen, Fields.TAKEAWAYS, String.join("\n", article.takeaways()), article.language());
    add(seen, Fields.BODY, String.join("\n", article.body()), article.language());
    for (Part part : article.parts()) {
      add(seen, Fields.PARTS, part.text(), article.language());
    }
    CharArraySet functionWords = FunctionWords.of(article.language());
    Rarity rarities = new Rarity(reader);
    List<Weighed> telling = new ArrayList<>();
    for (Map.Entry<String, Seen> each : seen.entrySet()) {
      Seen word = each.getValue();
      double rarity = rarities.telling(each.getKey(), 1);
      if (rarity > 0 && !functionWords.contains(word.word())) {
        double frequency = word.times() / (word.times() + Ranking.TELLING_SATURATION);
        telling.add(new Weighed(each.getKey(), word.word(), frequency, rarity));
      }
    }
    return new TellingWords(
        telling.stream()
            .sorted(
                Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::stem))
            .limit(Ranking.TELLING_WORDS)
            .toList());
  }

  private static void add(
      Map<String, Seen> seen, String field, @Nullable String text, @Nullable String language)
      throws IOException {
    if (text == null) {
      return;
    }
    String read = text.substring(0, Math.min(Ranking.MOST_CHARACTERS, text.length()));
    try (TokenStream stream = Analysis.of(language).tokenStream(field, read)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      String written = "";
      while (stream.incrementToken()) {
        String form = term.toString();
        if (form.startsWith(WordFormsFilter.MARK)) {
          written = form.substring(WordFormsFilter.MARK.length());
        } else {
          seen.merge(form, new Seen(written, Ranking.times(field)), Seen::plus);
        }
      }
      stream.end();
    }
  }

  /** Articles with several of these words, scored by all of them. */
  Query query() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Weighed each : words) {
      Query word = new TermQuery(new Term(Fields.WORDS, each.stem()));
      // Its rarity is in the score of the article that is found already.
      any.add(new BoostQuery(word, (float) each.frequency()), Occur.SHOULD);
    }
    return any.setMinimumNumberShouldMatch(Math.min(FEWEST_SHARED, words.size())).build();
  }

  /** The same in the query language, for people who want to go on from there. */
  QueryNode node() {
    List<QueryNode> any = new ArrayList<>();
    words.forEach(each -> any.add(new QueryNode.Word(each.word())));
    return switch (any.size()) {
      case 0 -> new QueryNode.Nothing();
      case 1 -> any.getFirst();
      default -> new QueryNode.Any(any);
    };
  }
}
