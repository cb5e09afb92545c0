package dev.dateline.server.api;

import dev.dateline.export.Export;
import dev.dateline.export.ExportFormat;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterException;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Problem;
import dev.dateline.server.http.ProblemException;
import dev.dateline.server.http.StreamedBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers with every hit of a search. Safe for use by many threads. */
final class ExportAnswers {

  /**
   * Exports at a time. Each holds a view of the index and some hundred kilobytes for as long as its
   * client takes. Not fitted.
   */
  private static final int MOST = 64;

  private final ArticleIndex index;
  private final Semaphore free = new Semaphore(MOST);

  ExportAnswers(ArticleIndex index) {
    this.index = index;
  }

  /**
   * The answer to these parameters.
   *
   * @throws ParameterException if they are none of a search, or are about pages
   */
  Answer answer(Map<String, List<String>> parameters, ExportFormat format) throws IOException {
    SearchRequest request = SearchParameters.parse(parameters);
    // Who asks for ten articles a page must not be sent all of them.
    Meaningless.refuse(
        parameters, Export.WITHOUT_MEANING, format.text() + ", which is every article");
    if (!free.tryAcquire()) {
      throw new ProblemException(
          Problem.of(503, "too-many-exports", "the server writes " + MOST + " exports; try again")
              .header("Retry-After", "30"));
    }
    Export export;
    try {
      export = Export.open(index, request, format);
    } catch (IOException | RuntimeException e) {
      free.release();
      throw e;
    }
    Answer answer =
        Answer.streamed(200, format.mediaType(), new Body(export, free))
            .header("Dateline-Total", Long.toString(export.hits().total()));
    return format == ExportFormat.CSV
        ? answer.header("Content-Disposition", "attachment; filename=\"articles.csv\"")
        : answer;
  }

  private static final class Body implements StreamedBody {
    private final Export export;
    private final Semaphore free;
    private final AtomicBoolean closed = new AtomicBoolean();

    Body(Export export, Semaphore free) {
      this.export = export;
      this.free = free;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      export.writeTo(out, written -> {});
    }

    @Override
    public void close() throws IOException {
      if (closed.compareAndSet(false, true)) {
        free.release();
        export.close();
      }
    }
  }
}
