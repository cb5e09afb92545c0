package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.AllowanceReader;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Json;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * JSON: a list of objects, or objects that are written over several lines. Elements are counted
 * through the file. After a mistake in the JSON itself the rest of the file cannot be read.
 */
public final class JsonDocumentReader implements ArticleReader {

  private static final ObjectReader VALUES =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Dates dates;

  public JsonDocumentReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return JsonArticle.FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    return Json.startsObject(input)
        || Json.startsArray(input)
        || (input.isNamed(".json") && input.isText());
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    String file = input.name();
    AllowanceReader text = new AllowanceReader(input.text(), Limits.ARTICLE_LENGTH);
    int element = 1;
    try (JsonParser parser = VALUES.createParser(text)) {
      for (; nextElement(parser); element++) {
        JsonNode value = parser.readValueAsTree();
        text.renew();
        String where = "element " + element;
        outcomes.accept(
            Outcomes.safely(file, where, () -> JsonArticle.read(value, dates, file, where)));
      }
    } catch (JacksonIOException e) {
      if (!(e.getCause() instanceof AllowanceReader.UsedUpException)) {
        throw e.getCause();
      }
      outcomes.accept(endsAt(element, file, Limits.TOO_LONG));
    } catch (JacksonException e) {
      outcomes.accept(endsAt(element, file, JsonReasons.of(e)));
    }
  }

  private static Outcome endsAt(int element, String file, String reason) {
    return new Outcome.Malformed(
        file, "element " + element, reason + "; what follows in the file was not read");
  }

  /** Goes to the next value that is in a list or stands alone. */
  private static boolean nextElement(JsonParser parser) {
    JsonToken token = parser.nextToken();
    while (isOutermostList(token, parser.streamReadContext())) {
      token = parser.nextToken();
    }
    return token != null;
  }

  private static boolean isOutermostList(@Nullable JsonToken token, TokenStreamContext context) {
    return (token == JsonToken.START_ARRAY && context.getParent().inRoot())
        || (token == JsonToken.END_ARRAY && context.inRoot());
  }
}
