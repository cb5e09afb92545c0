package dev.dateline.lucene;

import dev.dateline.index.SuggestRequest;
import dev.dateline.index.SuggestResult;
import dev.dateline.index.Suggestion;
import dev.dateline.index.Suggestion.Kind;
import dev.dateline.lucene.Candidates.Candidate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
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

  /** With fewer suggestions than this, what was typed is taken for loose words, or misspelt. */
  private static final int FEW = 3;

  private final Views.View view;
  private final SuggestRequest request;
  private final TypedText typed;
  private final Candidates candidates;
  private final Suggested suggested;
  private final Titles titles;
  private final long start = System.nanoTime();
  private final List<Suggestion> suggestions = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();

  Suggest(Views.View view, List<SegmentSuggestions> segments, SuggestRequest request) {
    Instant now = Instant.now();
    this.view = view;
    this.request = request;
    this.typed = TypedText.of(request.text());
    this.candidates = new Candidates(segments, now.toEpochMilli());
    this.suggested = new Suggested(view.searcher(), now);
    this.titles = new Titles(view.searcher(), candidates, suggested, now);
  }

  /** Gives suggestions one after another, and null after the last. */
  interface Source {
    @Nullable Suggestion next() throws IOException;
  }

  SuggestResult answer() throws IOException {
    if (!typed.isEmpty()) {
      take(sources(candidates.startingWith(typed.key(), request.limit()), typed.key()));
      if (suggestions.size() < FEW && request.kinds().contains(Kind.PHRASE)) {
        take(List.of(inContext()));
      }
      if (suggestions.size() < FEW) {
        takeCorrected();
      }
    }
    suggestions.sort(Comparator.comparing(Suggestion::kind));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new SuggestResult(request.text(), suggestions, took, Long.toString(view.generation()));
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
        } else if (shown.add(next.kind() + SuggestionTerm.key(next.text()))) {
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
    Iterator<Candidate> rest = suggested.telling(found).iterator();
    return () -> {
      while (rest.hasNext()) {
        Suggestion next = suggested.of(rest.next());
        if (next != null) {
          return next;
        }
      }
      return null;
    };
  }

  /** The last word goes on so that articles have it together with the words before it. */
  private Source inContext() {
    List<Candidate> words =
        typed.before().isEmpty() || typed.last().isEmpty()
            ? List.of()
            : candidates.words(typed.last(), request.limit());
    Iterator<Candidate> rest = words.iterator();
    return () -> {
      while (rest.hasNext()) {
        String word = rest.next().term().written();
        Suggestion next = suggested.words(String.join(" ", typed.before()) + " " + word);
        if (next != null) {
          return next;
        }
      }
      return null;
    };
  }

  /** What was typed, but for a slip: what starts nearly so, and the titles with the best of it. */
  private void takeCorrected() throws IOException {
    Map<Kind, List<Candidate>> near = candidates.startingLike(typed.key(), request.limit());
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
