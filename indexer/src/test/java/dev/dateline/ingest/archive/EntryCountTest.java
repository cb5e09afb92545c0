package dev.dateline.ingest.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** An archive of entries without number is ended. */
class EntryCountTest {

  @Test
  void moreEntriesThanAreBelievedEndAnArchiveEvenIfTheyAreEmpty() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 2_000; i++) {
        zip.putNextEntry(new ZipEntry(i + "/"));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    ArchiveReader reader = new ArchiveReader((entry, into) -> {}, 1_000);
    try (Input input = new Input("a.zip", new ByteArrayInputStream(bytes.toByteArray()))) {
      reader.read(input, outcomes::add);
    }
    assertEquals(
        List.of(new Outcome.Malformed("a.zip", "entry 1001", "it has more than 1000 entries")),
        outcomes);
  }
}
