package dev.dateline.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.logging.LogEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page loaded, by what the browser's log says of it. Used by one thread. */
final class Traffic {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> addresses = new ArrayList<>();
  private final Set<String> loading = new HashSet<>();
  private long bytes;

  void note(LogEntry entry) {
    JsonNode message = JSON.readTree(entry.getMessage()).path("message");
    JsonNode parameters = message.path("params");
    String address = parameters.path("request").path("url").asString();
    String request = parameters.path("requestId").asString();
    switch (message.path("method").asString()) {
      case "Network.requestWillBeSent" -> {
        if (address.startsWith("http") && loading.add(request)) {
          addresses.add(address);
        }
      }
      case "Network.loadingFinished" -> {
        loading.remove(request);
        bytes += parameters.path("encodedDataLength").asLong();
      }
      case "Network.loadingFailed" -> loading.remove(request);
      default -> {}
    }
  }

  /** Whether all that was asked for has come, or never will. */
  boolean isWhole() {
    return loading.isEmpty();
  }

  /** What was asked for, in order. */
  List<String> addresses() {
    return addresses;
  }

  /** What came over the wire, headers included. */
  long bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return bytes + " bytes of " + addresses;
  }
}
