package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** Who starts jobs on a server, and waits for them. */
record Administrator(RunningServer server) {

  /** Starts a job: {@code verify?compare=2}. */
  HttpResponse<String> post(String job) throws Exception {
    return ask(
        HttpRequest.newBuilder(server.uri("/v1/admin/" + job))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return server.send(request.header("X-Api-Key", RunningServer.KEY));
  }

  String location(HttpResponse<String> response) {
    String location = response.headers().firstValue("Location").orElseThrow();
    return location.substring(server.uri("").toString().length());
  }

  JsonNode told(HttpResponse<String> started) throws Exception {
    return json(ask(HttpRequest.newBuilder(server.uri(location(started)))));
  }

  boolean isRunning(HttpResponse<String> started) throws Exception {
    return !told(started).has("endedAt");
  }

  JsonNode ended(HttpResponse<String> started) throws Exception {
    for (int tries = 0; isRunning(started); tries++) {
      assertTrue(tries < 6_000, "the job ends");
      Thread.sleep(10);
    }
    return told(started);
  }
}
