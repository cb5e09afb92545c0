package dev.dateline.lucene;

import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The number that stands for an id where all else is equal. An id that is a number stands for
 * itself, so that equal articles come in the order in which an archive has numbered them; any other
 * by a hash.
 */
final class IdHash {

  /** As many digits as surely fit. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private IdHash() {}

  static long of(String id) {
    return NUMBER.matcher(id).matches()
        ? Long.parseLong(id)
        : StringHelper.murmurhash3_x64_128(new BytesRef(id))[0];
  }
}
