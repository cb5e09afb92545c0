package dev.dateline.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.dateline.article.Article;
import dev.dateline.index.ResultField;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a table that spreadsheets open. */
final class CsvHitWriter implements HitWriter {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What a cell begins with that a spreadsheet would run (OWASP, CSV injection). */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final OutputStream out;
  private final CsvWriter csv;
  private final List<CsvColumn> columns;

  CsvHitWriter(OutputStream out, Set<ResultField> fields) {
    this.out = out;
    this.csv = CsvWriter.builder().build(out, UTF_8);
    this.columns =
        Stream.of(CsvColumn.values())
            .filter(column -> column.field() == null || fields.contains(column.field()))
            .toList();
  }

  @Override
  public void begin() throws IOException {
    out.write(BYTE_ORDER_MARK.getBytes(UTF_8));
    row(columns.stream().map(CsvColumn::title).toList());
  }

  @Override
  public void write(Article article) throws IOException {
    row(columns.stream().map(column -> cell(column.text(article))).toList());
  }

  /** No row tells how many there were: people would take it for an article. */
  @Override
  public void end(long count) throws IOException {
    csv.flush();
    out.flush();
  }

  private void row(List<String> cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
