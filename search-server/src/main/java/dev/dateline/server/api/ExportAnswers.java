package dev.dateline.server.api;

import dev.dateline.export.Export;
import dev.dateline.export.ExportFormat;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterException;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.StreamedBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers with every hit of a search. Safe for use by many threads. */
final class ExportAnswers {

  private final ArticleIndex index;
  private final ExportPlaces places = new ExportPlaces();

  ExportAnswers(ArticleIndex index) {
    this.index = index;
  }

  /**
   * The answer to these parameters.
   *
   * @param client what tells the client from others
   * @throws ParameterException if they are none of a search, or are about pages
   * @throws dev.dateline.server.http.ProblemException if there is no place for one more
   */
  Answer answer(String client, Map<String, List<String>> parameters, ExportFormat format)
      throws IOException {
    SearchRequest request = SearchParameters.parse(parameters);
    // Who asks for ten articles a page must not be sent all of them.
    Meaningless.refuse(
        parameters, Export.WITHOUT_MEANING, format.text() + ", which is every article");
    places.take(client);
    Export export;
    try {
      export = Export.open(index, request, format);
    } catch (IOException | RuntimeException e) {
      places.leave(client);
      throw e;
    }
    Answer answer =
        Answer.streamed(200, format.mediaType(), new Body(export, () -> places.leave(client)))
            .header("Dateline-Total", Long.toString(export.hits().total()));
    return format == ExportFormat.CSV
        ? answer.header("Content-Disposition", "attachment; filename=\"articles.csv\"")
        : answer;
  }

  private static final class Body implements StreamedBody {
    private final Export export;
    private final Runnable leaving;
    private final AtomicBoolean closed = new AtomicBoolean();

    Body(Export export, Runnable leaving) {
      this.export = export;
      this.leaving = leaving;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      export.writeTo(out, written -> {});
    }

    @Override
    public void close() throws IOException {
      if (closed.compareAndSet(false, true)) {
        leaving.run();
        export.close();
      }
    }
  }
}
