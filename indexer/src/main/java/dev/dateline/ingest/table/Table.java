package dev.dateline.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.dateline.ingest.reader.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a table says.
 *
 * @param separator what stands between two cells
 * @param columns the names of the columns, as they stand there
 */
record Table(char separator, List<String> columns) {

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private static final Set<Field> TEXTS =
      Set.of(Field.TITLE, Field.ORIGINAL_TITLE, Field.SUMMARY, Field.TAKEAWAYS, Field.BODY);

  /** The longest name of a column, in characters: what is longer is a sentence. */
  private static final int LONGEST_NAME = 60;

  /**
   * Reads a header, parted by whatever gives the most names that are known, and then by what gives
   * the most names.
   */
  static Table of(String header) {
    Table best = new Table(SEPARATORS[0], List.of(header));
    for (char separator : SEPARATORS) {
      List<String> columns = cells(header, separator);
      if (columns != null) {
        Table table = new Table(separator, columns);
        best = table.score() > best.score() ? table : best;
      }
    }
    return best;
  }

  private long score() {
    return columns.size() + 1_000L * columns.stream().filter(Table::isKnown).count();
  }

  private static @Nullable List<String> cells(String line, char separator) {
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .trimWhitespacesAroundQuotes(true)
          .ofSingleCsvRecord(line)
          .getFields()
          .stream()
          .map(String::strip)
          .toList();
    } catch (CsvParseException e) {
      return null;
    }
  }

  /** Whether a column holds a text of articles. */
  boolean hasText() {
    return columns.stream()
        .map(Field::named)
        .anyMatch(name -> name != null && TEXTS.contains(name.field()));
  }

  /** Whether the header reads like one: several short names, one of which is that of a text. */
  boolean isCertain() {
    return columns.size() > 1
        && columns.stream().allMatch(name -> name.length() <= LONGEST_NAME)
        && hasText();
  }

  /** The names of the columns, each one once: a second {@code title} is {@code title (2)}. */
  List<String> distinctColumns() {
    Map<String, Integer> times = new HashMap<>();
    List<String> distinct = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).isEmpty() ? "column " + (i + 1) : columns.get(i);
      int time = times.merge(name, 1, Integer::sum);
      distinct.add(time == 1 ? name : name + " (" + time + ")");
    }
    return distinct;
  }

  private static boolean isKnown(String name) {
    return Field.named(name) != null;
  }
}
