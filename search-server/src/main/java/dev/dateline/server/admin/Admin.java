package dev.dateline.server.admin;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.lucene.Reindex;
import dev.dateline.lucene.Verification;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.FewParameters;
import dev.dateline.server.http.HttpRoutes;
import dev.dateline.server.http.ProblemException;
import dev.dateline.server.metrics.JobMeters;
import dev.dateline.server.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses of administrators, and the jobs that they start. Close it before the index. */
public final class Admin implements AutoCloseable {

  private static final String JOBS = "/v1/admin/jobs";

  /** As many as fit into a number, and more than any index has. */
  private static final int MOST = Integer.MAX_VALUE;

  private final ServerConfig config;
  private final ArticleIndex index;
  private final @Nullable ArticleWriter writer;
  private final ReadWriteLock changing = new ReentrantReadWriteLock();
  private final Soundness soundness;
  private final Upkeep upkeep;
  private final Jobs jobs;
  private final @Nullable ChecksumWatch watch;

  /**
   * For an index.
   *
   * @param writer null where there are no keys, so that nobody may do anything
   */
  public Admin(
      ServerConfig config, ArticleIndex index, @Nullable ArticleWriter writer, Metrics metrics) {
    this.config = config;
    this.index = index;
    this.writer = writer;
    JobMeters meters = metrics.jobs(Stream.of(Kind.values()).map(Kind::label).toList());
    this.jobs = new Jobs(meters);
    this.soundness = new Soundness(meters);
    this.upkeep = new Upkeep(config.index(), index, soundness);
    Duration every = config.verifyEvery();
    this.watch =
        every == null ? null : ChecksumWatch.start(config.index(), index, every, soundness);
  }

  /** Adds the routes. */
  public void addTo(HttpRoutes routes) {
    HttpRoutes admin = routes.requiring(Scope.ADMIN).light();
    admin.post("/v1/admin/reindex", this::reindex);
    admin.post("/v1/admin/rollback", this::rollback);
    admin.post("/v1/admin/backup", this::backup);
    admin.post("/v1/admin/verify", this::verify);
    admin.post("/v1/admin/delete", this::delete);
    admin.get(JOBS, call -> noStore(Answer.json(200, JobJson.toBytes(jobs.all()))));
    admin.get(JOBS + "/:id", call -> noStore(Answer.json(200, JobJson.toBytes(job(call)))));
    admin.delete(JOBS + "/:id", this::cancel);
  }

  /** What is held by who changes articles; alone by a change that depends on what is there. */
  public ReadWriteLock changing() {
    return changing;
  }

  /** The files that are known to be damaged, as seen from the index's folder. */
  public List<String> damagedFiles() {
    return soundness.damagedFiles();
  }

  /** Starts no job any more, and cancels those that run, and what looks at the files. */
  public void stop() {
    if (watch != null) {
      watch.close();
    }
    jobs.stop();
  }

  /** Stops, and waits for the jobs that run as long as requests may take to end. */
  @Override
  public void close() {
    jobs.close(config.limits().drainTime());
  }

  private Answer reindex(Call call) throws IOException {
    boolean keep = only(call, "keep-previous").flag("keep-previous", true);
    Reindex.Previous previous = keep ? Reindex.Previous.KEEP : Reindex.Previous.REMOVE;
    return start(
        call,
        Kind.REINDEX,
        index.stats().articles(),
        progress -> upkeep.reindex(writer(), previous, progress));
  }

  private Answer rollback(Call call) throws IOException {
    FewParameters unused = only(call);
    if (index.stats().previous() == null) {
      throw new ProblemException(
          409, "no-previous", "no generation is kept to which the index could go back");
    }
    return start(call, Kind.ROLLBACK, 0, progress -> upkeep.rollback(writer(), progress));
  }

  /** There is one wherever there is a key. */
  private ArticleWriter writer() {
    return Objects.requireNonNull(writer);
  }

  private Answer backup(Call call) throws IOException {
    Path folder = config.backupFolder();
    if (folder == null) {
      throw new ProblemException(
          403, "backups-off", "this server makes no backups: it was started without backup-folder");
    }
    int keep = only(call, "keep").whole("keep", 1, MOST, 0);
    return start(
        call,
        Kind.BACKUP,
        index.stats().bytes(),
        progress -> upkeep.backup(folder, keep, progress));
  }

  private Answer verify(Call call) throws IOException {
    int compared = only(call, "compare").whole("compare", 0, MOST, Verification.DEFAULT_COMPARED);
    return start(
        call, Kind.VERIFY, index.stats().bytes(), progress -> upkeep.verify(compared, progress));
  }

  private Answer delete(Call call) {
    withoutBody(call);
    return delete(call, Doomed.of(call));
  }

  /** Leaves nothing of one article but its id, as withdrawn: a job too, as backups take time. */
  public Answer purge(Call call) {
    return delete(call, Doomed.purged(call.lastSegment("id")));
  }

  private Answer delete(Call call, Doomed doomed) {
    return start(
        call,
        Kind.DELETE,
        0,
        progress ->
            new Removal(index, writer(), changing.readLock(), config.backupFolder())
                .of(doomed, progress));
  }

  /** The parameters of a job; they all stand in the address. */
  private static FewParameters only(Call call, String... names) {
    withoutBody(call);
    return FewParameters.of(call, List.of(names));
  }

  private static void withoutBody(Call call) {
    if (call.body().length > 0) {
      throw new ProblemException(
          400,
          "unexpected-body",
          "there is nothing to say in a body; parameters stand in the address");
    }
  }

  private Answer start(Call call, Kind kind, long of, Work work) {
    String address = call.origin() + JOBS + "/";
    Job job = jobs.start(kind, of, work, address);
    return noStore(Answer.json(202, JobJson.toBytes(job)).header("Location", address + job.id()));
  }

  private Answer cancel(Call call) {
    Job job = job(call);
    boolean running = job.isRunning();
    job.cancel();
    return noStore(Answer.json(running ? 202 : 200, JobJson.toBytes(job)));
  }

  private Job job(Call call) {
    String id = call.lastSegment("id");
    return jobs.find(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    404, "no-such-job", "there is no job " + id + " since the server started"));
  }

  private static Answer noStore(Answer answer) {
    return answer.header("Cache-Control", "no-store");
  }
}
