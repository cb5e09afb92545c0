package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * A phrase in which some words are given by their beginnings: {@code "climate chang*"}. They are
 * looked up as the query is run, so that it counts as one clause.
 */
final class StarPhraseQuery extends Query {

  private final String field;
  private final List<Place> places;
  private final int slop;
  private final Expansions expansions;

  StarPhraseQuery(String field, List<Place> places, int slop, Expansions expansions) {
    this.field = field;
    this.places = List.copyOf(places);
    this.slop = slop;
    this.expansions = expansions;
  }

  /**
   * A word of a phrase.
   *
   * @param position its position among the words
   * @param written its term as written
   * @param isStart whether any word that starts so will do
   */
  record Place(int position, String written, boolean isStart) {

    /** The places of a phrase's words, as {@code QueryNode.Phrase} has them. */
    static List<Place> of(String phrase) {
      List<Place> places = new ArrayList<>();
      int position = 0;
      for (String piece : phrase.split(" ", -1)) {
        List<Analysis.QueryWord> words = Analysis.words(piece);
        for (Analysis.QueryWord word : words) {
          boolean isStart = piece.endsWith("*") && word.equals(words.getLast());
          places.add(new Place(position + word.position(), word.written(), isStart));
        }
        boolean isGap = piece.equals("*");
        position += isGap ? 1 : words.isEmpty() ? 0 : words.getLast().position() + 1;
      }
      return places;
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
    for (Place place : places) {
      Term term = new Term(field, place.written());
      Term[] terms =
          place.isStart() ? expansions.of(searcher.getIndexReader(), term) : new Term[] {term};
      if (terms.length == 0) {
        return new MatchNoDocsQuery("no word starts so").createWeight(searcher, mode, boost);
      }
      phrase.add(terms, place.position());
    }
    return searcher.rewrite(phrase.build()).createWeight(searcher, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof StarPhraseQuery phrase
        && field.equals(phrase.field)
        && places.equals(phrase.places)
        && slop == phrase.slop;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, places, slop);
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + places + "~" + slop;
  }
}
