package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
   * @param stems those that the word may have
   */
  WordPlaces(TermsEnum dictionary, List<BytesRef> stems) throws IOException {
    for (BytesRef stem : stems) {
      if (dictionary.seekExact(stem)) {
        forms.add(dictionary.postings(null, PostingsEnum.POSITIONS));
      }
    }
  }

  /** Whether it is in a document at all: places are dear, and seldom of use. */
  boolean isIn(int target) throws IOException {
    boolean found = false;
    for (PostingsEnum form : forms) {
      if (form.docID() < target) {
        form.advance(target);
      }
      found |= form.docID() == target;
    }
    return found;
  }

  /** Reads the places in a document that it {@link #isIn}. */
  private void read(int target) throws IOException {
    if (target == doc) {
      return;
    }
    doc = target;
    count = 0;
    for (PostingsEnum form : forms) {
      if (form.docID() == target) {
        add(form);
      }
    }
    if (forms.size() > 1) {
      Arrays.sort(places, 0, count);
    }
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
   * How often this word and another stand near each other in a document that both are in: each time
   * that one follows the other within the window counts once, and once more if this word stands
   * right before the other.
   *
   * @param target the document, none before those that were asked for
   * @param window up to which difference of their positions they are near
   */
  int near(WordPlaces other, int target, int window) throws IOException {
    read(target);
    other.read(target);
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
