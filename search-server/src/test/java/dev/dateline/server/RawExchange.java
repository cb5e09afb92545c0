package dev.dateline.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request as it goes over the wire, for what no well-behaved client sends, and its answer. */
final class RawExchange {

  private final String answer;

  private RawExchange(String answer) {
    this.answer = answer;
  }

  /** Sends a request without a body, and reads to the end of the connection. */
  static RawExchange of(RunningServer server, String requestLine, String... headers)
      throws IOException {
    try (Socket socket = connect(server)) {
      send(socket, head(requestLine, headers) + "Connection: close\r\n\r\n");
      return read(socket);
    }
  }

  static Socket connect(RunningServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port());
    socket.setSoTimeout(20_000);
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
    return new RawExchange(
        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
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
    return answer.substring(Math.min(answer.length(), head().length() + 4));
  }

  private String head() {
    int end = answer.indexOf("\r\n\r\n");
    return end < 0 ? answer : answer.substring(0, end);
  }
}
