package dev.dateline.cli;

import dev.dateline.deletion.Condemned;
import dev.dateline.deletion.Deletion;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the person or the program that deletes is told. */
record DeletionReport(Terminal terminal, boolean json, Path index) {

  private record WouldDelete(long count, List<Condemned.Listed> wouldDelete) {}

  void wouldDelete(Condemned condemned, ArticleIndex articles) throws IOException {
    List<Condemned.Listed> all = new ArrayList<>();
    condemned.forEach(
        articles,
        Long.MAX_VALUE,
        listed -> {
          if (json) {
            all.add(listed);
          } else {
            terminal.tell(listed.line());
          }
        });
    if (json) {
      terminal.out().println(Json.line(new WouldDelete(all.size(), all)));
    } else {
      long count = condemned.ids().size();
      terminal.tell(ResultText.articles(count) + " would be deleted; the index is as it was.");
    }
  }

  void deleted(Deletion.Deleted deleted) {
    if (json) {
      terminal.out().println(Json.line(deleted));
      return;
    }
    deleted.missing().forEach(id -> terminal.say("there was no " + id));
    terminal.tell(ResultText.articles(deleted.deleted()) + " deleted from " + index + ".");
  }

  /**
   * @param withBackups whether backups were looked at
   */
  void purged(Deletion.Purged purged, boolean withBackups) {
    if (json) {
      terminal.out().println(Json.line(purged));
      return;
    }
    terminal.tell(
        ResultText.articles(purged.purged())
            + " purged from "
            + index
            + ": the ids alone are left, as withdrawn.");
    purged.sources().forEach(name -> terminal.tell("kept source removed as a whole: " + name));
    purged.readFrom().forEach(name -> terminal.tell("not touched, and was read from: " + name));
    purged.remains().forEach(place -> terminal.tell("may remain in " + place));
    if (!withBackups) {
      terminal.tell("Backups were not looked at; --backups DIR purges those in a folder.");
    }
  }
}
