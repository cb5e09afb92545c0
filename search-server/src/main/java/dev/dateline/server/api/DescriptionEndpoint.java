package dev.dateline.server.api;

import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.openapi.ApiDescription;

/** Gives the description of the API, which stays the same while the program runs. */
final class DescriptionEndpoint implements Endpoint {

  private final Answer answer;

  DescriptionEndpoint(ApiDescription description) {
    byte[] json = description.toBytes();
    answer = Answer.json(200, json).tag(EntityTag.of(json)).header("Cache-Control", "no-cache");
  }

  @Override
  public Answer answer(Call call) {
    return answer;
  }
}
