package dev.dateline.benchmarks.relevance;

import dev.dateline.benchmarks.wordforms.WordForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A way to rank that was tried, in bare Lucene, with any word sufficing.
 *
 * @param fields how the fields combine
 * @param title how often a word of the title counts, or the weight of its field in a sum
 * @param repeated whether a word that is typed twice counts twice
 * @param written the weight of a word as written beside its stem
 * @param near the weight of two neighbouring words within a span of eight
 */
record RankingVariant(
    Fields fields, float title, float k1, float b, boolean repeated, float written, float near) {

  /** Two words with up to so many moves between them are near. */
  private static final int SPAN = 8;

  /** How scores of several fields come together. */
  enum Fields {
    /** One field that holds the words of all, those of the title as often as they count. */
    ONE,
    /** The sum of the fields' scores. */
    SUM,
    /** The best of the fields' scores. */
    BEST,
    /** BM25F. */
    COMBINED
  }

  /** What is used. */
  private static final RankingVariant USED =
      new RankingVariant(Fields.ONE, 2, 0.9f, 0.5f, false, 0, 0);

  /** All that is measured, the one that is used first. */
  static Map<String, RankingVariant> all() {
    Map<String, RankingVariant> all = new LinkedHashMap<>();
    all.put("one field, title twice (used)", USED);
    all.put("title once", USED.with(Fields.ONE, 1));
    all.put("title three times", USED.with(Fields.ONE, 3));
    all.put("repeated words count", new RankingVariant(Fields.ONE, 2, 0.9f, 0.5f, true, 0, 0));
    all.put("k1 0.6", USED.with(0.6f, 0.5f));
    all.put("k1 1.2", USED.with(1.2f, 0.5f));
    all.put("b 0.3", USED.with(0.9f, 0.3f));
    all.put("b 0.4 (published)", USED.with(0.9f, 0.4f));
    all.put("b 0.6", USED.with(0.9f, 0.6f));
    all.put("k1 1.2, b 0.75 (Lucene)", USED.with(1.2f, 0.75f));
    all.put("sum, title 4 (before)", USED.with(Fields.SUM, 4));
    all.put("sum, title 1", USED.with(Fields.SUM, 1));
    all.put("sum, title 0.5", USED.with(Fields.SUM, 0.5f));
    all.put("best field, title 1", USED.with(Fields.BEST, 1));
    all.put("combined (BM25F), title 2", USED.with(Fields.COMBINED, 2));
    all.put("as written 0.2", USED.withEvidence(0.2f, 0));
    all.put("near 0.1", USED.withEvidence(0, 0.1f));
    all.put("as written 0.2, near 0.1", USED.withEvidence(0.2f, 0.1f));
    return all;
  }

  private RankingVariant with(Fields fields, float title) {
    return new RankingVariant(fields, title, k1, b, repeated, written, near);
  }

  private RankingVariant with(float k1, float b) {
    return new RankingVariant(fields, title, k1, b, repeated, written, near);
  }

  private RankingVariant withEvidence(float written, float near) {
    return new RankingVariant(fields, title, k1, b, repeated, written, near);
  }

  /**
   * A question as a query.
   *
   * @param bodyOnly whether titles are not looked at
   */
  Query query(String question, boolean bodyOnly) {
    List<String> words = WordForms.words(question);
    List<String> stems = words.stream().map(WordForms::stem).toList();
    List<String> places = bodyOnly ? List.of("body") : List.of("title", "body");
    List<Query> clauses = new ArrayList<>();
    stems.forEach(stem -> clauses.add(word(stem, places)));
    if (written > 0) {
      words.forEach(
          word -> clauses.add(boosted(new Term(one(bodyOnly) + WordForms.WRITTEN, word), written)));
    }
    for (int i = 1; near > 0 && i < stems.size(); i++) {
      for (String field : places) {
        Query pair = new PhraseQuery(SPAN, field, stems.get(i - 1), stems.get(i));
        clauses.add(new BoostQuery(pair, near));
      }
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    (repeated ? clauses.stream() : clauses.stream().distinct())
        .forEach(clause -> any.add(clause, Occur.SHOULD));
    return any.build();
  }

  private Query word(String stem, List<String> places) {
    return switch (fields) {
      case ONE -> new TermQuery(new Term(one(places.size() == 1), stem));
      case SUM -> {
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        weighted(stem, places).forEach(each -> sum.add(each, Occur.SHOULD));
        yield sum.build();
      }
      case BEST -> new DisjunctionMaxQuery(weighted(stem, places), 0);
      case COMBINED -> {
        CombinedFieldQuery.Builder combined = new CombinedFieldQuery.Builder(stem);
        places.forEach(field -> combined.addField(field, field.equals("title") ? title : 1));
        yield combined.build();
      }
    };
  }

  private String one(boolean bodyOnly) {
    return bodyOnly ? "body" : RelevanceIndex.all(Math.round(title));
  }

  private List<Query> weighted(String stem, List<String> places) {
    return places.stream()
        .<Query>map(field -> boosted(new Term(field, stem), field.equals("title") ? title : 1))
        .toList();
  }

  private static Query boosted(Term term, float weight) {
    return new BoostQuery(new TermQuery(term), weight);
  }
}
