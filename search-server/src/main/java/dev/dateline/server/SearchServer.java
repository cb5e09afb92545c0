package dev.dateline.server;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.admin.Admin;
import dev.dateline.server.api.Api;
import dev.dateline.server.compat.Compat;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.http.WebServer;
import dev.dateline.server.metrics.MeasuredIndex;
import dev.dateline.server.metrics.Metrics;
import dev.dateline.server.page.Pages;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A server for one index: the API and the pages. With a key it is the index's one writer, and makes
 * the index where there is none; without a key it reads, and shows what another process commits.
 *
 * <pre>{@code
 * try (SearchServer server = SearchServer.start(ServerConfig.of(Path.of("news")).withPort(0))) {
 *   System.out.println(server.address());
 * }
 * }</pre>
 */
public final class SearchServer implements AutoCloseable {

  private final ServerConfig config;
  private final @Nullable ArticleWriter writer;
  private final ArticleIndex index;
  private final Metrics metrics;
  private final Admin admin;
  private final WebServer web;

  private SearchServer(
      ServerConfig config,
      @Nullable ArticleWriter writer,
      ArticleIndex index,
      Metrics metrics,
      Admin admin,
      WebServer web) {
    this.config = config;
    this.writer = writer;
    this.index = index;
    this.metrics = metrics;
    this.admin = admin;
    this.web = web;
  }

  /**
   * Opens the index and starts to listen; returns when requests are answered.
   *
   * @throws dev.dateline.index.UnusableIndexException if the index cannot be used
   * @throws java.net.BindException if the address or the port cannot be had
   */
  public static SearchServer start(ServerConfig config) throws IOException {
    ArticleWriter writer =
        config.keys().allow(Scope.WRITE) ? Dateline.openWriter(config.index()) : null;
    ArticleIndex index = null;
    Admin admin = null;
    try {
      index = Dateline.open(config.index());
      WarmUp.start(index);
      Metrics metrics = new Metrics(index);
      index = new MeasuredIndex(index, metrics);
      admin = new Admin(config, index, writer, metrics);
      WebServer web = listen(config, writer, index, metrics, admin);
      return new SearchServer(config, writer, index, metrics, admin, web);
    } catch (IOException | RuntimeException e) {
      if (admin != null) {
        admin.stop();
      }
      close(index, writer, e);
      throw e;
    }
  }

  /** The port that is listened on. */
  public int port() {
    return web.port();
  }

  /** Where the first page is, such as {@code http://127.0.0.1:8080/}. */
  public String address() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return "http://" + host + ":" + port() + "/";
  }

  /**
   * Takes no new requests, waits for those in flight as long as was configured, cancels jobs,
   * commits and lets go of the index.
   */
  @Override
  public void close() throws IOException {
    admin.stop(); // jobs end while requests do
    web.close();
    admin.close();
    metrics.close();
    try {
      index.close();
    } finally {
      if (writer != null) {
        writer.close();
      }
    }
  }

  private static WebServer listen(
      ServerConfig config,
      @Nullable ArticleWriter writer,
      ArticleIndex index,
      Metrics metrics,
      Admin admin)
      throws IOException {
    Pages pages = new Pages(index);
    return WebServer.start(
        config,
        metrics,
        pages::problem,
        admin::damagedFiles,
        routes -> {
          Api.addTo(
              routes, index, writer, admin.changing(), metrics, admin::damagedFiles, admin::purge);
          admin.addTo(routes);
          Compat.addTo(routes, index);
          pages.addTo(routes, Api::description);
        });
  }

  private static void close(
      @Nullable ArticleIndex index, @Nullable ArticleWriter writer, Exception because) {
    try (writer;
        index) {
      // Closed by leaving.
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
