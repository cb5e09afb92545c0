package dev.dateline.lucene;

import static java.util.stream.Collectors.joining;

import dev.dateline.index.SuggestRequest;
import dev.dateline.index.SuggestResult;
import dev.dateline.index.Suggestion;
import dev.dateline.index.Suggestion.Kind;
import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.lucene.Candidates.Candidate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question for suggestions. What may be suggested comes from memory ({@link Candidates}), and
 * titles from the index; each that is shown was counted first among the articles that can be found
 * ({@link Suggested}), so that none speaks of others. Used once.
 */
final class Suggest {

  /**
   * With fewer suggestions than this, what was typed is taken for more than a phrase, or misspelt.
   */
  private static final int FEW = 3;

  private final Views.View view;
  private final SuggestRequest request;
  private final TypedText typed;
  private final Suggestions known;
  private final Instant now = Instant.now();
  private final Suggested suggested;
  private final Titles titles;
  private final long start = System.nanoTime();
  private final List<Suggestion> suggestions = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();

  Suggest(Views.View view, Suggestions known, SuggestRequest request) {
    this.view = view;
    this.known = known;
    this.request = request;
    this.typed = TypedText.of(request.text());
    this.suggested = new Suggested(view.searcher(), now);
    this.titles = new Titles(view.searcher(), this::candidates, suggested, now);
  }

  /** Gives suggestions one after another, and null after the last. */
  interface Source {
    @Nullable Suggestion next() throws IOException;
  }

  SuggestResult answer() throws IOException {
    if (!typed.isEmpty()) {
      String key = typed.key();
      take(sources(candidates(key).startingWith(key, request.limit()), key));
      if (suggestions.size() < FEW && request.kinds().contains(Kind.PHRASE)) {
        take(List.of(longer()));
      }
      int asTyped = suggestions.size();
      if (asTyped < FEW) {
        takeCorrected();
      }
      Comparator<Suggestion> byKind = Comparator.comparing(Suggestion::kind);
      suggestions.subList(0, asTyped).sort(byKind);
      suggestions.subList(asTyped, suggestions.size()).sort(byKind);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new SuggestResult(request.text(), suggestions, took, Long.toString(view.generation()));
  }

  private Candidates candidates(String start) throws IOException {
    return known.of(view, start, now);
  }

  /** Takes from each source in turn, until there are enough or all are at their end. */
  private void take(List<Source> sources) throws IOException {
    List<Source> open = new ArrayList<>(sources);
    while (!open.isEmpty()) {
      for (Iterator<Source> each = open.iterator(); each.hasNext(); ) {
        if (suggestions.size() == request.limit()) {
          return;
        }
        Suggestion next = each.next().next();
        if (next == null) {
          each.remove();
        } else if (shown.add(name(next.kind(), next.text()))) {
          suggestions.add(next);
        }
      }
    }
  }

  /** A source for each kind that is asked for. */
  private List<Source> sources(Map<Kind, List<Candidate>> found, String text) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Kind kind : request.kinds()) {
      sources.add(
          kind == Kind.TITLE
              ? titles.of(TypedText.of(text), request.limit())
              : counted(found.getOrDefault(kind, List.of())));
    }
    return sources;
  }

  private Source counted(List<Candidate> found) {
    return each(
        suggested.telling(found),
        each -> {
          SuggestionTerm term = each.term();
          return shown.contains(name(term.kind(), term.written())) ? null : suggested.of(each);
        });
  }

  /**
   * More words than a phrase of the index has, or first ones that begin none: the last of them go
   * on as a phrase, where articles have all of them in a row.
   */
  private Source longer() throws IOException {
    String written = typed.written();
    Set<String> texts = new LinkedHashSet<>();
    for (int blank = written.indexOf(' '); blank >= 0; blank = written.indexOf(' ', blank + 1)) {
      TypedText end = TypedText.of(written.substring(blank + 1));
      if (!end.before().isEmpty()) {
        String start = written.substring(0, blank + 1);
        candidates(end.key())
            .startingWith(end.key(), request.limit())
            .getOrDefault(Kind.PHRASE, List.of())
            .forEach(each -> texts.add(start + each.term().written()));
      }
    }
    return each(texts, suggested::inARow);
  }

  /** Makes a suggestion, or null. */
  private interface Making<T> {
    @Nullable Suggestion of(T found) throws IOException;
  }

  private static <T> Source each(Collection<T> found, Making<T> making) {
    Iterator<T> rest = found.iterator();
    return () -> {
      while (rest.hasNext()) {
        Suggestion next = making.of(rest.next());
        if (next != null) {
          return next;
        }
      }
      return null;
    };
  }

  /** What tells one from others. Inflected forms of the same words find the same articles. */
  private static String name(Kind kind, String text) {
    String compared =
        kind == Kind.PHRASE
            ? Analysis.words(text).stream().map(QueryWord::english).collect(joining(" "))
            : SuggestionTerm.key(text);
    return kind + " " + compared;
  }

  /** What was typed, but for a slip: what starts nearly so, and the titles with the best of it. */
  private void takeCorrected() throws IOException {
    int edits = Misspelling.edits(request.text());
    if (edits == 0) {
      return;
    }
    Map<Kind, List<Candidate>> near =
        candidates(typed.key()).startingLike(typed.key(), edits, request.limit());
    List<Candidate> phrases =
        near.getOrDefault(Kind.PHRASE, List.of()).stream()
            .filter(each -> !each.term().key().equals(typed.key().strip()))
            .toList();
    String best = phrases.isEmpty() ? typed.key() : phrases.getFirst().term().key();
    Map<Kind, List<Candidate>> found = new EnumMap<>(Kind.class);
    found.putAll(near);
    found.put(Kind.PHRASE, phrases);
    take(sources(found, best));
  }
}
