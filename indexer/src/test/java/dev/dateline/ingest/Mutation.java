package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A way to break a document. Its bytes are written as the characters of ISO 8859-1. */
sealed interface Mutation {

  /** Broken documents do not grow beyond this. */
  int LONGEST = 1 << 16;

  String of(String document);

  /** Puts a piece in the place of another, either of which may be empty. */
  record Put(int at, int length, String piece) implements Mutation {
    @Override
    public String of(String document) {
      int from = place(at, document);
      return document.substring(0, from) + piece + document.substring(end(from, length, document));
    }
  }

  /** Puts a piece in the place of a word or a quoted text. */
  record Swap(int number, String piece) implements Mutation {

    private static final Pattern WORD = Pattern.compile("\"[^\"]{0,200}\"|[\\w.:+/-]+");

    @Override
    public String of(String document) {
      List<MatchResult> words = WORD.matcher(document).results().toList();
      if (words.isEmpty()) {
        return piece;
      }
      MatchResult word = words.get(number % words.size());
      return document.substring(0, word.start()) + piece + document.substring(word.end());
    }
  }

  /** Writes a piece several times. */
  record Repeat(int at, int length, int times) implements Mutation {
    @Override
    public String of(String document) {
      int from = place(at, document);
      int to = end(from, length, document);
      int fitting = (LONGEST - document.length()) / Math.max(1, to - from);
      return document.substring(0, to)
          + document.substring(from, to).repeat(Math.clamp(fitting, 0, times))
          + document.substring(to);
    }
  }

  /** Ends in the middle. */
  record Cut(int at) implements Mutation {
    @Override
    public String of(String document) {
      return document.substring(0, place(at, document));
    }
  }

  /** Goes on as another document. */
  record Splice(int at, String name, int otherAt) implements Mutation {
    @Override
    public String of(String document) {
      String other = new String(SeedDocuments.ALL.get(name), ISO_8859_1);
      return document.substring(0, place(at, document)) + other.substring(place(otherAt, other));
    }
  }

  private static int place(int at, String document) {
    return at % (document.length() + 1);
  }

  private static int end(int from, int length, String document) {
    return Math.min(document.length(), from + length);
  }
}
