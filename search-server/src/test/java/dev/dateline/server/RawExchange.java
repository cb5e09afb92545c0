package dev.dateline.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request as it goes over the wire, for what no well-behaved client sends, and its answer. */
final class RawExchange {

  private final String answer;

  private RawExchange(String answer) {
    this.answer = answer;
  }

  /**
   * Sends a request without a body, and reads to the end of the connection. What comes back must be
   * as the description of the API says.
   */
  static RawExchange of(RunningServer server, String requestLine, String... headers)
      throws IOException {
    try (Socket socket = connect(server)) {
      send(socket, head(requestLine, headers) + "Connection: close\r\n\r\n");
      RawExchange exchange = read(socket);
      String[] asked = requestLine.split(" ", 3);
      if (asked.length == 3 && !exchange.isEmpty()) {
        exchange.checkDescribed(asked[0], asked[1]);
      }
      return exchange;
    }
  }

  /** Holds the answer to what the description of the API says of this request. */
  void checkDescribed(String method, String address) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    head()
        .lines()
        .skip(1)
        .map(line -> line.split(":", 2))
        .forEach(
            each ->
                headers.computeIfAbsent(each[0], name -> new ArrayList<>()).add(each[1].strip()));
    DescribedApi.check(new Exchange(method, address, status(), headers, body()));
  }

  static Socket connect(RunningServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port());
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** The first lines of a request, without the blank line that ends them. */
  static String head(String requestLine, String... headers) {
    StringBuilder head = new StringBuilder(requestLine + "\r\nHost: localhost\r\n");
    Arrays.stream(headers).forEach(header -> head.append(header).append("\r\n"));
    return head.toString();
  }

  static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Reads until the server closes the connection. */
  static RawExchange read(Socket socket) throws IOException {
    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String goAhead = "HTTP/1.1 100 Continue\r\n\r\n";
    return new RawExchange(all.startsWith(goAhead) ? all.substring(goAhead.length()) : all);
  }

  boolean isEmpty() {
    return answer.isEmpty();
  }

  int status() {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  /** The value of a header, or an empty text. */
  String header(String name) {
    return head()
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  String body() {
    String body = answer.substring(Math.min(answer.length(), head().length() + 4));
    return header("Transfer-Encoding").equals("chunked") ? unchunked(body) : body;
  }

  /** The chunks, whose sizes count bytes, without what stands between them. */
  private static String unchunked(String chunked) {
    byte[] bytes = chunked.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; ) {
      int end = at;
      while (bytes[end] != '\r') {
        end++;
      }
      int size = Integer.parseInt(new String(bytes, at, end - at, StandardCharsets.US_ASCII), 16);
      whole.write(bytes, end + 2, size);
      at = size == 0 ? bytes.length : end + 2 + size + 2;
    }
    return whole.toString(StandardCharsets.UTF_8);
  }

  private String head() {
    int end = answer.indexOf("\r\n\r\n");
    return end < 0 ? answer : answer.substring(0, end);
  }
}
