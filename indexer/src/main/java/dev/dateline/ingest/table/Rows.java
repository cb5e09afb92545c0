package dev.dateline.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Lines;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, of which a broken one does not touch the others: the cells are left to
 * FastCSV, but where a row ends is found here. A library that reads on to the next quote would take
 * the rest of the file for a cell whose quote was never closed. Here the line after a broken row's
 * first one is tried as the next row.
 */
final class Rows {

  /** So many times what is in the file may be tried again, so that the time stays linear. */
  private static final int TIMES_AGAIN = 10;

  private static final String UNCLOSED = "a quote is opened and not closed";

  private final Lines lines;
  private final char separator;
  private final int columns;
  private final CsvReader.CsvReaderBuilder csv;
  private final Deque<Lines.Line> again = new ArrayDeque<>();
  private long charactersRead;
  private long charactersAgain;
  private long brokenTo;

  /**
   * @param columns how many cells a row has, or 0 for any number
   */
  Rows(Lines lines, char separator, int columns) {
    this.lines = lines;
    this.separator = separator;
    this.columns = columns;
    csv = CsvReader.builder().fieldSeparator(separator).trimWhitespacesAroundQuotes(true);
  }

  /** The next row in which anything is written, or null at the end. */
  @Nullable Row next() throws IOException {
    for (Lines.Line first = line(); first != null; first = line()) {
      if (first.text().isBlank() && !first.tooLong()) {
        continue;
      }
      Row row = first.tooLong() ? new Row.Broken(first.number(), Limits.TOO_LONG) : row(first);
      if (row instanceof Row.Whole whole) {
        if (whole.cells().stream().allMatch(String::isBlank)) {
          continue;
        }
        brokenTo = 0;
        return whole;
      }
      if (first.number() > brokenTo) {
        brokenTo = again.isEmpty() ? 0 : again.getLast().number();
        return row;
      }
      // Else it is a further line of the broken row, of which was told already.
    }
    return null;
  }

  private Row row(Lines.Line first) throws IOException {
    List<Lines.Line> after = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    boolean open = isOpenAfter(first.text(), false);
    while (open) {
      Lines.Line more = line();
      if (more == null || more.tooLong() || isTooLong(text, more)) {
        if (more != null) {
          after.add(more);
        }
        tryAgain(after);
        return new Row.Broken(first.number(), UNCLOSED);
      }
      after.add(more);
      text.append('\n').append(more.text());
      open = isOpenAfter(more.text(), true);
    }
    Row row = row(first.number(), text.toString());
    if (row instanceof Row.Broken) {
      tryAgain(after);
    }
    return row;
  }

  private static boolean isTooLong(StringBuilder text, Lines.Line more) {
    return text.length() + (long) more.text().length() >= Limits.ARTICLE_LENGTH;
  }

  private Row row(long line, String text) {
    List<String> cells;
    try {
      cells = csv.ofSingleCsvRecord(text).getFields();
    } catch (CsvParseException e) {
      return new Row.Broken(line, "a closing quote is not followed by the end of its cell");
    }
    int blank = cells.size();
    while (columns > 0 && blank > columns && cells.get(blank - 1).isBlank()) {
      blank--;
    }
    return columns == 0 || blank == columns
        ? new Row.Whole(line, cells.subList(0, blank))
        : new Row.Broken(line, cells.size() + " cells, where the header has " + columns);
  }

  /** Whether a quoted cell goes on in the next line. */
  private boolean isOpenAfter(String line, boolean openBefore) {
    boolean open = openBefore;
    boolean start = !open;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (open) {
        boolean doubled = c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
        i += doubled ? 1 : 0;
        open = c != '"' || doubled;
      } else if (c == '"' && start) {
        open = true;
        start = false;
      } else {
        start = c == separator || (start && c == ' ');
      }
    }
    return open;
  }

  private Lines.@Nullable Line line() throws IOException {
    if (!again.isEmpty()) {
      return again.removeFirst();
    }
    Lines.Line line = lines.next();
    if (line == null) {
      return null;
    }
    charactersRead += line.text().length() + 1;
    String text = line.text();
    return text.endsWith("\r")
        ? new Lines.Line(line.number(), text.substring(0, text.length() - 1), line.tooLong())
        : line;
  }

  private void tryAgain(List<Lines.Line> after) {
    long length = after.stream().mapToLong(line -> line.text().length() + 1).sum();
    if (charactersAgain + length <= TIMES_AGAIN * charactersRead) {
      charactersAgain += length;
      after.reversed().forEach(again::addFirst);
    }
  }
}
