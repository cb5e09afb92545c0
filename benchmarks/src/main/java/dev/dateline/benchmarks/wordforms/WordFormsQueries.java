package dev.dateline.benchmarks.wordforms;

import dev.dateline.benchmarks.corpus.NewsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/** Queries of several classes, drawn from the articles so that they match. */
final class WordFormsQueries {

  enum Kind {
    TERM,
    AND_2,
    OR_3,
    PHRASE_2,
    PREFIX_4
  }

  private static final Map<String, Float> WEIGHTS = Map.of("title", 4f, "summary", 2f, "body", 1f);

  private record Drawn(Kind kind, List<String> words) {}

  private final List<Drawn> drawn = new ArrayList<>();

  /** Draws {@code count} queries a kind, the same ones for the same articles. */
  WordFormsQueries(List<NewsText> texts, int count) {
    Random random = new Random(1);
    for (Kind kind : Kind.values()) {
      for (int left = count; left > 0; ) {
        List<String> text = WordForms.words(texts.get(random.nextInt(texts.size())).body());
        if (text.size() > 10) {
          drawn.add(new Drawn(kind, draw(kind, text, random)));
          left--;
        }
      }
    }
  }

  private static List<String> draw(Kind kind, List<String> text, Random random) {
    return switch (kind) {
      case TERM -> List.of(any(text, random));
      case AND_2 -> List.of(any(text, random), any(text, random));
      case OR_3 -> List.of(any(text, random), any(text, random), any(text, random));
      case PHRASE_2 -> {
        int start = random.nextInt(text.size() - 1);
        yield text.subList(start, start + 2);
      }
      case PREFIX_4 -> List.of(any(text, random).substring(0, 4));
    };
  }

  /** A word that a person might search for: four letters or more. */
  private static String any(List<String> text, Random random) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      String word = text.get(random.nextInt(text.size()));
      if (word.length() >= 4 && Character.isLetter(word.charAt(0))) {
        return word;
      }
    }
    return "none";
  }

  List<Query> of(Kind kind, WordForms forms) {
    return drawn.stream()
        .filter(query -> query.kind == kind)
        .map(query -> query(kind, query.words, forms))
        .toList();
  }

  private static Query query(Kind kind, List<String> words, WordForms forms) {
    return switch (kind) {
      case TERM -> anywhere(field -> forms.plain(field, words.getFirst()));
      case AND_2 -> all(words, forms, Occur.MUST);
      case OR_3 -> all(words, forms, Occur.SHOULD);
      case PHRASE_2 -> anywhere(field -> forms.phrase(field, words));
      case PREFIX_4 -> anywhere(field -> forms.prefix(field, words.getFirst()));
    };
  }

  private static Query all(List<String> words, WordForms forms, Occur occur) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach(word -> query.add(anywhere(field -> forms.plain(field, word)), occur));
    return query.build();
  }

  private interface InField {
    Query in(String field);
  }

  private static Query anywhere(InField part) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    WEIGHTS.forEach(
        (field, weight) -> query.add(new BoostQuery(part.in(field), weight), Occur.SHOULD));
    return query.build();
  }
}
