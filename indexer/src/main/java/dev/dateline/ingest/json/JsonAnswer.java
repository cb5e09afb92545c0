package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.AllowanceReader;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Json;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * The saved answers of a news API, one or several in a file, of any length: they are read article
 * by article, and what lies elsewhere in them is skipped. Paths are the names of properties with
 * {@code /} before each.
 *
 * @param articles where an article or a list of them lies
 * @param status where the word {@code error} lies if the answer is none
 * @param message where the message of the error lies
 */
record JsonAnswer(Set<String> articles, String status, String message) {

  private static final ObjectReader VALUES =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Makes an outcome of an article, which is an object. */
  @FunctionalInterface
  interface Maker {
    Outcome outcome(JsonNode article, String where);
  }

  void read(Input input, Maker maker, Consumer<Outcome> outcomes) throws IOException {
    AllowanceReader text = new AllowanceReader(input.text(), Limits.ARTICLE_LENGTH);
    Reading reading = new Reading(input.name(), maker, outcomes);
    try (JsonParser parser = VALUES.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (reading.take(token, parser)) {
          text.renew();
        }
      }
    } catch (JacksonIOException e) {
      if (!(e.getCause() instanceof AllowanceReader.UsedUpException)) {
        throw e.getCause();
      }
      reading.ends(Limits.TOO_LONG);
    } catch (JacksonException e) {
      reading.ends(JsonReasons.of(e));
    }
    if (reading.count == 0) {
      outcomes.accept(new Outcome.PassedOver(input.name(), "the answer has no articles"));
    }
  }

  /** The reading of one file. */
  private final class Reading {

    private final String file;
    private final Maker maker;
    private final Consumer<Outcome> outcomes;
    private boolean isError;
    private String error = "";
    private int count;

    Reading(String file, Maker maker, Consumer<Outcome> outcomes) {
      this.file = file;
      this.maker = maker;
      this.outcomes = outcomes;
    }

    /** Takes a token and what belongs to it; returns whether an article or an answer ends. */
    boolean take(JsonToken token, JsonParser parser) {
      TokenStreamContext context = parser.streamReadContext();
      if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
        return context.inRoot() && answerEnds();
      }
      TokenStreamContext around = token.isStructStart() ? context.getParent() : context;
      String path = path(around);
      if (articles.contains(path) && (around.inArray() || token == JsonToken.START_OBJECT)) {
        add(parser.readValueAsTree());
        return true;
      }
      if (path.equals(status)) {
        isError = parser.getString().equals("error");
      } else if (path.equals(message)) {
        error = parser.getString();
      } else if (articles.stream().noneMatch(list -> list.startsWith(path))) {
        parser.skipChildren();
      }
      return false;
    }

    private boolean answerEnds() {
      if (isError) {
        count++;
        String reason = "the answer is an error: " + error;
        outcomes.accept(new Outcome.Malformed(file, "", reason));
      }
      isError = false;
      return true;
    }

    private void add(JsonNode article) {
      String where = "article " + ++count;
      String reason = "an object was expected, not " + JsonReasons.kind(article);
      outcomes.accept(
          article.isObject()
              ? Outcomes.safely(file, where, () -> maker.outcome(article, where))
              : new Outcome.Malformed(file, where, reason));
    }

    void ends(String reason) {
      String where = "article " + ++count;
      outcomes.accept(
          new Outcome.Malformed(file, where, reason + "; what follows in the file was not read"));
    }

    /** Where a value stands. What lies deep has been skipped, so that the way up is short. */
    private static String path(TokenStreamContext around) {
      String path = "";
      for (TokenStreamContext each = around; !each.inRoot(); each = each.getParent()) {
        path = each.inObject() ? "/" + each.currentName() + path : path;
      }
      return path;
    }
  }
}
