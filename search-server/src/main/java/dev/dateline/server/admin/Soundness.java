package dev.dateline.server.admin;

import dev.dateline.lucene.Checksums;
import dev.dateline.lucene.Damage;
import dev.dateline.lucene.Verification;
import dev.dateline.server.metrics.JobMeters;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of damage, whoever found it: the last look at all files, and the last verification,
 * which looks at more. Who asks is told the same, by whatever address. What a verification found
 * counts until the next one, or until another generation is in use. Thread-safe.
 */
final class Soundness {

  private final JobMeters meters;

  /** By the last look, or by this one so far. */
  private List<Damage> looked = List.of();

  /** The same of the generation that is kept, from which nobody is answered. */
  private List<Damage> lookedInKept = List.of();

  private @Nullable Verification verified;

  Soundness(JobMeters meters) {
    this.meters = meters;
  }

  /** The files of what is in use that are damaged, as seen from the index's folder. */
  synchronized List<String> damagedFiles() {
    return Stream.concat(
            looked.stream(), verified == null ? Stream.of() : verified.damagesInUse().stream())
        .map(Damage::file)
        .distinct()
        .toList();
  }

  /** Whether nothing is known to be damaged. */
  synchronized boolean isSound() {
    return looked.isEmpty() && lookedInKept.isEmpty() && (verified == null || verified.isSound());
  }

  /**
   * A file was found to be damaged, while a look goes on.
   *
   * @return whether that was not known
   */
  synchronized boolean found(Damage damage, boolean inKept) {
    List<Damage> known = inKept ? lookedInKept : looked;
    if (known.contains(damage)) {
      return false;
    }
    List<Damage> now = Stream.concat(known.stream(), Stream.of(damage)).toList();
    if (inKept) {
      lookedInKept = now;
    } else {
      looked = now;
    }
    tell();
    return true;
  }

  /** A look has ended. */
  synchronized void looked(Checksums found) {
    looked = found.damages();
    lookedInKept = found.kept();
    tell();
  }

  /** Another generation is in use: what was verified is not any more. */
  synchronized void replaced() {
    if (verified != null) {
      verified = null;
      tell();
    }
  }

  /** A verification has ended. */
  synchronized void verified(Verification found) {
    verified = found;
    tell();
  }

  private void tell() {
    meters.sound(isSound());
  }
}
