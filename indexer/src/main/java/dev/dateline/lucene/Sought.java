package dev.dateline.lucene;

import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.query.QueryNode;
import dev.dateline.query.TextPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * What one word or phrase of a query looks for in a text. It matches where the Lucene query of the
 * same word ({@link WordQueries}) does.
 *
 * @param fields where it is looked for
 * @param places its words and their positions, at least one
 * @param slop how many moves of a word by one position are allowed
 */
record Sought(Set<String> fields, List<Place> places, int slop) {

  /** Tests a word of a text. */
  interface Form {
    boolean is(SeenWord word);
  }

  /**
   * A word of it.
   *
   * @param beginning with which all words begin that match, folded; empty if that is not known
   */
  record Place(int position, String beginning, Form form) {}

  /** What a tree looks for, without what it excludes. */
  static List<Sought> of(QueryNode node, Collection<TextPart> searchIn) {
    return switch (node) {
      case QueryNode.All all -> ofEach(all.parts(), searchIn);
      case QueryNode.Any any -> ofEach(any.parts(), searchIn);
      case QueryNode.In in -> of(in.part(), in.where());
      case QueryNode.Word word ->
          Spellings.ofWord(word.text()).stream()
              .flatMap(text -> stems(text, fields(searchIn)).stream())
              .toList();
      case QueryNode.Phrase phrase -> written(phrase.text(), phrase.slop(), fields(searchIn));
      case QueryNode.Prefix prefix -> written(prefix.text() + "*", 0, fields(searchIn));
      case QueryNode.Fuzzy fuzzy -> fuzzy(fuzzy, fields(searchIn));
      default -> List.of();
    };
  }

  private static List<Sought> ofEach(List<QueryNode> parts, Collection<TextPart> searchIn) {
    return parts.stream().flatMap(part -> of(part, searchIn).stream()).toList();
  }

  private static Set<String> fields(Collection<TextPart> parts) {
    return Set.copyOf(Fields.of(parts));
  }

  private static List<Sought> stems(String text, Set<String> fields) {
    List<QueryWord> words = Analysis.words(text);
    if (words.size() == 1) {
      String english = words.getFirst().english();
      String neutral = words.getFirst().neutral();
      Form form = word -> word.hasStem(english) || word.hasStem(neutral);
      String beginning = Beginnings.ofStems(english, neutral);
      return List.of(new Sought(fields, List.of(new Place(0, beginning, form)), 0));
    }
    return Stream.<Function<QueryWord, String>>of(QueryWord::english, QueryWord::neutral)
        .flatMap(stem -> phrase(words, stem, fields).stream())
        .toList();
  }

  private static List<Sought> phrase(
      List<QueryWord> words, Function<QueryWord, String> stemOf, Set<String> fields) {
    List<Place> places = new ArrayList<>();
    for (QueryWord word : words) {
      String sought = stemOf.apply(word);
      String beginning = Beginnings.ofStems(sought, sought);
      places.add(new Place(word.position(), beginning, seen -> seen.hasStem(sought)));
    }
    return places.isEmpty() ? List.of() : List.of(new Sought(fields, places, 0));
  }

  private static List<Sought> written(String phrase, int slop, Set<String> fields) {
    return Spellings.ofPhrase(phrase).stream()
        .map(StarPhraseQuery.Place::of)
        .filter(places -> !places.isEmpty())
        .map(places -> new Sought(fields, placed(places), slop))
        .toList();
  }

  private static List<Place> placed(List<StarPhraseQuery.Place> places) {
    return places.stream().map(Sought::placed).toList();
  }

  private static Place placed(StarPhraseQuery.Place place) {
    String sought = place.written().substring(WordFormsFilter.MARK.length());
    Form form =
        place.isStart()
            ? word -> word.written().startsWith(sought)
            : word -> word.written().equals(sought);
    return new Place(place.position(), sought, form);
  }

  /** The last word with its edits, and as a phrase what stands before it. */
  private static List<Sought> fuzzy(QueryNode.Fuzzy fuzzy, Set<String> fields) {
    List<QueryWord> words = Analysis.words(fuzzy.text());
    if (words.isEmpty()) {
      return List.of();
    }
    CharacterRunAutomaton near =
        new CharacterRunAutomaton(
            new LevenshteinAutomata(words.getLast().neutral(), true).toAutomaton(fuzzy.edits()));
    List<Sought> sought = new ArrayList<>();
    sought.add(new Sought(fields, List.of(new Place(0, "", word -> near.run(word.written()))), 0));
    List<Place> before = new ArrayList<>();
    for (QueryWord word : words.subList(0, words.size() - 1)) {
      String same = word.neutral();
      before.add(new Place(word.position(), same, seen -> seen.written().equals(same)));
    }
    if (!before.isEmpty()) {
      sought.add(new Sought(fields, before, 0));
    }
    return sought;
  }
}
