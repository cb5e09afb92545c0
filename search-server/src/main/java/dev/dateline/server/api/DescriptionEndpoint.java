package dev.dateline.server.api;

import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.openapi.ApiDescription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the description of the API, which stays the same while the program runs. */
final class DescriptionEndpoint implements Endpoint {

  private final Supplier<ApiDescription> description;
  private volatile @Nullable Answer answer;

  DescriptionEndpoint(Supplier<ApiDescription> description) {
    this.description = description;
  }

  /** Two who are the first make it twice, which does no harm. */
  @Override
  public Answer answer(Call call) {
    Answer known = answer;
    if (known == null) {
      byte[] json = description.get().toBytes();
      known = Answer.json(200, json).tag(EntityTag.of(json)).header("Cache-Control", "no-cache");
      answer = known;
    }
    return known;
  }
}
