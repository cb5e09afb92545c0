package dev.dateline.lucene;

import dev.dateline.article.Urls;
import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.lucene.StarPhraseQuery.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words of a query as Lucene queries over some text fields. A single word that may be in any of
 * them is looked for in all together. What is looked for in some fields, or needs the places of
 * words, scores the sum of what it scores in each; of the two titles, which say nearly the same,
 * only the better one counts.
 */
final class WordQueries {

  /** More than any words score, so that an address finds its own article first. */
  private static final float ITSELF = 100;

  private final List<String> fields;
  private final int fuzzyExpansions;
  private final Expansions expansions;

  /**
   * Words in some fields.
   *
   * @param fuzzyExpansions how many terms a fuzzy word may stand for in a field; the nearest are
   *     taken
   * @param expansions looks up beginnings and fuzzy words
   */
  WordQueries(List<String> fields, int fuzzyExpansions, Expansions expansions) {
    this.fields = fields;
    this.fuzzyExpansions = fuzzyExpansions;
    this.expansions = expansions;
  }

  /** What a text asks of one field. */
  private interface InField {
    Query query(String field);
  }

  /**
   * Articles with the word in any inflected form; a text of several words, such as {@code AC/DC},
   * as a phrase.
   */
  Query inflected(String text) {
    return best(Spellings.ofWord(text).stream().map(this::asSpelled).toList());
  }

  private Query asSpelled(String text) {
    List<QueryWord> words = Analysis.words(text);
    return switch (words.size()) {
      case 0 -> new MatchNoDocsQuery("nothing to look for in " + text);
      case 1 -> anywhere(field -> stems(field, words.getFirst()));
      default -> everywhere(field -> stemPhrase(field, words));
    };
  }

  /** The article at an address, and those with the address in their text. */
  Query address(String address) {
    String url = address.contains("://") ? address : "https://" + address;
    Query itself = new TermQuery(new Term(Fields.URL, Urls.canonical(url)));
    return new BooleanQuery.Builder()
        .add(new BoostQuery(new ConstantScoreQuery(itself), ITSELF), Occur.SHOULD)
        .add(inflected(address), Occur.SHOULD)
        .build();
  }

  /** Articles with the words as written, in this order; a star stands for letters, or a word. */
  Query phrase(String text, int slop) {
    return best(Spellings.ofPhrase(text).stream().map(each -> asTyped(each, slop)).toList());
  }

  private Query asTyped(String text, int slop) {
    List<Place> places = Place.of(text);
    return places.isEmpty()
        ? new MatchNoDocsQuery("nothing to look for in " + text)
        : places.size() == 1
            ? asWritten(places.getFirst())
            : everywhere(field -> phrase(field, places, slop, expansions));
  }

  /** An article scores as it spells best. */
  private static Query best(List<Query> spellings) {
    return spellings.size() == 1 ? spellings.getFirst() : new DisjunctionMaxQuery(spellings, 0);
  }

  /** Articles with a word, as written, that starts so, after the words that stand before it. */
  Query prefix(String text) {
    return phrase(text + "*", 0);
  }

  /**
   * Articles with a word, as written, that is at most so many edits away. The mark is no part of
   * the word.
   */
  Query fuzzy(String text, int edits) {
    List<QueryWord> words = Analysis.words(text);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for in " + text);
    }
    String last = words.getLast().written();
    if (words.size() == 1) {
      return anywhere(field -> fuzzy(new Term(field, last), edits));
    }
    List<QueryWord> before = words.subList(0, words.size() - 1);
    return everywhere(
        field ->
            new BooleanQuery.Builder()
                .add(phrase(field, before, QueryWord::written), Occur.MUST)
                .add(fuzzy(new Term(field, last), edits), Occur.MUST)
                .build());
  }

  /** How many fields a fuzzy word is looked up in. */
  static int fieldsOfFuzzy(String text, List<String> fields) {
    return fields.equals(Fields.TEXT) && Analysis.words(text).size() == 1 ? 1 : fields.size();
  }

  /** The word as it was typed counts more than all that it may stand for. */
  private Query fuzzy(Term term, int edits) {
    Query near = expansions.near(term, edits, fuzzyExpansions);
    return new DisjunctionMaxQuery(
        List.of(new TermQuery(term), new BoostQuery(near, Ranking.SPELLED_NEARLY)), 0);
  }

  /** Of the words that begin so, none is worth more than another; a title is worth more. */
  private Query asWritten(Place place) {
    Query words = anywhere(field -> phrase(field, List.of(place), 0, expansions));
    if (!place.isStart() || !fields.equals(Fields.TEXT)) {
      return words;
    }
    Query title = expansions.starting(new Term(Fields.TITLE, place.written()));
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(new BoostQuery(title, Ranking.weight(Fields.TITLE)), Occur.SHOULD)
        .build();
  }

  /** What needs no place, in one field for all if all are looked at. */
  private Query anywhere(InField inField) {
    return fields.equals(Fields.TEXT) ? inField.query(Fields.WORDS) : everywhere(inField);
  }

  private Query everywhere(InField inField) {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    List<Query> titles = new ArrayList<>();
    for (String field : fields) {
      Query weighted = new BoostQuery(inField.query(field), Ranking.weight(field));
      if (field.equals(Fields.TITLE) || field.equals(Fields.ORIGINAL_TITLE)) {
        titles.add(weighted);
      } else {
        sum.add(weighted, Occur.SHOULD);
      }
    }
    if (!titles.isEmpty()) {
      sum.add(
          titles.size() == 1 ? titles.getFirst() : new DisjunctionMaxQuery(titles, 0),
          Occur.SHOULD);
    }
    return sum.build();
  }

  private static Query stems(String field, QueryWord word) {
    Term english = new Term(field, word.english());
    return word.isInflected()
        ? new StemQuery(english, new Term(field, word.neutral()))
        : new TermQuery(english);
  }

  /** The words one after another, in English articles as in those of other languages. */
  private static Query stemPhrase(String field, List<QueryWord> words) {
    Query english = phrase(field, words, QueryWord::english);
    if (words.stream().noneMatch(QueryWord::isInflected)) {
      return english;
    }
    return new BooleanQuery.Builder()
        .add(english, Occur.SHOULD)
        .add(phrase(field, words, QueryWord::neutral), Occur.SHOULD)
        .build();
  }

  private static Query phrase(
      String field, List<QueryWord> words, Function<QueryWord, String> form) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(new Term(field, form.apply(word)), word.position()));
    return phrase.build();
  }

  /** At least one word as written, at these places in one field. */
  static Query phrase(String field, List<Place> places, int slop, Expansions expansions) {
    if (places.size() == 1) {
      Term term = new Term(field, places.getFirst().written());
      return places.getFirst().isStart() ? expansions.starting(term) : new TermQuery(term);
    }
    if (places.stream().anyMatch(Place::isStart)) {
      return new StarPhraseQuery(field, places, slop, expansions);
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    places.forEach(place -> phrase.add(new Term(field, place.written()), place.position()));
    return phrase.build();
  }
}
