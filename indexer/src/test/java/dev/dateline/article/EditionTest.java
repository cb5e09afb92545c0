package dev.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Which of two versions of one article is kept. */
class EditionTest {

  private static final String LEAD = "The ferry to the islands sails again from Monday.";
  private static final List<String> FULL =
      List.of(
          LEAD,
          "It had been out of service since a storm in spring tore off its ramp.",
          "The yard needed a part that only one foundry in the country still casts.",
          "Until then the mail boat took passengers, eight at a time.",
          "Islanders say that they will keep the mail boat in mind.");

  private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-22T18:00:00Z");

  private static ArticleBuilder page() {
    return Article.builder()
        .id("ferry")
        .title("Ferry sails again")
        .body(FULL)
        .provenance(from("ferry.html", "html"));
  }

  private static ArticleBuilder feedItem() {
    return Article.builder()
        .id("ferry")
        .title("Ferry sails again")
        .summary(LEAD)
        .provenance(from("feed.xml", "feed"));
  }

  private static ArticleBuilder wireStory(String version) {
    return page().metadata(metadata("version", version)).provenance(from(version + ".xml", "wire"));
  }

  private static Provenance from(String file, String format) {
    return new Provenance(file, format, new LinkedHashMap<>(), List.of(), List.of());
  }

  private static SequencedMap<String, String> metadata(String key, String value) {
    return new LinkedHashMap<>(Map.of(key, value));
  }

  private static void comes(ArticleBuilder incoming, ArticleBuilder held, Edition expected) {
    assertEquals(expected, Edition.of(incoming.build(), held.build(), false));
  }

  @Test
  void theSameArticleFromAnotherFileNeedNotBeWritten() {
    comes(page(), page(), Edition.SAME);
    comes(page().provenance(from("crawl.warc.gz", "warc")), page(), Edition.SAME);
    comes(page().updated(MORNING), page().updated(MORNING), Edition.SAME);
    comes(page().status(Status.WITHDRAWN), page().status(Status.WITHDRAWN), Edition.SAME);
  }

  @Test
  void aCorrectionReplacesWhatItCorrects() {
    Provenance corrected = from("corrections/ferry.html", "html");
    comes(page().title("Ferry sails on Monday").provenance(corrected), page(), Edition.REPLACES);
    comes(page().body(FULL.subList(0, 4)).provenance(corrected), page(), Edition.REPLACES);
    comes(page().body(FULL.subList(2, 5)).provenance(corrected), page(), Edition.REPLACES);
    comes(page().tags("ferries").provenance(corrected), page(), Edition.REPLACES);
    comes(page().updated(EVENING).provenance(corrected), page(), Edition.REPLACES);
  }

  @Test
  void anExcerptNeverReplacesTheFullText() {
    comes(feedItem(), page(), Edition.POORER);
    comes(feedItem().updated(EVENING), page().updated(MORNING), Edition.POORER);
    comes(feedItem().updated(MORNING), page().updated(EVENING), Edition.POORER);
    comes(feedItem().tags("ferries").authors("A. Reporter"), page(), Edition.POORER);
    comes(
        Article.builder().id("ferry").title("Ferry sails again").url("https://x.example/ferry"),
        page(),
        Edition.POORER);
  }

  @Test
  void theFullTextReplacesAnExcerptWheneverItComes() {
    comes(page(), feedItem(), Edition.REPLACES);
    comes(page().updated(EVENING), feedItem().updated(MORNING), Edition.REPLACES);
    comes(page().updated(MORNING), feedItem().updated(EVENING), Edition.REPLACES);
  }

  @Test
  void textCountsInWhicheverFieldItStands() {
    ArticleBuilder inParts =
        Article.builder()
            .id("ferry")
            .takeaways(FULL.subList(0, 2))
            .parts(List.of(new Part("The yard", FULL.get(2)), new Part("The boat", FULL.get(3))));
    comes(inParts, page(), Edition.REPLACES);
    comes(page(), inParts, Edition.REPLACES);
    comes(feedItem(), inParts, Edition.POORER);
  }

  @Test
  void anOlderVersionDoesNotComeBack() {
    ArticleBuilder archived = page().title("Ferry to sail").provenance(from("old.html", "html"));
    comes(archived.updated(MORNING), page().updated(EVENING), Edition.OLDER);
    comes(page().updated(EVENING), archived.updated(MORNING), Edition.REPLACES);
    comes(page().title("Ferry to sail").updated(MORNING), page().updated(EVENING), Edition.OLDER);
  }

  @Test
  void whereOneHasNoDateTheOneThatComesLastIsKept() {
    ArticleBuilder other = page().title("Ferry to sail").provenance(from("other.html", "html"));
    comes(other, page().updated(EVENING), Edition.REPLACES);
    comes(page().updated(MORNING), other, Edition.REPLACES);
    comes(other, page(), Edition.REPLACES);
    comes(page(), other, Edition.REPLACES);
  }

  @Test
  void aWireServicesOwnNumbersDecideWhateverElseTheVersionsSay() {
    comes(wireStory("2"), wireStory("10"), Edition.OLDER);
    comes(wireStory("10"), wireStory("2"), Edition.REPLACES);
    comes(wireStory("2").body(LEAD), wireStory("1"), Edition.REPLACES);
    comes(wireStory("1"), wireStory("2").body(LEAD), Edition.OLDER);
    comes(wireStory("2").updated(MORNING), wireStory("1").updated(EVENING), Edition.REPLACES);
    comes(
        wireStory("1").provenance(from("wire.xml", "wire")),
        wireStory("2").provenance(from("wire.xml", "wire")),
        Edition.OLDER);
  }

  @Test
  void numbersThatAreEqualOrNoneLeaveItToTheDates() {
    for (String version : new String[] {"1", "draft", "1.2", "-3", "", "9".repeat(30)}) {
      comes(wireStory(version).updated(EVENING), page().updated(MORNING), Edition.REPLACES);
      comes(
          wireStory(version).updated(MORNING), wireStory(version).updated(EVENING), Edition.OLDER);
      comes(wireStory("7").updated(MORNING), page().updated(EVENING), Edition.OLDER);
    }
  }

  @Test
  void aFileThatWasEditedReplacesWhatItHeldHoweverMuchIsCut() {
    comes(page().body(LEAD), page(), Edition.REPLACES);
    comes(page().body(LEAD).updated(EVENING), page().updated(MORNING), Edition.REPLACES);
    comes(page().body(LEAD).provenance(from("copy.html", "html")), page(), Edition.POORER);
    comes(page().body(LEAD).provenance(from("ferry.html", "feed")), page(), Edition.POORER);
    comes(
        page().body(LEAD).provenance(Provenance.NONE),
        page().provenance(Provenance.NONE),
        Edition.POORER);
  }

  @Test
  void ofTwoCopiesInOneFileTheFullerIsKept() {
    Article full = page().build();
    Article cut = page().body(LEAD).build();
    assertEquals(Edition.POORER, Edition.of(cut, full, true));
    assertEquals(Edition.REPLACES, Edition.of(full, cut, true));
  }

  @Test
  void whatItsPublisherTakesBackIsTakenBack() {
    ArticleBuilder kill = Article.builder().id("ferry").status(Status.WITHDRAWN);
    comes(kill, page(), Edition.REPLACES);
    comes(kill.updated(MORNING), page().updated(EVENING), Edition.REPLACES);
    comes(wireStory("1").status(Status.WITHDRAWN), wireStory("2"), Edition.REPLACES);
  }

  @Test
  void aChangeOfTheEmbargoIsTakenHoweverLittleTextComesWithIt() {
    Status untilEvening = new Status.Embargoed(EVENING);
    comes(feedItem().status(untilEvening), page(), Edition.REPLACES);
    comes(feedItem(), page().status(untilEvening), Edition.REPLACES);
    comes(
        feedItem().status(new Status.Embargoed(MORNING)),
        page().status(untilEvening),
        Edition.REPLACES);
    comes(page().status(untilEvening).updated(MORNING), page().updated(EVENING), Edition.OLDER);
    comes(feedItem().status(untilEvening), page().status(untilEvening), Edition.POORER);
  }

  @Test
  void twoArticlesAreNoVersionsOfOne() {
    Article other = page().id("harbour").build();
    assertThrows(IllegalArgumentException.class, () -> Edition.of(page().build(), other, false));
  }

  @Test
  void theSameVersionIsKeptWhicheverComesFirst() {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    System.out.println("dateline.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Article one = random(random, "one.html").updated(MORNING.plusSeconds(2L * i)).build();
      Article other =
          random(random, "other.html")
              .updated(MORNING.plusSeconds(2L * random.nextInt(20_000) + 1))
              .build();
      assertEquals(kept(one, other), kept(other, one), () -> "seed " + seed);
    }
  }

  private static ArticleBuilder random(Random random, String file) {
    ArticleBuilder article =
        page().body(FULL.subList(0, random.nextInt(6))).provenance(from(file, "html"));
    int version = random.nextInt(6);
    return version < 3 ? article : article.metadata(metadata("version", String.valueOf(version)));
  }

  private static Article kept(Article first, Article second) {
    return Edition.of(second, first, false) == Edition.REPLACES ? second : first;
  }

  @Test
  void hardlyAnyTextIsStillAnArticle() {
    ArticleBuilder empty = Article.builder().id("ferry").body(Collections.emptyList());
    comes(empty, empty, Edition.SAME);
    comes(empty, page(), Edition.POORER);
    comes(page(), empty, Edition.REPLACES);
    comes(empty.updated(MORNING), Article.builder().id("ferry"), Edition.REPLACES);
  }
}
