package dev.dateline.server.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.lucene.Checksums;
import dev.dateline.lucene.Damage;
import dev.dateline.lucene.Verification;
import dev.dateline.server.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look and a verification found of an index is one truth, whichever came last. */
class SoundnessTest {

  private static final Damage IN_USE = new Damage("generations/2", "an id is there twice");
  private static final Damage KEPT = new Damage("generations/1/_0.cfs", "flipped");

  @TempDir private Path folder;
  private ArticleIndex index;
  private Soundness soundness;

  @BeforeEach
  void open() throws IOException {
    Dateline.openWriter(folder).close();
    index = Dateline.open(folder);
    soundness = new Soundness(new Metrics(index).jobs(List.of()));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private static Verification verification(Damage... damages) {
    return new Verification("2", 1, 1, 1, 1, 1, List.of(damages));
  }

  private static Checksums look(List<Damage> inUse, List<Damage> kept) {
    return new Checksums(inUse, kept, Map.of());
  }

  @Test
  void whatAVerificationFoundIsNotForgottenByALookThatReadsLess() {
    soundness.verified(verification(IN_USE));
    soundness.looked(Checksums.NONE);
    assertFalse(soundness.isSound());
    assertEquals(List.of("generations/2"), soundness.damagedFiles());
    soundness.verified(verification());
    assertTrue(soundness.isSound());
  }

  @Test
  void whatALookFoundIsNotForgottenByAVerification() {
    assertTrue(soundness.found(IN_USE, false));
    soundness.verified(verification());
    assertFalse(soundness.isSound());
    soundness.looked(Checksums.NONE);
    assertTrue(soundness.isSound());
  }

  @Test
  void nobodyIsTurnedAwayByWhatIsKeptAndWhoeverFindsItTheIndexIsNotSound() {
    soundness.looked(look(List.of(), List.of(KEPT)));
    assertFalse(soundness.isSound());
    soundness.looked(Checksums.NONE);
    soundness.verified(verification(KEPT));
    assertFalse(soundness.isSound());
    assertEquals(List.of(), soundness.damagedFiles());
  }

  @Test
  void anotherGenerationIsNotDamagedAsTheOneBeforeWasFound() {
    soundness.verified(verification(IN_USE));
    soundness.replaced();
    assertTrue(soundness.isSound());
  }
}
