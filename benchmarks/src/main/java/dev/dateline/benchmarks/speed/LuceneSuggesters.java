package dev.dateline.benchmarks.speed;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.search.suggest.InputIterator;
import org.apache.lucene.search.suggest.Lookup;
import org.apache.lucene.search.suggest.analyzing.AnalyzingInfixSuggester;
import org.apache.lucene.search.suggest.analyzing.FuzzySuggester;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The suggesters of lucene-suggest over titles, tags and authors, each once, the newest first. They
 * have no phrases, and neither count what a suggestion finds nor see a new article before they are
 * built anew.
 */
final class LuceneSuggesters implements Closeable {

  private static final int MOST = 10;

  private final Path folder;
  private final Directory infixIndex;
  private final Directory temporary;
  private final AnalyzingInfixSuggester infix;
  private final FuzzySuggester fuzzy;

  private LuceneSuggesters(Path folder) throws IOException {
    this.folder = folder;
    this.infixIndex = FSDirectory.open(Files.createDirectories(folder.resolve("infix")));
    this.temporary = FSDirectory.open(Files.createDirectories(folder.resolve("temporary")));
    Analyzer analyzer = new StandardAnalyzer();
    this.infix = new AnalyzingInfixSuggester(infixIndex, analyzer);
    this.fuzzy = new FuzzySuggester(temporary, "fuzzy", analyzer);
  }

  /** Builds them, and prints what that took. */
  static LuceneSuggesters of(List<Article> articles) throws IOException {
    Map<String, Instant> newest = new TreeMap<>();
    for (Article article : articles) {
      Published dated = article.published();
      Instant published = dated == null ? Instant.EPOCH : dated.at();
      if (article.title() != null) {
        newest.merge(article.title(), published, LuceneSuggesters::later);
      }
      article.tags().forEach(tag -> newest.merge(tag, published, LuceneSuggesters::later));
      article.authors().forEach(name -> newest.merge(name, published, LuceneSuggesters::later));
    }
    LuceneSuggesters built = new LuceneSuggesters(Files.createTempDirectory("suggesters"));
    build(built.infix, newest);
    build(built.fuzzy, newest);
    return built;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static void build(Lookup suggester, Map<String, Instant> texts) throws IOException {
    long memory = SuggestBenchmark.memory();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    suggester.build(new Texts(texts));
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.printf(
        Locale.ROOT,
        "%n%s of %,d texts: built in %.1f s of CPU, %.1f MB%n",
        suggester.getClass().getSimpleName(),
        texts.size(),
        cpu / 1e9,
        (SuggestBenchmark.memory() - memory) / 1e6);
  }

  int infix(String text) throws IOException {
    return infix.lookup(text, MOST, true, false).size();
  }

  int fuzzy(String text) throws IOException {
    return fuzzy.lookup(text, false, MOST).size();
  }

  @Override
  public void close() throws IOException {
    infix.close();
    infixIndex.close();
    temporary.close();
    GeneratedCorpus.remove(folder);
  }

  /** Texts as the suggesters read them; a newer one weighs more. */
  private static final class Texts implements InputIterator {

    private final Iterator<Map.Entry<String, Instant>> rest;
    private long weight;

    Texts(Map<String, Instant> texts) {
      this.rest = texts.entrySet().iterator();
    }

    @Override
    public @Nullable BytesRef next() {
      if (!rest.hasNext()) {
        return null;
      }
      Map.Entry<String, Instant> next = rest.next();
      weight = Math.max(0, next.getValue().getEpochSecond());
      return new BytesRef(next.getKey());
    }

    @Override
    public long weight() {
      return weight;
    }

    @Override
    public @Nullable BytesRef payload() {
      return null;
    }

    @Override
    public boolean hasPayloads() {
      return false;
    }

    @Override
    public @Nullable Set<BytesRef> contexts() {
      return null;
    }

    @Override
    public boolean hasContexts() {
      return false;
    }
  }
}
