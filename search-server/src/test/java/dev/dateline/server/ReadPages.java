package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Pages of a server, as a browser asks for them. */
record ReadPages(RunningServer server) {

  /** Of a server that has, among others, an article full of markup. */
  static ReadPages of(Path folder) throws Exception {
    RunningServer server = RunningServer.writing(folder);
    server.post(
        "/v1/articles",
        "application/json",
        """
        {"id":"<script>","url":"javascript:alert(1)","title":"A <b>bold</b> title","lang":"en",
         "summary":"Why & how","takeaways":["One <i>point</i>"],"body":["\\"Quoted\\" <script>alert(1)</script>"],
         "source":"<Source>","authors":["O'Neil"],"date":"2025-01-01","section":"Arts, Books"}
        """);
    return new ReadPages(server);
  }

  /** The page at this address, which comes with this status. */
  String read(String address, int status) throws Exception {
    HttpResponse<String> response =
        server.send(HttpRequest.newBuilder(server.uri(address)).header("Accept", "text/html"));
    assertEquals(status, response.statusCode(), response.body());
    return response.body();
  }
}
