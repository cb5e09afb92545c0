package dev.dateline.ingest;

import dev.dateline.ingest.reader.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of one file on their way from the thread that reads it to the one that takes them:
 * only so much of its text is on the way at a time.
 */
final class Channel {

  /** The text on the way, in characters: some hundred articles, or one of the longest. */
  private static final int ROOM = 1 << 20;

  /** What an outcome weighs besides its text, in characters. */
  private static final int SMALL = 256;

  final InputFile file;

  /** Whether the file could not be read to its end; known at the end. */
  volatile boolean brokeOff;

  private final Semaphore room = new Semaphore(ROOM);
  private final BlockingQueue<Parcel> parcels = new LinkedBlockingQueue<>();

  /**
   * @param outcome null at the end
   */
  private record Parcel(@Nullable Outcome outcome, int weight) {}

  Channel(InputFile file) {
    this.file = file;
  }

  /** Waits for room. */
  void put(Outcome outcome) throws InterruptedException {
    long text = outcome instanceof Outcome.Read read ? read.article().length() : 0;
    int weight = (int) Math.min(ROOM, SMALL + text);
    room.acquire(weight);
    parcels.put(new Parcel(outcome, weight));
  }

  void end() {
    parcels.add(new Parcel(null, 0));
  }

  /** Waits for the next outcome; null at the end. */
  @Nullable Outcome take() throws InterruptedException {
    Parcel parcel = parcels.take();
    room.release(parcel.weight());
    return parcel.outcome();
  }
}
