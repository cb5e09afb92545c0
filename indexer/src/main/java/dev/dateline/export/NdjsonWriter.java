package dev.dateline.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.article.Article;
import dev.dateline.article.Provenance;
import dev.dateline.index.ResultField;
import dev.dateline.json.ArticleJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Writes a JSON object a line, and how many there were as the last. */
final class NdjsonWriter implements HitWriter {

  /** By its provenance a reader knows that each character of an article means itself. */
  private static final Provenance OURS =
      new Provenance(null, "dateline", new LinkedHashMap<>(), List.of(), List.of());

  private final OutputStream out;
  private final boolean provenance;

  NdjsonWriter(OutputStream out, Set<ResultField> fields) {
    this.out = out;
    this.provenance = fields.contains(ResultField.PROVENANCE);
  }

  @Override
  public void begin() {}

  @Override
  public void write(Article article) throws IOException {
    boolean unmarked = provenance && article.provenance().equals(Provenance.NONE);
    out.write(ArticleJson.toBytes(unmarked ? article.with().provenance(OURS).build() : article));
    out.write('\n');
  }

  @Override
  public void end(long count) throws IOException {
    out.write(("{\"count\":" + count + "}\n").getBytes(UTF_8));
    out.flush();
  }
}
