package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {

  @TempDir private Path folder;

  private String index;

  @BeforeEach
  void indexOneArticle() throws IOException {
    index = folder.resolve("news").toString();
    run("index", file("{\"id\":\"a\",\"title\":\"The mill stands\"}"));
  }

  private String file(String json) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "articles", ".jsonl"), json).toString();
  }

  private Session run(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--index";
    all[2] = index;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    Session session = Session.of(all);
    assertEquals(0, session.code(), session.err());
    return session;
  }

  private boolean found(String title) {
    return run("search", title).out().contains(title);
  }

  @Test
  void whatAWrongReindexDidIsUndoneAndWhatWasIndexedSinceStays() throws IOException {
    Session reindex = run("reindex", file("{\"id\":\"a\",\"title\":\"The mill burns\"}"));
    assertTrue(reindex.out().contains("generation 2 is in use, 1 is kept"), reindex.out());
    run("index", file("{\"id\":\"b\",\"title\":\"The bridge opens\"}"));

    Session dry = run("rollback", "--dry-run");
    assertTrue(dry.out().contains("would be taken along: b"), dry.out());
    assertTrue(found("The mill burns"));

    Session session = run("rollback");
    assertEquals(
        "Generation 1 is in use again, 2 is kept; 1 articles that were written since were taken"
            + " along, 0 deleted.\n",
        session.out());
    assertTrue(found("The mill stands"));
    assertTrue(found("The bridge opens"));
    assertFalse(found("The mill burns"));
  }

  @Test
  void whereNoneIsKeptItSaysSo() {
    assertTrue(Files.exists(Path.of(index)));
    Session refused = Session.of("rollback", "--index", index);
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("no generation is kept"), refused.err());
    assertTrue(run("rollback", "--discard").out().startsWith("No index is kept"));
    assertTrue(run("reindex", "--no-keep-previous").out().endsWith("generation 2 is in use\n"));
    assertEquals(3, Session.of("rollback", "--index", index).code());
    assertEquals(3, Session.of("rollback", "--index", folder.resolve("none").toString()).code());
  }

  @Test
  void itsRoomIsGivenBackOnRequestAndADryReindexLeavesItThere() {
    run("reindex");
    run("reindex", "--dry-run");
    assertTrue(run("rollback", "--discard", "--dry-run").out().contains("would be removed"));
    String json = run("rollback", "--dry-run", "--format", "json").out();
    assertEquals(
        "{\"generation\":\"1\",\"previous\":\"2\",\"added\":[],\"deleted\":[],\"dryRun\":true}\n",
        json);
    run("rollback", "--discard");
    assertEquals(3, Session.of("rollback", "--index", index).code());
    assertTrue(Files.notExists(Path.of(index, "generations/1")));
  }
}
