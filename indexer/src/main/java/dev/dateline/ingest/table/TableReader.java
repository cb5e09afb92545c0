package dev.dateline.ingest.table;

import dev.dateline.ingest.json.JsonArticle;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Lines;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tables with a header: CSV, and what has semicolons, tabs or bars for its commas. The names of the
 * columns are those of {@link Field}. A row that is broken does not touch the others.
 */
public final class TableReader implements ArticleReader {

  private static final String FORMAT = "csv";
  private static final String[] ENDINGS = {".csv", ".tsv", ".tab", ".psv"};

  /** What spreadsheets understand in the first line of a table, and no column. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=.\\s*");

  /** What databases write for no value. */
  private static final Pattern NO_VALUE = Pattern.compile("\\\\N|NULL");

  private static final Pattern BETWEEN = Pattern.compile("[;|]");

  private final Dates dates;

  public TableReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    return input.isText() && (input.isNamed(ENDINGS) || isTable(input.start()));
  }

  /** Whether a header is followed by a row of as many cells. */
  private static boolean isTable(String start) {
    try {
      Lines lines = new Lines(new StringReader(start), start.length());
      Lines.Line header = lines.next();
      if (header == null || !Table.of(header.text()).isCertain()) {
        return false;
      }
      Table table = Table.of(header.text());
      return new Rows(lines, table.separator(), table.columns().size()).next() instanceof Row.Whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    Lines lines = new Lines(input.westernText(), Limits.ARTICLE_LENGTH);
    Lines.Line header = lines.next();
    while (header != null && isNoHeader(header)) {
      header = lines.next();
    }
    Table table = Table.of(header == null ? "" : header.text());
    if (!table.hasText()) {
      outcomes.accept(new Outcome.PassedOver(input.name(), unknown(table)));
      return;
    }
    List<String> columns = table.distinctColumns();
    Rows rows = new Rows(lines, table.separator(), columns.size());
    for (Row row = rows.next(); row != null; row = rows.next()) {
      outcomes.accept(outcome(row, columns, input.name()));
    }
  }

  private static boolean isNoHeader(Lines.Line line) {
    return !line.tooLong()
        && (line.text().isBlank() || SEPARATOR_LINE.matcher(line.text()).matches());
  }

  private static String unknown(Table table) {
    return "no column of its first line is known as a text of articles, such as title, headline,"
        + " summary, body, content or text: \""
        + Texts.start(String.join(", ", table.columns()))
        + "\"";
  }

  private Outcome outcome(Row row, List<String> columns, String file) {
    String where = "line " + row.line();
    return switch (row) {
      case Row.Broken broken -> new Outcome.Malformed(file, where, broken.reason());
      case Row.Whole whole ->
          Outcomes.safely(
              file,
              where,
              () ->
                  new JsonArticle(object(columns, whole.cells()), dates)
                      .outcome(FORMAT, file, where, article -> {}));
    };
  }

  private static ObjectNode object(List<String> columns, List<String> cells) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      String cell = cells.get(i);
      if (!NO_VALUE.matcher(cell).matches()) {
        put(object, columns.get(i), cell);
      }
    }
    return object;
  }

  /** Lists stand in a cell with semicolons or bars between their elements. */
  private static void put(ObjectNode object, String column, String cell) {
    Field.@Nullable Name name = Field.named(column);
    boolean list = name != null && (name.field() == Field.AUTHORS || name.field() == Field.TAGS);
    if (list && BETWEEN.matcher(cell).find()) {
      ArrayNode elements = object.putArray(column);
      BETWEEN.splitAsStream(cell).filter(text -> !text.isBlank()).forEach(elements::add);
    } else {
      object.put(column, cell);
    }
  }
}
