package dev.dateline.lucene;

import dev.dateline.lucene.Analysis.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Where a word stands in one field of the documents of a segment, in any inflected form. Documents
 * are asked for in rising order.
 */
final class WordPlaces {

  private final List<PostingsEnum> forms = new ArrayList<>();
  private int doc = -1;
  private int[] places = new int[8];
  private int count;

  /**
   * The places of a word in a field.
   *
   * @param dictionary that of the field
   */
  WordPlaces(TermsEnum dictionary, QueryWord word) throws IOException {
    Set<String> stems = new TreeSet<>(List.of(word.english(), word.neutral()));
    for (String stem : stems) {
      if (dictionary.seekExact(new BytesRef(stem))) {
        forms.add(dictionary.postings(null, PostingsEnum.POSITIONS));
      }
    }
  }

  /** Reads the places in a document, and tells how many there are. */
  int read(int target) throws IOException {
    if (target == doc) {
      return count;
    }
    doc = target;
    count = 0;
    for (PostingsEnum form : forms) {
      if (form.docID() < target) {
        form.advance(target);
      }
      if (form.docID() == target) {
        add(form);
      }
    }
    if (forms.size() > 1) {
      Arrays.sort(places, 0, count);
    }
    return count;
  }

  private void add(PostingsEnum form) throws IOException {
    int more = form.freq();
    if (count + more > places.length) {
      places = Arrays.copyOf(places, 2 * (count + more));
    }
    for (int i = 0; i < more; i++) {
      places[count++] = form.nextPosition();
    }
  }

  /**
   * How often this word and another stand near each other in the document that both were read at:
   * each time that one follows the other within the window counts once, and once more if this word
   * stands right before the other.
   *
   * @param window up to which difference of their positions they are near
   */
  int near(WordPlaces other, int window) {
    int near = 0;
    int i = 0;
    int j = 0;
    while (i < count && j < other.count) {
      int distance = other.places[j] - places[i];
      if (Math.abs(distance) <= window) {
        near += distance == 1 ? 2 : 1;
        i++;
        j++;
      } else if (distance > 0) {
        i++;
      } else {
        j++;
      }
    }
    return near;
  }
}
