package dev.dateline.ingest.feed;

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
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed 1.0 and 1.1, read entry by entry, of any length. */
public final class JsonFeedReader implements ArticleReader {

  private static final ObjectReader VALUES =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Pattern VERSION =
      Pattern.compile("\"version\"\\s*:\\s*\"https?:(?://|\\\\/\\\\/)jsonfeed\\.org\\\\?/version");

  private final Dates dates;

  public JsonFeedReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return "json-feed";
  }

  @Override
  public boolean accepts(Input input) {
    return Json.startsObject(input) && VERSION.matcher(input.start()).find();
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    AllowanceReader text = new AllowanceReader(input.text(), Limits.ARTICLE_LENGTH);
    ObjectNode feed = Json.MAPPER.createObjectNode();
    int entry = 0;
    try (JsonParser parser = VALUES.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() != JsonToken.START_ARRAY || !name.equals("items")) {
          feed.set(name, parser.<JsonNode>readValueAsTree());
          continue;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode item = parser.readValueAsTree();
          text.renew();
          outcomes.accept(outcome(item, feed, input.name(), ++entry));
        }
      }
    } catch (JacksonIOException e) {
      if (!(e.getCause() instanceof AllowanceReader.UsedUpException)) {
        throw e.getCause();
      }
      outcomes.accept(endsAt(input.name(), entry + 1, Limits.TOO_LONG));
      return;
    } catch (JacksonException e) {
      outcomes.accept(endsAt(input.name(), entry + 1, JsonReasons.of(e)));
      return;
    }
    if (entry == 0) {
      outcomes.accept(new Outcome.PassedOver(input.name(), "the feed has no entries"));
    }
  }

  private Outcome outcome(JsonNode item, JsonNode feed, String file, int number) {
    return Outcomes.safely(
        file,
        "entry " + number,
        () -> JsonFeedEntry.outcome(item, feed(feed), dates, file, number));
  }

  private static Feed feed(JsonNode feed) {
    return new Feed(
        JsonFeedEntry.text(feed, "title"),
        JsonFeedEntry.text(feed, "home_page_url"),
        JsonFeedEntry.text(feed, "language"),
        List.copyOf(JsonFeedEntry.authors(feed)));
  }

  private static Outcome endsAt(String file, int entry, String reason) {
    return new Outcome.Malformed(
        file, "entry " + entry, reason + "; what follows in the file was not read");
  }
}
