package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.wordforms.WordForms;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The reference queries, which never change: over titles, which count four times, and bodies; a
 * flat list of clauses where the query allows it, which is the cheapest way to ask several fields.
 */
public final class FloorQueries {

  private static final float TITLE = 4;

  private FloorQueries() {}

  /** What is asked of the floor. */
  public static Query of(GeneratedQuery query) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    switch (query.kind()) {
      case COMMON_TERM, RARE_TERM, OR_2, OR_5, NEWEST, RECENT, FACETS ->
          query.words().forEach(word -> anywhere(word, clauses));
      case AND -> query.words().forEach(word -> clauses.add(anywhere(word), Occur.MUST));
      case PHRASE -> inBoth(field -> phrase(field, query, 0), clauses);
      case NEAR -> inBoth(field -> phrase(field, query, QueryClass.SLOP), clauses);
      case PREFIX ->
          inBoth(field -> new PrefixQuery(new Term(field, query.words().getFirst())), clauses);
      case FUZZY ->
          inBoth(field -> new FuzzyQuery(new Term(field, query.words().getFirst()), 1), clauses);
      case DATE_30_DAYS, DATE_2_YEARS -> {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        query.words().forEach(word -> anywhere(word, words));
        clauses.add(words.build(), Occur.MUST).add(span(query), Occur.FILTER);
      }
    }
    return clauses.build();
  }

  private interface InField {
    Query query(String field);
  }

  private static void inBoth(InField inField, BooleanQuery.Builder clauses) {
    clauses.add(new BoostQuery(inField.query("title"), TITLE), Occur.SHOULD);
    clauses.add(inField.query("body"), Occur.SHOULD);
  }

  private static Query phrase(String field, GeneratedQuery query, int slop) {
    String[] stems = query.words().stream().map(WordForms::stem).toArray(String[]::new);
    return new PhraseQuery(slop, field, stems);
  }

  private static Query span(GeneratedQuery query) {
    return LongField.newRangeQuery(
        FloorIndex.PUBLISHED, query.from().toEpochMilli(), query.until().toEpochMilli() - 1);
  }

  private static Query anywhere(String word) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    anywhere(word, clauses);
    return clauses.build();
  }

  private static void anywhere(String word, BooleanQuery.Builder clauses) {
    inBoth(field -> new TermQuery(new Term(field, WordForms.stem(word))), clauses);
  }
}
